import { heldWords } from '../../ledger/duration.ts';
import type { Ceasefire } from '../../ledger/ledger.ts';
import type { Scene, Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { DROP, textWidth, wrap } from '../text.ts';
import { lengthAxis, medianShapes, scaleOf } from './durations-axis.ts';
import { lowest, mark, type Scale } from './durations-mark.ts';
import type { Median } from './durations-table.ts';
import { label } from './label.ts';
import { labelWidth, type Placed } from './rows.ts';

/** Ceasefires under one heading. */
export interface Group {
	readonly heading: string;
	readonly members: readonly Ceasefire[];
}

/** Name, mark and length of one ceasefire, on one line. */
function wideRow(ceasefire: Ceasefire, top: number, scale: Scale, size: Size): Placed {
	const words = heldWords(ceasefire);
	const width = textWidth(words, size.text);
	const lines = wrap(ceasefire.short, scale.left - 14, size.text);
	const height = Math.max(24, lines.length * size.lineHeight + 8);
	const middle = top + height / 2;
	const { shape, right } = mark(ceasefire, middle, scale);
	const baseline = middle + size.text * DROP;
	const fits = right + 8 + width <= size.width;
	// Where the words do not fit behind the mark they stand before it, in a gap of its stem.
	const before = scale.x(lowest(ceasefire)) - 12;
	return {
		shapes: [
			label('tl-label', 0, baseline - ((lines.length - 1) * size.lineHeight) / 2, lines, size),
			fits ? shape : mark(ceasefire, middle, scale, before - width - 6).shape,
			fits
				? label('tl-note', right + 8, baseline, words, size)
				: label('tl-note', before, baseline, words, size, { anchor: 'end' }),
		],
		bottom: top + height,
	};
}

/** The same for the narrow layout: the words above the mark, on one line where both fit. */
function narrowRow(ceasefire: Ceasefire, top: number, scale: Scale, size: Size): Placed {
	const words = heldWords(ceasefire);
	const beside = wrap(ceasefire.short, size.width - textWidth(words, size.text) - 12, size.text);
	const shared = beside.length === 1;
	const lines = shared ? beside : wrap(ceasefire.short, size.width, size.text);
	const first = top + 4 + size.text;
	const last = first + (lines.length - (shared ? 1 : 0)) * size.lineHeight;
	return {
		shapes: [
			label('tl-label', 0, first, lines, size),
			label('tl-note', size.width, last, words, size, { anchor: 'end' }),
			mark(ceasefire, last + 14, scale).shape,
		],
		bottom: last + 22,
	};
}

/** Draws groups below one another, each ceasefire in a row of its own. */
export function durationsScene(
	groups: readonly Group[],
	longest: number,
	median: Median | undefined,
	size: Size,
): Scene {
	const all = groups.flatMap(({ members }) => members);
	const labels = all.map(({ short }) => short);
	const scale = scaleOf(all, longest, size.layout === 'wide' ? labelWidth(labels, size) + 18 : 8, size);
	const rowOf = size.layout === 'wide' ? wideRow : narrowRow;
	const axisTop = size.lineHeight * (median ? 2 : 1) + 6;
	const shapes: Shape[] = [];
	let y = axisTop;
	for (const { heading, members } of groups) {
		y += size.lineHeight + 8;
		shapes.push(label('tl-heading', 0, y, heading, size, { weight: 'bold' }));
		y += 6;
		for (const ceasefire of members) {
			const placed = rowOf(ceasefire, y, scale, size);
			shapes.push({ type: 'group', role: 'tl-row', series: ceasefire.id, shapes: placed.shapes });
			y = placed.bottom;
		}
	}
	const bottom = y + 4;
	const rules = [
		...lengthAxis(scale, axisTop, bottom, size),
		...(median ? medianShapes(median, scale, axisTop, bottom, shapes, size) : []),
	];
	return { width: size.width, height: Math.ceil(bottom + 4), layout: size.layout, shapes: [...rules, ...shapes] };
}
