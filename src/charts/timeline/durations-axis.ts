import { held, heldWords, knownWords } from '../../ledger/duration.ts';
import type { Ceasefire } from '../../ledger/ledger.ts';
import { boxOf } from '../plot.ts';
import { flatten, round, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { textWidth } from '../text.ts';
import { reach, type Scale } from './durations-mark.ts';
import type { Median } from './durations-table.ts';
import { label } from './label.ts';

const TICKS = [
	{ days: 1, label: '1 day' },
	{ days: 7, label: '1 week' },
	{ days: 30.44, label: '1 month' },
	{ days: 365.25, label: '1 year' },
	{ days: 1826, label: '5 years' },
	{ days: 3653, label: '10 years' },
	{ days: 36525, label: '100 years' },
] as const;

/** The scale ends a little beyond the longest, and never before a month. */
const [BEYOND, LEAST] = [1.15, 31];

/** The scale of a drawing: from a day at `left` to a little beyond the longest length. */
export function scaleOf(ceasefires: readonly Ceasefire[], longest: number, left: number, size: Size): Scale {
	const top = Math.log10(Math.max(LEAST, longest * BEYOND));
	const right = size.layout === 'wide' ? endOfScale(ceasefires, left, top, size) : size.width - 12;
	return { left, right, top, x: (days) => left + (Math.log10(Math.max(1, days)) / top) * (right - left) };
}

/** Right end of the scale: as far as the words behind every mark leave room, but never less than a third of the drawing. */
function endOfScale(ceasefires: readonly Ceasefire[], left: number, top: number, size: Size): number {
	const ends = ceasefires.flatMap((ceasefire): readonly number[] => {
		const length = held(ceasefire);
		if (length.type === 'open') return [];
		const most = Math.max(length.days, reach(ceasefire)?.[1] ?? 0);
		const share = Math.log10(Math.max(1, most)) / top;
		const room = size.width - left - 14 - textWidth(heldWords(ceasefire), size.text);
		return share > 0 ? [left + room / share] : [];
	});
	return Math.max(left + size.width / 3, Math.min(size.width - 60, ...ends));
}

/** Where the middle of words stands: at its place, moved so that they stay inside the drawing. */
const inDrawing = (at: number, half: number, size: Size): number => Math.min(size.width - half, Math.max(half, at));

/** Rules of the scale from `top` down, their labels above them; a label without room is left out. */
export function lengthAxis(scale: Scale, top: number, bottom: number, size: Size): readonly Shape[] {
	let clear = Number.NEGATIVE_INFINITY;
	return TICKS.filter(({ days }) => Math.log10(days) <= scale.top).flatMap((tick): readonly Shape[] => {
		const at = scale.x(tick.days);
		const half = textWidth(tick.label, size.text) / 2;
		const rule: Shape = { type: 'line', role: 'tl-rule', x1: at, y1: top + 4, x2: at, y2: bottom };
		const centre = inDrawing(at, half, size);
		if (centre - half < clear) return [rule];
		clear = centre + half + 6;
		return [rule, label('tl-tick', centre, top, tick.label, size, { anchor: 'middle' })];
	});
}

/** The median as a line from `top` down, with its words above the scale. @param rows what the line breaks for */
export function medianShapes(
	median: Median,
	scale: Scale,
	top: number,
	bottom: number,
	rows: readonly Shape[],
	size: Size,
): readonly Shape[] {
	const at = scale.x(median.days);
	const words = `half were over within ${medianWords(median)}`;
	const centre = inDrawing(at, textWidth(words, size.text) / 2, size);
	return [
		medianLine(at, top + 4, bottom, rows),
		label('tl-warm', centre, size.text + 1, words, size, { anchor: 'middle' }),
	];
}

const medianWords = ({ days, about }: Median): string => knownWords({ days, about, min: days, max: days });

/** The line of the median, broken where words stand: a rule behind words is hard to read through. */
function medianLine(x: number, top: number, bottom: number, shapes: readonly Shape[]): Shape {
	const taken = flatten(shapes)
		.flatMap((shape) => (shape.type === 'text' ? [boxOf(shape)] : []))
		.filter((box) => box.x - 2 < x && x < box.x + box.width + 2)
		.sort((a, b) => a.y - b.y);
	let y = top;
	let d = '';
	for (const box of taken) {
		if (box.y - 1 > y) d += `M${round(x)},${round(y)}V${round(box.y - 1)}`;
		y = Math.max(y, box.y + box.height + 1);
	}
	if (bottom > y) d += `M${round(x)},${round(y)}V${round(bottom)}`;
	return { type: 'path', role: 'tl-median', d };
}
