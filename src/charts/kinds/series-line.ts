import { line as lineShape } from 'd3';
import { type ChartSeries, type Datum, largestOf, stretches } from '../data.ts';
import type { Segment, Spot } from '../label-placement.ts';
import { marker } from '../marks.ts';
import type { Shape, SymbolName } from '../scene.ts';

/** How a datum of a series is marked. */
export interface Look {
	readonly symbol: SymbolName;
	readonly hollow: boolean;
	readonly radius: number;
}

/** From here on marks are dots of one unit: larger ones would be a smear. */
const CROWD = 80;

/** One series as drawn: its line, dotted where values are missing or the count breaks, and its marks. */
export function strandShapes(
	strand: ChartSeries,
	at: (datum: Datum) => Spot,
	look: (datum: Datum) => Look,
	/** Whether another line has the same value at the same date: between two such values one line is drawn for both. */
	shared: (datum: Datum) => boolean = () => false,
): { readonly shapes: readonly Shape[]; readonly segments: readonly Segment[] } {
	const shapes: Shape[] = [];
	const segments: Segment[] = [];
	const path = lineShape<Datum>(
		(datum) => at(datum).x,
		(datum) => at(datum).y,
	).digits(1);
	const parts = stretches(strand);
	for (const [order, part] of parts.entries()) {
		const before = parts[order - 1]?.at(-1);
		const [first] = part;
		if (before && first) {
			const [p, q] = [at(before), at(first)];
			shapes.push({ type: 'line', role: 'ch-gap', x1: p.x, y1: p.y, x2: q.x, y2: q.y });
			segments.push([p, q]);
		}
		for (const run of ownRuns(part, shared)) shapes.push({ type: 'path', role: 'ch-line', d: path(run) ?? '' });
		for (const [i, datum] of part.entries()) {
			const next = part[i + 1];
			if (next) segments.push([at(datum), at(next)]);
		}
	}
	for (const datum of strand.data) {
		const { symbol, hollow, radius } = look(datum);
		const spot = at(datum);
		shapes.push(marker(datum, spot.x, spot.y, symbol, hollow, strand.data.length > CROWD ? 1 : radius));
	}
	return { shapes, segments };
}

/** Pieces of a line that it does not share with another. */
function ownRuns(part: readonly Datum[], shared: (datum: Datum) => boolean): readonly (readonly Datum[])[] {
	const runs: Datum[][] = [];
	for (const [i, datum] of part.entries()) {
		const next = part[i + 1];
		if (!next || (shared(datum) && shared(next))) continue;
		const run = runs.at(-1);
		if (run?.at(-1) === datum) run.push(next);
		else runs.push([datum, next]);
	}
	return runs;
}

/** The values worth a label of their own: the largest and the first. The last is named at the end of the line. */
export function telling(strand: ChartSeries, noted: ReadonlySet<string> = new Set()): readonly Datum[] {
	const known = strand.data.filter(({ value }) => value !== null);
	const last = known.at(-1);
	return [largestOf(known), known[0]].filter(
		(datum, index, all): datum is Datum =>
			datum !== undefined && datum !== last && !noted.has(datum.id) && all.indexOf(datum) === index,
	);
}
