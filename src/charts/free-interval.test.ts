import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slot } from './free-interval.ts';

const room = { from: 0, to: 300 };

test('stands right of its mark where nothing is in the way', () => {
	expect(slot(40, { from: 100, to: 110 }, [], room)).toBe(115);
});
test('stands left of it at the right edge, and where something arrives from the right', () => {
	expect(slot(40, { from: 270, to: 280 }, [], room)).toBe(225);
	expect(slot(40, { from: 100, to: 110 }, [{ from: 105, to: 200 }], room)).toBe(55);
});
test('gives up where there is no room', () => {
	expect(slot(400, { from: 100, to: 110 }, [], room)).toBeUndefined();
});

const stretch = fc.tuple(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 60 })).map(([from, length]) => ({
	from,
	to: from + length,
}));

test('never touches what is taken and never leaves the room', () => {
	fc.assert(
		fc.property(
			fc.integer({ min: 1, max: 120 }),
			stretch,
			fc.array(stretch, { maxLength: 6 }),
			(width, mark, taken) => {
				const start = slot(width, mark, taken, room);
				if (start === undefined) return;
				expect(start).toBeGreaterThanOrEqual(room.from);
				expect(start + width).toBeLessThanOrEqual(room.to);
				for (const { from, to } of [mark, ...taken]) expect(start >= to || start + width <= from).toBe(true);
			},
		),
	);
});
