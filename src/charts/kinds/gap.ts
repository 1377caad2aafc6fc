import { line as lineShape } from 'd3';
import { type ChartSeries, type Datum, stretches } from '../data.ts';
import type { Spot } from '../label-placement.ts';
import type { Shape } from '../scene.ts';

/**
 * The gap between two counts of one thing, as an area between their lines wherever both have a value at the same dates
 * and neither line is broken.
 */
export function gapBetween(a: ChartSeries, b: ChartSeries, at: (datum: Datum) => Spot): readonly Shape[] {
	const partOf = (series: ChartSeries) =>
		new Map(stretches(series).flatMap((part, index) => part.map((datum) => [datum.date.edtf, { datum, index }])));
	const others = partOf(b);
	const areas: (readonly (readonly [Datum, Datum])[])[] = [];
	for (const part of stretches(a)) {
		let run: [Datum, Datum][] = [];
		let before: number | undefined;
		const end = () => {
			if (run.length > 1) areas.push(run);
			run = [];
		};
		for (const datum of part) {
			const other = others.get(datum.date.edtf);
			if (!other || (before !== undefined && before !== other.index)) end();
			before = other?.index;
			if (other) run.push([datum, other.datum]);
		}
		end();
	}
	const path = lineShape<Spot>(
		({ x }) => x,
		({ y }) => y,
	).digits(1);
	return areas.map((pairs): Shape => {
		const outline = [...pairs.map(([one]) => at(one)), ...pairs.toReversed().map(([, other]) => at(other))];
		return { type: 'path', role: 'ch-between', d: `${path(outline) ?? ''}Z` };
	});
}
