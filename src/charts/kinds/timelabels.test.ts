import fc from 'fast-check';
import { expect, test } from 'vitest';
import { overlap } from '../label-placement.ts';
import { boxOf } from '../plot.ts';
import { sizes } from '../size.ts';
import { timeLabels } from './timelabels.ts';

const { wide } = sizes;
const narrow = { ...sizes.narrow, width: 340, text: 12, lineHeight: 15 };

test('a label stands right of its time, or left of it where the drawing ends', () => {
	const { texts, tops, height } = timeLabels(
		[
			{ x: 100, text: 'First' },
			{ x: 670, text: 'Second' },
		],
		wide,
		0,
		680,
	);
	expect(texts.map(({ anchor, x }) => [anchor, x])).toEqual([
		['start', 104],
		['end', 666],
	]);
	expect(tops).toEqual([tops[0], tops[0]]);
	expect(height).toBeGreaterThan(wide.lineHeight);
});

const items = fc.array(
	fc.record({ x: fc.integer({ min: 0, max: 340 }), text: fc.stringMatching(/^[a-z]{1,9}( [a-z]{1,9}){0,4}$/) }),
	{ maxLength: 8 },
);

test('labels never touch one another and stay above the plot, in the drawing', () => {
	fc.assert(
		fc.property(items, (labels) => {
			const { texts, tops, height } = timeLabels(labels, narrow, 0, narrow.width);
			expect(texts.map(({ lines }) => lines.join(' '))).toEqual(labels.map(({ text }) => text));
			const boxes = texts.map(boxOf);
			for (const [index, box] of boxes.entries()) {
				for (const other of boxes.slice(index + 1)) expect(overlap(box, other)).toBe(false);
				expect(box.x).toBeGreaterThanOrEqual(-0.1);
				expect(box.x + box.width).toBeLessThanOrEqual(narrow.width + 0.1);
				expect(box.y).toBeGreaterThanOrEqual(-0.1);
				expect(box.y + box.height).toBeLessThanOrEqual(height + 0.1);
				expect(tops[index]).toBeLessThan(height);
			}
		}),
	);
});

test('no label lies across the line of another where there is room beside it', () => {
	const labels = [
		{ x: 60, text: 'a long label that takes several lines' },
		{ x: 70, text: 'another' },
		{ x: 200, text: 'a third that is long as well' },
	];
	const { texts, tops, height } = timeLabels(labels, narrow, 0, narrow.width);
	for (const [index, text] of texts.entries()) {
		for (const [at, { x }] of labels.entries()) {
			const y = tops[at] ?? 0;
			if (at !== index) expect(overlap(boxOf(text), { x, y, width: 0, height: height - y })).toBe(false);
		}
	}
});
