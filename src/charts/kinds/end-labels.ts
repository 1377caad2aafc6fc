import type { ChartSeries, Datum } from '../data.ts';
import { type Box, type Spot, spread } from '../label-placement.ts';
import { seriesRole } from '../marks.ts';
import { label, linesWidth } from '../plot.ts';
import { round, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { DROP, wrap } from '../text.ts';
import { shortAmount } from '../words.ts';

/** Width at which names and values are broken. */
const WIDTH = 136;
/** From the end of the plot to the words: room for a thin line and a marker. */
const INDENT = 28;

/** Name and last value of a series, for the end of its line. */
export interface End {
	readonly last: Datum;
	readonly names: readonly string[];
	readonly values: readonly string[];
}

/** Undefined for a series without a value. */
export function endOf(strand: ChartSeries, size: Size): End | undefined {
	const last = strand.data.at(-1);
	if (!last) return undefined;
	return {
		last,
		names: wrap(strand.label, WIDTH, size.text, 'bold'),
		values: last.value === null ? [] : wrap(shortAmount(last), WIDTH, size.text),
	};
}

/** Room that the labels need right of the plot. */
export const endsWidth = (ends: readonly (End | undefined)[], size: Size): number =>
	INDENT +
	Math.max(
		0,
		...ends.map((end) => Math.max(linesWidth(end?.names ?? [], size, 'bold'), linesWidth(end?.values ?? [], size))),
	);

/** Labels beside the plot, each at the end of its line or as near as the others allow. */
export function endLabels(
	ends: readonly (End | undefined)[],
	at: (datum: Datum) => Spot,
	sample: (index: number, last: Datum, x: number, y: number) => Shape,
	plot: Box,
	size: Size,
): readonly Shape[] {
	const right = plot.x + plot.width;
	const items = ends.map((end) => ({
		centre: end ? at(end.last).y : plot.y,
		size: end ? (end.names.length + end.values.length) * size.lineHeight + 6 : 0,
	}));
	const centres = spread(items, plot.y - size.lineHeight, plot.y + plot.height + size.lineHeight);
	return ends.flatMap((end, index): Shape[] => {
		if (!end) return [];
		const { last, names, values } = end;
		const spot = at(last);
		const centre = centres[index] ?? spot.y;
		const base = centre - ((names.length + values.length) * size.lineHeight) / 2 + size.text - 1;
		const role = seriesRole(index);
		const text = (kind: string, lines: readonly string[], skip: number, weight: 'bold' | 'regular'): Shape =>
			label(`${kind} ${role}`, size, lines, { x: right + INDENT, y: base + skip * size.lineHeight }, 'start', weight);
		return [
			{
				type: 'line',
				role: 'ch-leader',
				x1: round(spot.x + 6),
				y1: spot.y,
				x2: round(right + INDENT - 14),
				y2: round(base - size.text * DROP),
			},
			{ type: 'group', role, shapes: [sample(index, last, round(right + 20), round(base - size.text * DROP))] },
			text('ch-name', names, 0, 'bold'),
			...(values.length > 0 ? [text('ch-value', values, names.length, 'regular')] : []),
		];
	});
}
