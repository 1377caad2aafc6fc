import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hatch } from './shapes.ts';

test('every stroke stays in its box and rises at 45 degrees', () => {
	const side = fc.integer({ min: 0, max: 120 });
	fc.assert(
		fc.property(side, side, side, fc.integer({ min: 0, max: 30 }), (x, y, width, height) => {
			const d = hatch({ x, y, width, height });
			if (width === 0 || height === 0) expect(d).toBe('');
			for (const [, ...at] of d.matchAll(/M([\d.]+),([\d.]+)L([\d.]+),([\d.]+)/g)) {
				const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = at.map(Number);
				for (const across of [x1, x2]) {
					expect(across).toBeGreaterThanOrEqual(x);
					expect(across).toBeLessThanOrEqual(x + width);
				}
				for (const down of [y1, y2]) {
					expect(down).toBeGreaterThanOrEqual(y);
					expect(down).toBeLessThanOrEqual(y + height);
				}
				expect(x2 - x1).toBeCloseTo(y1 - y2, 5);
			}
		}),
	);
});

test('a box of some size has strokes', () => {
	expect(hatch({ x: 0, y: 0, width: 8, height: 8 })).toBe('M0,4L4,0M0,8L8,0M4,8L8,4');
});
