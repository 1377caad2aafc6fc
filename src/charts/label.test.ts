import fc from 'fast-check';
import { expect, test } from 'vitest';
import { labeller } from './label.ts';
import { overlap } from './label-placement.ts';
import { flatten } from './marks.ts';
import { type Shape, sizes } from './scene.ts';
import { boxOf } from './text.ts';

const narrow = { ...sizes.narrow, width: 340, text: 12, lineHeight: 15 };

const bounds = { x: 0, y: 0, width: 340, height: 250 };
const boxes = (shapes: readonly Shape[]) =>
	flatten(shapes).flatMap((shape) => (shape.type === 'text' ? [boxOf(shape)] : []));

test('a label far from its point is tied to it', () => {
	const marks = [{ x: 100, y: 100 }];
	const labels = labeller(narrow, bounds, [], marks);
	labels.put({ role: 'a', words: ['a label that is in the way'], anchors: marks });
	labels.put({ role: 'a', words: ['another that is in the way'], anchors: marks });
	const third = labels.put({ role: 'a', words: ['third label, which is wide too'], anchors: marks });
	expect(third?.some(({ role }) => role === 'ch-leader')).toBe(true);
});
test('an optional label is left out rather than set across a line', () => {
	const across = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map(
		(i) =>
			[
				{ x: 0, y: i * 25 },
				{ x: 340, y: i * 25 },
			] as const,
	);
	const labels = labeller(narrow, bounds, across, []);
	const wish = { role: 'a', words: ['12,345', 'people'], anchors: [{ x: 170, y: 125 }] };
	expect(labels.put({ ...wish, within: 24, clear: true })).toBeUndefined();
	expect(labels.put(wish)).toBeDefined();
});
test('a label that must be clear is left out where it would cover a line, however far off it may stand', () => {
	const rows = Array.from(
		{ length: 26 },
		(_, row) =>
			[
				{ x: 0, y: row * 10 },
				{ x: 340, y: row * 10 },
			] as const,
	);
	const labels = labeller(narrow, bounds, rows, []);
	const wish = { role: 'a', words: ['12,345'], anchors: [{ x: 170, y: 125 }] };
	expect(labels.put({ ...wish, clear: true })).toBeUndefined();
	expect(labels.put(wish)).toBeDefined();
});
test('a text is broken to find a place clear of lines', () => {
	const uprights = [100, 200].map(
		(x) =>
			[
				{ x, y: 0 },
				{ x, y: 250 },
			] as const,
	);
	const labels = labeller(narrow, bounds, uprights, []);
	const shapes = labels.put({
		role: 'a',
		words: { text: 'another count by REACH', widths: [190, 90] },
		anchors: [{ x: 220, y: 120 }],
	});
	expect(shapes?.flatMap((shape) => (shape.type === 'text' ? [shape.lines.length] : []))).toEqual([2]);
});

test('labels never cover one another and never leave their bounds', () => {
	const spot = fc.record({ x: fc.integer({ min: 0, max: 340 }), y: fc.integer({ min: 0, max: 250 }) });
	const wish = fc.record({ text: fc.stringMatching(/^[a-z ]{1,40}$/), at: spot });
	fc.assert(
		fc.property(
			fc.array(wish, { maxLength: 12 }),
			fc.array(fc.tuple(spot, spot), { maxLength: 8 }),
			(wishes, lines) => {
				const labels = labeller(
					narrow,
					bounds,
					lines,
					wishes.map(({ at }) => at),
				);
				const placed = wishes
					.filter(({ text }) => text.trim())
					.flatMap(({ text, at }) =>
						boxes(labels.put({ role: 'a', words: { text, widths: [130, 60] }, anchors: [at] }) ?? []),
					);
				for (const [index, box] of placed.entries()) {
					expect(box.x).toBeGreaterThanOrEqual(bounds.x - 0.1);
					expect(box.x + box.width).toBeLessThanOrEqual(bounds.x + bounds.width + 0.1);
					expect(box.y).toBeGreaterThanOrEqual(bounds.y - 0.1);
					expect(box.y + box.height).toBeLessThanOrEqual(bounds.y + bounds.height + 0.1);
					for (const other of placed.slice(index + 1)) expect(overlap(box, other)).toBe(false);
				}
			},
		),
	);
});
