import type { Note } from '../annotations.ts';
import { type ChartSeries, type Datum, yearEnds, yearly } from '../data.ts';
import { shortDate } from '../day.ts';
import { labeller } from '../label.ts';
import { circle, group, type Scene, type Shape, sceneOf } from '../scene.ts';
import type { Size } from '../size.ts';
import { wholeSpans } from '../time.ts';
import { shortAmount } from '../words.ts';
import { endsOf } from './ends.ts';
import { panelsBelow } from './linepanels.ts';
import { noteWords } from './notewords.ts';
import { strandShapes, telling } from './series-line.ts';
import { timePlot } from './timeplot.ts';

const HEIGHT = { wide: 360, middle: 300, narrow: 250 } as const;

export interface LineChart {
	readonly series: readonly ChartSeries[];
	readonly notes: readonly Note[];
	/** What the lines count, in words. */
	readonly unit: string;
	/** Draw below two series how far apart they are. */
	readonly difference: boolean;
}

/** Draws values over time: one or two lines as equals, of more the first strong and the others thin. */
export function lineScene({ series, notes, unit, difference }: LineChart, size: Size): Scene {
	const apart = notes.filter((note) => note.type === 'claim');
	const data = series.flatMap((strand) => strand.data);
	const times = [...data, ...apart.map(({ datum }) => datum)];
	// Names of years stand below the points at their ends.
	const years = series.some((strand) => strand.kind === 'stock' && strand.data.some(yearly));
	const period = years
		? yearEnds(times)
		: wholeSpans(Math.min(...data.map(({ date }) => date.min)), Math.max(...times.map(({ date }) => date.max)));
	const largest = Math.max(0, ...data.map(({ value, upper }) => upper ?? value ?? 0));
	const ends = series.length > 1 ? endsOf(series, size) : undefined;
	const inset = ends?.width ?? (years ? 1.4 * size.text : 8);
	const height = Math.max(HEIGHT[size.layout], ends?.height ?? 0);
	const frame = timePlot({ unit, period, ends: years, largest, notes, inset, height }, size);
	const { at, plot, head, behind } = frame;

	const names = ends?.place(at, plot) ?? [];
	const strands = series.map((strand, index) => {
		const thin = series.length > 2 && index > 0;
		const look = { hollow: index > 0 && !thin, radius: thin ? 1.6 : index > 0 ? 4.6 : 3.2 };
		const { shapes, segments } = strandShapes(strand, at, () => look);
		const role = `ch-series ${thin ? 'ch-series-other' : `ch-series-${index + 1}`}`;
		const own = group(role, [...shapes, ...(names[index] ?? [])], { series: strand.id });
		return { own, segments };
	});

	const labels = labeller(
		size,
		{ x: 2, y: head - 2, width: plot.x + plot.width - 2, height: plot.y + plot.height - 1 - head },
		strands.flatMap(({ segments }) => segments),
		data.map(at),
	);
	labels.keep([...behind, ...names.flat()]);
	const noted = new Set(notes.flatMap((note) => (note.type === 'datum' ? [note.datum] : [])));
	const [first] = series;
	const rings = [...noted].map((datum) => circle('ch-noted', at(datum), 7));
	const value = (datum: Datum, isLast: boolean): readonly Shape[] =>
		labels.put({
			role: 'ch-value ch-series-1 ch-halo',
			words: [yearly(datum) && !isLast ? `${shortDate(datum.date)}: ${shortAmount(datum)}` : shortAmount(datum)],
			anchors: [at(datum)],
			weight: series.length > 1 ? 'regular' : 'bold',
			...(isLast ? {} : { within: 24, clear: true }),
		}) ?? [];
	const last = ends ? undefined : first?.data.at(-1);
	const latest = last ? value(last, true) : [];
	const panels = panelsBelow(series, difference, apart, frame, size);
	const said = noteWords(notes, at, { x: 0, y: panels.bottom, width: size.width }, labels, size);
	const values = (first ? telling(first) : [])
		.filter((datum) => !noted.has(datum))
		.flatMap((datum) => value(datum, false));
	// The first series lies on top.
	const lines = strands.map(({ own }) => own).reverse();
	const above = [...rings, ...latest, ...values, ...panels.shapes, ...said.shapes];
	return sceneOf(size, said.bottom, [...behind, ...lines, ...above]);
}
