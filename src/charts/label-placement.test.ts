import fc from 'fast-check';
import { expect, test } from 'vitest';
import { crosses, overlap, place, spread } from './label-placement.ts';
import type { Box } from './scene.ts';

const bounds: Box = { x: 0, y: 0, width: 340, height: 260 };
const spot = fc.record({ x: fc.integer({ min: 0, max: 340 }), y: fc.integer({ min: 0, max: 260 }) });
const size = fc.record({ width: fc.integer({ min: 10, max: 120 }), height: fc.integer({ min: 12, max: 45 }) });

test('labels set one after the other never touch and stay inside', () => {
	fc.assert(
		fc.property(fc.array(fc.tuple(size, spot), { maxLength: 14 }), (labels) => {
			const boxes: Box[] = [];
			for (const [label, anchor] of labels) {
				const found = place(label, [anchor], { bounds, boxes, segments: [], marks: [anchor] });
				if (!found) continue;
				expect(boxes.some((box) => overlap(box, found.box))).toBe(false);
				expect(found.box.x).toBeGreaterThanOrEqual(0);
				expect(found.box.y).toBeGreaterThanOrEqual(0);
				expect(found.box.x + found.box.width).toBeLessThanOrEqual(bounds.width);
				expect(found.box.y + found.box.height).toBeLessThanOrEqual(bounds.height);
				boxes.push(found.box);
			}
		}),
	);
});

test('a label in free space stands above its point', () => {
	const found = place({ width: 40, height: 15 }, [{ x: 100, y: 100 }], { bounds, boxes: [], segments: [], marks: [] });
	expect(found?.box).toEqual({ x: 80, y: 77, width: 40, height: 15 });
});

test('a label goes around a line and a mark where there is room', () => {
	const segments = [
		[
			{ x: 0, y: 90 },
			{ x: 340, y: 90 },
		] as const,
	];
	const found = place({ width: 40, height: 15 }, [{ x: 100, y: 100 }], {
		bounds,
		boxes: [],
		segments,
		marks: [{ x: 100, y: 120 }],
	});
	expect(found && segments.some((segment) => crosses(segment, found.box))).toBe(false);
	expect(found && overlap({ x: 100, y: 120, width: 0, height: 0 }, found.box)).toBe(false);
});

test('a clear label has nothing between itself and its point', () => {
	const around = {
		bounds,
		// The point is walled in: every way to it leads through another label.
		boxes: [
			{ x: 80, y: 80, width: 40, height: 2 },
			{ x: 80, y: 118, width: 40, height: 2 },
			{ x: 80, y: 80, width: 2, height: 40 },
			{ x: 118, y: 80, width: 2, height: 40 },
		],
		segments: [],
		marks: [],
	};
	const [label, anchors] = [{ width: 60, height: 15 }, [{ x: 100, y: 100 }]] as const;
	expect(place(label, anchors, around, { clear: true })).toBeUndefined();
});

test('no place is found where everything is taken', () => {
	const all = { bounds, boxes: [bounds], segments: [], marks: [] };
	expect(place({ width: 10, height: 10 }, [{ x: 50, y: 50 }], all)).toBeUndefined();
	expect(place({ width: 500, height: 10 }, [{ x: 50, y: 50 }], { ...all, boxes: [] })).toBeUndefined();
});

test('a segment crosses a box that it passes through, starts in or ends in, and no other', () => {
	const box = { x: 10, y: 10, width: 10, height: 10 };
	expect(
		crosses(
			[
				{ x: 0, y: 15 },
				{ x: 30, y: 15 },
			],
			box,
		),
	).toBe(true);
	expect(
		crosses(
			[
				{ x: 12, y: 12 },
				{ x: 90, y: 90 },
			],
			box,
		),
	).toBe(true);
	expect(
		crosses(
			[
				{ x: 0, y: 0 },
				{ x: 30, y: 5 },
			],
			box,
		),
	).toBe(false);
	expect(
		crosses(
			[
				{ x: 0, y: 25 },
				{ x: 25, y: 0 },
			],
			{ ...box, x: 18, y: 18 },
		),
	).toBe(false);
});

const item = fc.record({
	centre: fc.double({ min: -50, max: 400, noNaN: true }),
	size: fc.integer({ min: 1, max: 60 }),
});

test('spread boxes keep their order, do not overlap, and stay in the room when they fit', () => {
	fc.assert(
		fc.property(fc.array(item, { maxLength: 12 }), (items) => {
			const centres = spread(items, 0, 300);
			const boxes = items
				.map(({ centre, size }, index) => ({ wish: centre, index, from: (centres[index] ?? 0) - size / 2, size }))
				.sort((a, b) => a.from - b.from);
			for (const [at, box] of boxes.entries()) {
				const next = boxes[at + 1];
				if (next) expect(next.from - box.from - box.size).toBeGreaterThanOrEqual(-1e-6);
			}
			if (items.reduce((sum, one) => sum + one.size, 0) > 300) return;
			for (const box of boxes) {
				expect(box.from).toBeGreaterThanOrEqual(-1e-6);
				expect(box.from + box.size).toBeLessThanOrEqual(300 + 1e-6);
			}
			const byWish = [...boxes].sort((a, b) => a.wish - b.wish || a.index - b.index);
			for (const [at, box] of byWish.entries()) expect(box.from).toBe(boxes[at]?.from);
		}),
	);
});

test('a box that is alone stands where it wishes', () => {
	expect(spread([{ centre: 120, size: 20 }], 0, 300)).toEqual([120]);
	expect(
		spread(
			[
				{ centre: 100, size: 20 },
				{ centre: 100, size: 20 },
			],
			0,
			300,
		),
	).toEqual([100, 120]);
});
