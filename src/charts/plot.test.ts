import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countScale } from './plot.ts';
import { tickWords } from './words.ts';

test('a count axis starts at zero, covers its largest value and names few ticks', () => {
	fc.assert(
		fc.property(fc.integer({ min: 0, max: 2_000_000_000 }), fc.integer({ min: 2, max: 6 }), (largest, wished) => {
			const { scale, ticks } = countScale(largest, [300, 0], wished);
			expect(scale(0)).toBe(300);
			expect(ticks[0]).toBe(0);
			expect(ticks.at(-1) ?? 0).toBeGreaterThanOrEqual(Math.min(largest, 1));
			expect(scale(largest)).toBeGreaterThanOrEqual(-1e-6);
			expect(ticks.length).toBeLessThanOrEqual(2 * wished + 1);
			expect(new Set(tickWords(ticks)).size).toBe(ticks.length);
		}),
	);
});

test('counts of people have no fractions on their axis', () => {
	expect(countScale(3, [300, 0], 5).ticks.every(Number.isInteger)).toBe(true);
});

test('ticks say their unit once, at the last', () => {
	expect(tickWords([0, 500_000, 1_000_000])).toEqual(['0', '0.5', '1 million']);
	expect(tickWords([0, 200_000, 400_000])).toEqual(['0', '200,000', '400,000']);
});
