import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Note } from '../annotations.ts';
import { overlap } from '../label-placement.ts';
import { sizes } from '../scene.ts';
import { boxOf } from '../text.ts';
import { timeNotes } from './timeplot.ts';

const note = fc.record({
	type: fc.constant('time' as const),
	at: fc.integer({ min: -50, max: 1100 }),
	label: fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9}){0,6}$/),
});
const placed = (notes: readonly Note[], size: (typeof sizes)[keyof typeof sizes]) => {
	const { height, at } = timeNotes(notes, (time) => (time / 1000) * size.width, [0, 1000], size);
	const { words, bands } = at(20, 20 + height, 300);
	return { height, words, bands, boxes: words.flatMap((one) => (one.type === 'text' ? [boxOf(one)] : [])) };
};

test('words of times never touch one another, leave no drawing, and stand above the plot', () => {
	fc.assert(
		fc.property(fc.array(note, { maxLength: 9 }), fc.constantFrom(...Object.values(sizes)), (notes, size) => {
			const { height, boxes } = placed(notes, size);
			expect(boxes).toHaveLength(notes.length);
			for (const [index, box] of boxes.entries()) {
				expect(box.x).toBeGreaterThanOrEqual(-0.1);
				expect(box.x + box.width).toBeLessThanOrEqual(size.width + 0.1);
				expect(box.y).toBeGreaterThanOrEqual(19);
				expect(box.y + box.height).toBeLessThanOrEqual(20 + height + 0.1);
				for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
			}
		}),
	);
});

test('a span is a band from its first day to its last, cut off at the edge of the plot', () => {
	const span = { type: 'span', from: 900, to: Number.POSITIVE_INFINITY, label: 'truce' } as const;
	const { bands, words } = placed([span], sizes.middle);
	expect(bands).toMatchObject([{ x: 500.4, width: 55.6, height: 300 - 20 - placed([span], sizes.middle).height }]);
	expect(words.find(({ type }) => type === 'line')).toMatchObject({ x1: 500.4, x2: 500.4, y2: 300 });
});
