import { line as lineShape } from 'd3';
import { type ChartSeries, type Datum, largestOf, stretches } from '../data.ts';
import type { Segment, Spot } from '../label-placement.ts';
import { marker } from '../marks.ts';
import { line, path, type Shape } from '../scene.ts';

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
): { readonly shapes: readonly Shape[]; readonly segments: readonly Segment[] } {
	const draw = lineShape<Datum>(
		(datum) => at(datum).x,
		(datum) => at(datum).y,
	).digits(1);
	const parts = stretches(strand);
	const lines = parts.flatMap((part, order): readonly Shape[] => {
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
	const segments = known.slice(1).map((datum, i): Segment => [at(known[i] ?? datum), at(datum)]);
	return { shapes: [...lines, ...marks], segments };
}

/** The values worth a label of their own beside that of the end: the largest and the first. */
export function telling(strand: ChartSeries): readonly Datum[] {
	const known = strand.data.filter(({ value }) => value !== null);
	const last = known.at(-1);
	return [...new Set([largestOf(known), known[0]])].flatMap((datum) => (datum && datum !== last ? [datum] : []));
}
