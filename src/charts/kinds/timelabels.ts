import { type Box, overlap } from '../label-placement.ts';
import { boxOf, label } from '../plot.ts';
import { round, type TextShape } from '../scene.ts';
import type { Size } from '../size.ts';
import { wrap } from '../text.ts';

/** A label that belongs to a time and stands above the plot, tied to it by a line down to the time axis. */
export interface TimeLabel {
	readonly x: number;
	readonly text: string;
}

/** The labels, set. */
export interface TimeLabels {
	readonly height: number;
	/** Texts with the top of the highest at zero. */
	readonly texts: readonly TextShape[];
	/** Top of the line of each label, in the order given. */
	readonly tops: readonly number[];
}

/** Between the labels and the plot. */
const GAP = 4;
/** Widths at which labels are broken. */
const WRAP_AT = { wide: 240, middle: 170, narrow: 130 } as const;
/** Higher than any drawing: how far the line of a label reaches down, and how high a place for it is sought. */
const [ENDLESS, HIGHEST] = [10_000, 2000];

/**
 * Sets labels of times in rows above a plot so that no label touches another, nor, where there is such a place, is
 * crossed by another's line.
 * Works from the right: a label in the way of a later one keeps the lower row.
 */
export function timeLabels(labels: readonly TimeLabel[], size: Size, left: number, right: number): TimeLabels {
	const lineOf = (x: number, top: number): Box => ({ x: x - 1, y: top, width: 2, height: ENDLESS });
	interface Set {
		readonly index: number;
		readonly text: TextShape;
		readonly box: Box;
		readonly line: Box;
	}
	const done: Set[] = [];
	const order = labels.map((_, index) => index).sort((a, b) => (labels[b]?.x ?? 0) - (labels[a]?.x ?? 0) || a - b);
	for (const index of order) {
		const item = labels[index];
		if (!item) continue;
		const lines = wrap(item.text, WRAP_AT[size.layout], size.text);
		const height = lines.length * size.lineHeight;
		let found: Set | undefined;
		// Rows are counted upwards from the plot in steps of a quarter line, so the search always ends.
		for (let bottom = -GAP; !found; bottom -= size.lineHeight / 4) {
			for (const anchor of ['start', 'end'] as const) {
				const x = anchor === 'start' ? item.x + 4 : item.x - 4;
				const text = label('ch-note', size, lines, { x, y: bottom - height + size.text }, anchor);
				const box = boxOf(text);
				const line = lineOf(item.x, box.y);
				const free =
					box.x >= left &&
					box.x + box.width <= right &&
					done.every(
						(other) => !overlap(box, other.box, 3) && !overlap(box, other.line, 2) && !overlap(line, other.box, 2),
					);
				if (free) {
					found = { index, text, box, line };
					break;
				}
			}
			if (bottom < -HIGHEST) break;
		}
		if (!found) {
			// Wider than the drawing on both sides of its line, or a later label reaches across that line: stands above
			// everything, from the left edge.
			const top = Math.min(-GAP, ...done.map((other) => other.box.y)) - GAP;
			const text = label('ch-note', size, lines, { x: left, y: top - height + size.text });
			found = { index, text, box: boxOf(text), line: lineOf(item.x, top) };
		}
		done.push(found);
	}
	const height = Math.ceil(Math.max(0, ...done.map(({ box }) => -box.y)));
	const byIndex = [...done].sort((a, b) => a.index - b.index);
	return {
		height,
		texts: byIndex.map(({ text }) => ({ ...text, y: round(text.y + height) })),
		tops: byIndex.map(({ line }) => round(line.y + height)),
	};
}
