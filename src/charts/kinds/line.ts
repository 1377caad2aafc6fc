import type { Note } from '../annotations.ts';
import { type ChartSeries, type Datum, yearEnds, yearly } from '../data.ts';
import { type KeyItem, keyRows } from '../key.ts';
import { labeller } from '../label.ts';
import type { Box, Segment, Spot } from '../label-placement.ts';
import { marker, qualifierSymbol, seriesRole, seriesSymbol } from '../marks.ts';
import { countAxis, countScale, gutter, timeAxis } from '../plot.ts';
import { type LineShape, round, type Scene, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { timeScale, wholeSpans } from '../time.ts';
import { shortAmount } from '../words.ts';
import { endLabels, endOf, endsWidth } from './end-labels.ts';
import { gapBetween } from './gap.ts';
import { lineLabels } from './linelabels.ts';
import { panelsBelow } from './linepanels.ts';
import { qualifierKey } from './qualifierkey.ts';
import { type Look, strandShapes } from './series-line.ts';
import { timeNotes } from './timenotes.ts';

const HEIGHT = { wide: 360, middle: 300, narrow: 250 } as const;

export interface LineChart {
	readonly series: readonly ChartSeries[];
	readonly notes: readonly Note[];
	/** Markers by qualifier and not by series: for one count that grows day by day. */
	readonly byQualifier: boolean;
	/** What the series measure: a claim of something else stands in a panel of its own. */
	readonly measure: string;
	/** Draw below two series how far apart they are. */
	readonly difference: boolean;
}

/** Marker and fill of a datum in the series at `index`. */
function lookOf(chart: LineChart, index: number, datum: Datum): Look {
	if (chart.byQualifier || chart.series.length === 1) return { ...qualifierSymbol(datum.qualifier), radius: 4 };
	const inexact = datum.qualifier !== 'exactly';
	return { symbol: seriesSymbol(index), hollow: inexact || index > 0, radius: index === 0 ? 3 : 4.6 };
}

/** Draws values over time: lines and cumulative counts. */
export function lineScene(chart: LineChart, size: Size): Scene {
	const { series } = chart;
	const isWide = size.layout !== 'narrow';
	const isApart = (note: Note) => note.type === 'claim' && chart.byQualifier && note.measure !== chart.measure;
	const notes = chart.notes.filter((note) => !isApart(note));
	const apart = chart.notes.filter((note) => note.type === 'claim').filter(isApart);
	const claims = notes.flatMap((note) => (note.type === 'claim' ? [note.datum] : []));
	const data = [...series.flatMap((strand) => strand.data), ...claims];
	const times = [...data, ...apart.map(({ datum }) => datum)];
	// Names of years stand below the points at their ends.
	const years = series.some((strand) => strand.kind === 'stock' && strand.data.some(yearly));
	const period = years
		? yearEnds(times)
		: wholeSpans(
				Math.min(...series.flatMap((strand) => strand.data.map(({ date }) => date.min)), ...claims.map(({ at }) => at)),
				Math.max(...times.map(({ date }) => date.max)),
			);
	const largest = Math.max(0, ...data.map(({ value, upper }) => upper ?? value ?? 0));

	const ends = series.map((strand) => endOf(strand, size));
	const beside = isWide && series.length > 1;
	const left = gutter(countScale(largest, [1, 0], 5).ticks, size);
	const right = size.width - (beside ? endsWidth(ends, size) : years ? 1.4 * size.text : 8);
	const x = timeScale(...period, [left, right]);

	// More names than that would lie across the lines of a narrow plot.
	const crowded = !isWide && series.length > 5;
	const key = keyRows(chart.byQualifier ? qualifierKey(data) : crowded ? nameKey(chart) : [], size, 0);
	const above = timeNotes(notes, x, period, size);
	const headTop = key.bottom > 0 ? key.bottom + 6 : 0;
	const top = Math.max(
		headTop + above.height + (claims.length > 0 && above.height > 0 ? 20 : isWide ? 6 : 14),
		size.text,
	);
	const plot: Box = { x: left, y: top, width: right - left, height: HEIGHT[size.layout] };
	const bottom = plot.y + plot.height;
	const { scale: y, ticks } = countScale(largest, [bottom, top], 5);
	const at = (datum: Datum): Spot => ({ x: round(x(datum.at)), y: round(y(datum.value ?? 0)) });

	const axes = [...countAxis(y, ticks, plot, size), ...timeAxis(x, plot, size, years)];
	const { bands, lines, words: heads } = above.at(headTop, top, bottom);
	const strands = series.map((strand, index) => {
		const shared = sharedWith(index > 0 ? series[0] : undefined);
		const { shapes, segments } = strandShapes(strand, at, (datum) => lookOf(chart, index, datum), shared);
		const spans = strand.data.flatMap((datum) => precision(datum, x, at(datum)));
		const role = `ch-series ${seriesRole(index)}`;
		const group: Shape = { type: 'group', role, series: strand.id, shapes: [...spans, ...shapes] };
		return { group, segments };
	});
	const [one, other, third] = series;
	const gaps = one && other && !third ? gapBetween(one, other, at) : [];

	const sample = (index: number, last: Datum, sx: number, sy: number): Shape => {
		const { symbol, hollow } = lookOf(chart, index, last);
		return marker(undefined, sx, sy, symbol, hollow, 4);
	};
	const named: readonly Shape[] = beside ? endLabels(ends, at, sample, plot, size) : [];
	const labels = labeller(
		size,
		{ x: 2, y: headTop, width: right - (beside ? 0 : 2), height: bottom - 3 - headTop },
		[...strands.flatMap(({ segments }) => segments), ...lines.map(segmentOf)],
		data.map(at),
	);
	labels.keep([...axes, ...heads, ...named]);
	const axisBottom = bottom + 5 + size.lineHeight * 1.5;
	const panels = panelsBelow({ ...chart, apart, x, y, left, right }, axisBottom, size);
	const below = panels.bottom;
	const words = lineLabels({ series, notes, at, sample, named: beside || crowded, below }, labels, size);
	const claimMarks = claims.map((datum): Shape => {
		const spot = at(datum);
		const mark = marker(datum, spot.x, spot.y, 'diamond', datum.qualifier !== 'exactly', 4.6);
		const shapes = [...(words.claims.get(datum.id) ?? []), mark];
		return { type: 'group', role: 'ch-series ch-claim', series: datum.group, shapes };
	});
	return {
		width: size.width,
		height: Math.ceil(words.bottom),
		layout: size.layout,
		shapes: [
			...bands,
			...gaps,
			...key.shapes,
			...axes,
			...lines,
			...heads,
			// The first series lies on top.
			...strands.map(({ group }) => group).reverse(),
			...claimMarks,
			...named,
			...words.words,
			...panels.shapes,
		],
	};
}

/** Names with their last values, each behind its marker, the highest first. */
const nameKey = (chart: LineChart): readonly KeyItem[] =>
	chart.series
		.flatMap((strand, index) => {
			const last = strand.data.at(-1);
			return last ? [{ strand, index, last }] : [];
		})
		.sort((a, b) => (b.last.value ?? 0) - (a.last.value ?? 0))
		.map(
			({ strand, index, last }): KeyItem => ({
				words: `${strand.label}: ${shortAmount(last)}`,
				lead: 12,
				sample: (x, y) => {
					const { symbol, hollow } = lookOf(chart, index, last);
					return [{ type: 'group', role: seriesRole(index), shapes: [marker(undefined, x + 6, y, symbol, hollow, 4)] }];
				},
			}),
		);

const segmentOf = ({ x1, y1, x2, y2 }: LineShape): Segment => [
	{ x: x1, y: y1 },
	{ x: x2, y: y2 },
];

/** Whether a line has this value at the same date. */
function sharedWith(other: ChartSeries | undefined): (datum: Datum) => boolean {
	const values = new Map(other?.data.map(({ date, value }) => [date.edtf, value]));
	return ({ date, value }) => value !== null && values.get(date.edtf) === value;
}

/** A value known to the month only is drawn over that month, where that is wide enough to be seen. */
function precision(datum: Datum, x: (at: number) => number, spot: Spot): readonly Shape[] {
	if (yearly(datum)) return [];
	const from = round(x(datum.date.min));
	const to = round(x(datum.date.max));
	if (to - from < 10) return [];
	return [{ type: 'line', role: 'ch-precision', x1: from, y1: spot.y, x2: to, y2: spot.y }];
}
