import type { ScaleBand } from 'd3';
import type { LedgerDate } from '../../ledger/date.ts';
import { type Box, overlap } from '../label-placement.ts';
import { boxOf, label } from '../plot.ts';
import { round, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { wrap } from '../text.ts';

/** Where a moment stands among bars: as far into the room of its date as it is into the date. */
export function momentX(x: ScaleBand<string>, dates: readonly LedgerDate[], at: number): number | undefined {
	const date = dates.find(({ min, max }) => min <= at && at <= max);
	const start = date && x(date.edtf);
	if (!date || start === undefined) return undefined;
	const share = (at - date.min) / Math.max(1, date.max - date.min);
	return start - (x.step() - x.bandwidth()) / 2 + share * x.step();
}

export interface Surroundings {
	/** Texts stay inside. */
	readonly bounds: Box;
	/** What neither the text nor its line may cover. */
	readonly texts: readonly Box[];
	/** What the text may not cover; the line runs behind it. */
	readonly bars: readonly Box[];
	/** Where the line ends: the axis. */
	readonly bottom: number;
}

/** A moment among bars: its words as high as there is room, on a line that runs down to the axis. */
export interface MomentNote {
	readonly line: Shape;
	readonly text: Shape;
}

/** @returns undefined where there is no room for the words */
export function momentNote(
	words: string,
	x: number,
	size: Size,
	{ bounds, texts, bars, bottom }: Surroundings,
): MomentNote | undefined {
	const widths = size.layout === 'narrow' ? [190, 120, 80] : [280, 150, 90];
	for (const width of widths) {
		const lines = wrap(words, width, size.text);
		const last = bottom - lines.length * size.lineHeight;
		for (let y = bounds.y + size.text; y < last; y += size.lineHeight / 2) {
			for (const anchor of ['end', 'start'] as const) {
				const text = label('ch-note ch-halo', size, lines, { x: x + (anchor === 'end' ? -5 : 5), y }, anchor);
				const box = boxOf(text);
				const top = round(box.y + 2);
				const stroke: Box = { x: x - 0.5, y: top, width: 1, height: bottom - top };
				// A number over a bar stands in the way: the line ends above it.
				const under = texts.filter((other) => overlap(stroke, other) && other.y > top + 24);
				const end = Math.min(bottom, ...under.map((other) => round(other.y - 3)));
				const free =
					box.x >= bounds.x &&
					box.x + box.width <= bounds.x + bounds.width &&
					!texts.some((other) => overlap(box, other, 3) || (overlap(stroke, other) && !under.includes(other))) &&
					!bars.some((other) => overlap(box, other, 1));
				if (!free) continue;
				const at = round(x);
				return { text, line: { type: 'line', role: 'ch-note-line', x1: at, y1: top, x2: at, y2: end } };
			}
		}
	}
	return undefined;
}
