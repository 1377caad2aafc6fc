import { scaleLinear } from 'd3';
import type { Note, Noted } from '../annotations.ts';
import { type ChartSeries, type Datum, largestOf, yearEnds, yearly } from '../data.ts';
import { labeller, noteWords } from '../label.ts';
import { circle, group, line, rect, round, sceneOf } from '../marks.ts';
import { heading } from '../rows.ts';
import type { Scene, Shape, Size } from '../scene.ts';
import { boxOf, label, textWidth } from '../text.ts';
import { shortDate, wholeSpans } from '../time.ts';
import { shortAmount } from '../words.ts';
import { endsOf, strandShapes, telling } from './series-line.ts';
import { type TimePlot, timePlot } from './timeplot.ts';

const HEIGHT = { wide: 360, middle: 300, narrow: 250 } as const;

/**
 * Draws values over time: one or two lines as equals, of more the first strong and the others thin.
 * @param isCompared below two series stands how far apart they are
 */
export function lineScene({ series, notes, unit }: Noted, isCompared: boolean, size: Size): Scene {
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
	const panels = panelsBelow(series, isCompared, apart, frame, size);
	const said = noteWords(notes, at, { x: 0, y: panels.bottom, width: size.width }, labels, size);
	const values = (first ? telling(first) : [])
		.filter((datum) => !noted.has(datum))
		.flatMap((datum) => value(datum, false));
	// The first series lies on top.
	const lines = strands.map(({ own }) => own).reverse();
	const above = [...rings, ...latest, ...values, ...panels.shapes, ...said.shapes];
	return sceneOf(size, said.bottom, [...behind, ...lines, ...above]);
}

interface Placed {
	readonly shapes: readonly Shape[];
	readonly bottom: number;
}

/** What a chart of lines asks for below its plot, on the same time axis: how far two lines are apart, claims of other things. */
function panelsBelow(
	[a, b, third]: readonly ChartSeries[],
	isCompared: boolean,
	apart: readonly Extract<Note, { readonly type: 'claim' }>[],
	frame: TimePlot,
	size: Size,
): Placed {
	const start: Placed =
		isCompared && a && b && !third ? difference(a, b, frame, size) : { shapes: [], bottom: frame.bottom };
	return apart.reduce<Placed>(({ shapes, bottom }, note) => {
		const panel = claimed(note, frame, bottom, size);
		return { shapes: [...shapes, ...panel.shapes], bottom: panel.bottom };
	}, start);
}

const ground = ({ plot }: TimePlot, y: number): Shape => line('ch-axis', plot.x, y, plot.x + plot.width, y);

/** Words in bold over a spot, moved along so that they stay inside. */
function over(role: string, words: string, x: number, y: number, size: Size): Shape {
	const half = textWidth(words, size.text, 'bold') / 2;
	return label(role, size, [words], { x: Math.max(half, Math.min(size.width - half, x)), y }, 'middle', 'bold');
}

/** A claim of another thing: a bar from its own nought, on the scale of the lines above. */
function claimed(
	{ datum, label: words }: Extract<Note, { readonly type: 'claim' }>,
	frame: TimePlot,
	top: number,
	size: Size,
): Placed {
	const height = round(Math.max(2, frame.y(0) - frame.y(datum.value ?? 0)));
	const x = round(frame.x(datum.at) - 6);
	const head = heading(words, size, top + 4);
	const y = round(head.bottom + 4);
	const bar = rect('ch-bar', { x, y, width: 12, height }, datum.id);
	return {
		shapes: [ground(frame, y + height), group('ch-series ch-claim', [head.shape, bar], { series: datum.group })],
		bottom: y + height + 8,
	};
}

const BELOW = 96;

/** How much larger the second count is than the first, year by year. */
function difference(a: ChartSeries, b: ChartSeries, frame: TimePlot, size: Size): Placed {
	const first = new Map(a.data.map((datum) => [datum.date.edtf, datum]));
	const gaps = b.data.flatMap((datum) => {
		const other = first.get(datum.date.edtf)?.value;
		return datum.value === null || typeof other !== 'number' ? [] : [{ datum, value: datum.value - other }];
	});
	const head = heading(`Difference: how many more people ${b.label} counted than ${a.label}`, size, frame.bottom + 4);
	const values = gaps.map(({ value }) => value);
	const top = head.bottom + size.lineHeight + 6;
	const y = scaleLinear()
		.domain([Math.min(0, ...values), Math.max(1, ...values)])
		.range([top + BELOW, top]);
	const zero = round(y(0));
	const width = round(Math.max(3, Math.min(26, frame.plot.width / Math.max(8, gaps.length) - 5)));
	const bars = gaps.map(({ datum, value }): Shape => {
		const height = round(Math.max(1, Math.abs(y(value) - zero)));
		const x = frame.x(datum.at) - width / 2;
		return rect('ch-bar', { x, y: value < 0 ? zero : zero - height, width, height });
	});
	const said = [...new Set([largestOf(gaps), gaps.at(-1)])].flatMap((gap): readonly Shape[] => {
		if (!gap) return [];
		const { datum, value } = gap;
		const amount = shortAmount({ value, qualifier: 'exactly' });
		const words = `${value > 0 ? '+' : ''}${amount} in ${yearOf(datum)}`;
		return [over('ch-value', words, frame.x(datum.at), Math.min(zero, y(value)) - 5, size)];
	});
	const lowest = said.flatMap((shape) => (shape.type === 'text' ? [boxOf(shape).y] : []));
	return {
		shapes: [head.shape, ground(frame, zero), group('ch-claim', [...bars, ...said])],
		bottom: Math.max(top + BELOW, ...lowest) + 10,
	};
}

const yearOf = ({ date }: Datum): number => (date.type === 'point' ? date : date.to).year;
