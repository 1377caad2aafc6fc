import type { Noted } from '../annotations.ts';
import { type ChartSeries, type Datum, stretches, yearEnds, yearly } from '../data.ts';
import { type Labeller, labeller, noteWords } from '../label.ts';
import { circle, group, line, sceneOf } from '../marks.ts';
import type { Scene, Shape, Size, Spot } from '../scene.ts';
import { shortDate, spansAround } from '../time.ts';
import { shortAmount } from '../words.ts';
import { endsOf, strandShapes, telling } from './series-line.ts';
import { timePlot } from './timeplot.ts';

const HEIGHT = { wide: 360, middle: 300, narrow: 250 } as const;

/**
 * Draws values over time: one or two lines as equals, of more the first strong and the others thin.
 * @param isCompared below two series stands how far apart they are
 */
export function lineScene({ series, notes, unit }: Noted, isCompared: boolean, size: Size): Scene {
	const data = series.flatMap((strand) => strand.data);
	// Names of years stand below the points at their ends.
	const years = series.some((strand) => strand.kind === 'stock' && strand.data.some(yearly));
	const period = years ? yearEnds(data) : spansAround(data.map(({ date }) => date));
	const largest = Math.max(0, ...data.map(({ value, upper }) => upper ?? value ?? 0));
	const ends = series.length > 1 ? endsOf(series, size) : undefined;
	const inset = ends?.width ?? (years ? 1.4 * size.text : 8);
	const height = Math.max(HEIGHT[size.layout], ends?.height ?? 0);
	const frame = timePlot({ unit, period, ends: years, largest, notes, inset, height }, size);
	const { at, plot, head, behind, ruled } = frame;

	const names = ends?.place(at, plot) ?? [];
	const strands = series.map((strand, index) => {
		const thin = series.length > 2 && index > 0;
		const look = { hollow: index > 0 && !thin, radius: thin ? 1.6 : index > 0 ? 4.6 : 3.2 };
		const { shapes, segments } = strandShapes(strand, at, () => look, frame.spot);
		const role = `ch-series ${thin ? 'ch-series-other' : `ch-series-${index + 1}`}`;
		const own = group(role, [...shapes, ...(names[index] ?? [])], { series: strand.id });
		return { own, segments };
	});

	const labels = labeller(
		size,
		{
			x: 2,
			y: head - 2,
			width: plot.x + plot.width - (size.layout === 'narrow' ? 2 : 8),
			height: plot.y + plot.height - 1 - head,
		},
		[...strands.flatMap(({ segments }) => segments), ...ruled],
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
	const gaps = isCompared ? gapsOf(series, at, labels) : [];
	const said = noteWords(notes, at, { x: 0, y: frame.bottom, width: size.width }, labels, size);
	const values = (first && !isCompared ? telling(first) : [])
		.filter((datum) => !noted.has(datum))
		.flatMap((datum) => value(datum, false));
	const onLine = series.length > 2 ? series.slice(1).flatMap((strand) => nameOf(strand, at, labels)) : [];
	const odd = years ? series.flatMap((strand, index) => notYearly(strand, index, at, labels)) : [];
	// The first series lies on top.
	const lines = strands.map(({ own }) => own).reverse();
	const above = [...rings, ...latest, ...gaps, ...said.shapes, ...values, ...onLine, ...odd];
	return sceneOf(size, said.bottom, [...behind, ...lines, ...above]);
}

/** The name of a thin line on it, somewhere in its middle; where it finds no room the name at its end says as much. */
function nameOf({ label: name, data }: ChartSeries, at: (datum: Datum) => Spot, labels: Labeller): readonly Shape[] {
	const anchors = data.slice(data.length / 4, (data.length * 3) / 4).map(at);
	const limits = { within: 11, clear: true, upright: true };
	return labels.put({ role: 'ch-name ch-series-other ch-halo', words: [name], anchors, ...limits }) ?? [];
}

/** What is said of counts at another time than the end of a year, and of years without a count, in the colour of the series. */
function notYearly(strand: ChartSeries, index: number, at: (datum: Datum) => Spot, labels: Labeller): readonly Shape[] {
	const role = `ch-value ch-series-${index + 1} ch-halo`;
	const put = (words: string, anchor: Spot) =>
		labels.put({ role, words: [words], anchors: [anchor], within: 60, clear: true }) ?? [];
	const parts = stretches(strand);
	const missing = parts.slice(1).flatMap(([next], index) => {
		const before = parts[index]?.at(-1);
		if (!before || !next || !yearly(before) || !yearly(next)) return [];
		const [from, to] = [yearOf(before) + 1, yearOf(next) - 1];
		const [p, q] = [at(before), at(next)];
		const words = `no count for ${from === to ? from : `${from} to ${to}`}`;
		return from > to ? [] : put(words, { x: (p.x + q.x) / 2, y: (p.y + q.y) / 2 });
	});
	const other = strand.data.slice(0, -1).filter((datum) => !yearly(datum));
	return [...missing, ...other.flatMap((datum) => put(shortDate(datum.date), at(datum)))];
}

/** How many of the years in which two counts lie apart are pointed out. */
const MOST_GAPS = 3;

/** Where two counts lie furthest apart: a line from one to the other, and by how much. */
function gapsOf([a, b]: readonly ChartSeries[], at: (datum: Datum) => Spot, labels: Labeller): readonly Shape[] {
	const pairs = (a?.data ?? []).flatMap((one) => {
		const other = b?.data.find(({ date }) => date.edtf === one.date.edtf);
		if (typeof one.value !== 'number' || typeof other?.value !== 'number') return [];
		return [{ one, other, apart: Math.abs(one.value - other.value) }];
	});
	const widest = pairs.toSorted((p, q) => q.apart - p.apart).slice(0, MOST_GAPS);
	return widest.flatMap(({ one, other, apart }) => {
		const [p, q] = [at(one), at(other)];
		const text = `${yearOf(one)}: ${shortAmount({ value: apart, qualifier: 'exactly' })} apart`;
		const words = { text, widths: [200, 90, 60] };
		const said = labels.put({ role: 'ch-value ch-halo', words, anchors: [q, p], weight: 'bold' }) ?? [];
		return [line('ch-apart', p.x, p.y, q.x, q.y), ...said];
	});
}

const yearOf = ({ date }: Datum): number => (date.type === 'point' ? date : date.to).year;
