import { line as lineShape } from 'd3';
import { type ChartSeries, type Datum, largestOf, stretches, yearly } from '../data.ts';
import { spread } from '../label-placement.ts';
import { line, marker, path } from '../marks.ts';
import type { Box, Segment, Shape, Size, Spot } from '../scene.ts';
import { label, linesWidth, wrap } from '../text.ts';
import { shortDate } from '../time.ts';
import { bindFigures, shortAmount } from '../words.ts';

/** How a datum of a series is marked. */
export interface Look {
	readonly hollow?: boolean;
	readonly radius: number;
}

/** From here on marks are dots of one unit: larger ones would be a smear. */
const CROWD = 80;

/** One series as drawn: its line, dotted where values are missing or the count breaks, and its marks. */
export function strandShapes(
	strand: ChartSeries,
	at: (datum: Datum) => Spot,
	look: (datum: Datum) => Look,
	spot?: (time: number, value: number) => Spot,
): { readonly shapes: readonly Shape[]; readonly segments: readonly Segment[] } {
	const draw = lineShape<Datum>(
		(datum) => at(datum).x,
		(datum) => at(datum).y,
	).digits(1);
	const parts = stretches(strand);
	const lines = parts.flatMap((part, order): Shape[] => {
		const before = parts[order - 1]?.at(-1);
		const [first] = part;
		const own = path('ch-line', draw(part) ?? '');
		if (!before || !first) return [own];
		const [p, q] = [at(before), at(first)];
		return [line('ch-gap', p.x, p.y, q.x, q.y), own];
	});
	const marks = strand.data.map((datum) => {
		const { hollow = false, radius } = look(datum);
		const { x, y } = at(datum);
		return marker(datum, x, y, hollow, strand.data.length > CROWD ? 1 : radius);
	});
	const known = parts.flat();
	// What was counted up from a day began at nought.
	const [earliest] = known;
	if (strand.begins && spot && earliest && strand.begins.min < earliest.at) {
		const [p, q] = [spot(strand.begins.min, 0), at(earliest)];
		lines.unshift(line('ch-gap', p.x, p.y, q.x, q.y));
	}
	const segments = known.slice(1).map((datum, i): Segment => [at(known[i] ?? datum), at(datum)]);
	return { shapes: [...lines, ...marks], segments };
}

/** The values worth a label of their own beside that of the end: the largest and the first. */
export function telling(strand: ChartSeries): readonly Datum[] {
	const known = strand.data.filter(({ value }) => value !== null);
	const last = known.at(-1);
	return [...new Set([largestOf(known), known[0]])].flatMap((datum) => (datum && datum !== last ? [datum] : []));
}

/** Width at which names are broken. */
const WRAP_AT = { wide: 176, middle: 134, narrow: 92 } as const;
/** From the end of the plot to the words: room for a thin line. */
const INDENT = 24;

/** Names and last values of several series, each at the end of its line. */
export function endsOf(series: readonly ChartSeries[], size: Size) {
	const ends = series.map((strand, index) => {
		const last = strand.data.at(-1);
		const weight = index === 0 || series.length === 2 ? 'bold' : 'regular';
		// Of many thin lines a narrow drawing has room for the names alone.
		const value = last && (weight === 'bold' || size.layout !== 'narrow') ? ` ${shortAmount(last)}` : '';
		const when = last && !yearly(last) && strand.data.some(yearly) ? `, ${shortDate(last.date)}` : '';
		const words = last ? bindFigures(`${strand.label}${value}${when}`) : '';
		return { last, weight, lines: wrap(words, WRAP_AT[size.layout], size.text, weight) } as const;
	});
	const sizeOf = (lines: readonly string[]) => (lines.length === 0 ? 0 : lines.length * size.lineHeight + 3);
	return {
		/** Room that they need right of the plot, and its least height. */
		width: INDENT + Math.max(...ends.map(({ lines }) => linesWidth(lines, size, 'bold'))),
		height: ends.reduce((sum, { lines }) => sum + sizeOf(lines), 0),
		/** Those of the series at each index, as near to the ends of the lines as the others allow, in the order of these. */
		place: (at: (datum: Datum) => Spot, plot: Box): readonly (readonly Shape[])[] => {
			const right = plot.x + plot.width;
			const centres = spread(
				ends.map(({ last, lines }) => ({ centre: last ? at(last).y : plot.y, size: sizeOf(lines) })),
				plot.y,
				plot.y + plot.height,
			);
			return ends.map(({ last, lines, weight }, index): readonly Shape[] => {
				if (!last) return [];
				const [spot, centre] = [at(last), centres[index] ?? plot.y];
				const base = centre - (lines.length * size.lineHeight) / 2 + size.text - 1;
				// From the rim of the mark, towards the words.
				const [dx, dy] = [right + INDENT - 5 - spot.x, centre - spot.y];
				const off = 6 / Math.max(6, Math.hypot(dx, dy));
				return [
					line('ch-leader', spot.x + dx * off, spot.y + dy * off, spot.x + dx, spot.y + dy),
					label('ch-name', size, lines, { x: right + INDENT, y: base }, 'start', weight),
				];
			});
		},
	};
}
