import type { Qualifier } from '../../ledger/schemas/index.ts';
import type { Note } from '../annotations.ts';
import type { ChartSeries, Datum } from '../data.ts';
import { type KeyItem, keyRows } from '../key.ts';
import { labeller, type TextWish, type Wish } from '../label.ts';
import { marker, qualifierSymbol, seriesSymbol } from '../marks.ts';
import type { Box, Segment, Spot } from '../place.ts';
import { countAxis, countScale, gutter, label, timeAxis } from '../plot.ts';
import { type LineShape, round, type Scene, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { strip } from '../strip.ts';
import { wrap } from '../text.ts';
import { timeScale, wholeSpans } from '../time.ts';
import { shortAmount } from '../words.ts';
import { endLabels, endOf, endsWidth } from './ends.ts';
import { type Look, strandShapes, telling } from './strand.ts';

export interface LineChart {
	readonly series: readonly ChartSeries[];
	readonly notes: readonly Note[];
	/** Markers by qualifier and not by series: for one count that grows day by day. */
	readonly byQualifier: boolean;
}

const role = (index: number): string => `ch-series-${(index % 6) + 1}`;

/** Marker and fill of a datum in the series at `index`. */
function lookOf(chart: LineChart, index: number, datum: Datum): Look {
	if (chart.byQualifier || chart.series.length === 1) return { ...qualifierSymbol(datum.qualifier), radius: 4 };
	const inexact = datum.qualifier !== 'exactly';
	return { symbol: seriesSymbol(index), hollow: inexact || index > 0, radius: index === 0 ? 3 : 4.6 };
}

/** Draws values over time: lines and cumulative counts. */
export function lineScene(chart: LineChart, size: Size): Scene {
	const { series, notes } = chart;
	const isWide = size.layout === 'wide';
	const several = series.length > 1;
	const claims = notes.filter((note) => note.type === 'claim');
	const data = [...series.flatMap((strand) => strand.data), ...claims.map(({ datum }) => datum)];
	const [from, to] = wholeSpans(
		Math.min(...data.map(({ date }) => date.min)),
		Math.max(...data.map(({ date }) => date.max)),
	);
	const largest = Math.max(0, ...data.map(({ value, upper }) => upper ?? value ?? 0));

	const ends = series.map((strand) => endOf(strand, size));
	const beside = isWide && several;
	const left = gutter(countScale(largest, [1, 0], 5).ticks, size);
	const right = size.width - (beside ? endsWidth(ends, size) : 8);
	const x = timeScale(from, to, [left, right]);

	const key = keyRows(chart.byQualifier ? qualifierKey(data) : [], size, 0);
	const times = notes.filter((note) => note.type === 'time' || note.type === 'span');
	const timeX = (note: (typeof times)[number]) =>
		round(x(Math.max(from, Math.min(to, note.type === 'time' ? note.at : note.from))));
	const header = strip(
		times.map((note) => ({ x: timeX(note), text: note.label })),
		size,
		0,
		size.width,
	);
	const headTop = key.bottom > 0 ? key.bottom + 6 : 0;
	const top = Math.max(headTop + header.height + (isWide ? 6 : 14), size.text);
	const plot: Box = { x: left, y: top, width: right - left, height: isWide ? 300 : 250 };
	const bottom = plot.y + plot.height;
	const { scale: y, ticks } = countScale(largest, [bottom, top], 5);
	const at = (datum: Datum): Spot => ({ x: round(x(datum.at)), y: round(y(datum.value ?? 0)) });

	const axes = [...countAxis(y, ticks, plot, size), ...timeAxis(x, plot, size)];
	const bands = times.flatMap((note): Shape[] => {
		if (note.type !== 'span') return [];
		const start = timeX(note);
		const width = round(Math.max(2, x(Math.min(to, note.to)) - start));
		return [{ type: 'rect', role: 'ch-band', x: start, y: round(top), width, height: plot.height }];
	});
	const uprights = times.map((note, index): LineShape => {
		const lineX = timeX(note);
		const y1 = round((header.tops[index]?.y ?? 0) + headTop);
		return { type: 'line', role: 'ch-note-line', x1: lineX, y1, x2: lineX, y2: round(bottom) };
	});
	const heads = header.texts.map((text) => ({ ...text, y: round(text.y + headTop) }));

	const strands = series.map((strand, index) => {
		const { shapes, segments } = strandShapes(strand, at, (datum) => lookOf(chart, index, datum));
		const spans = strand.data.flatMap((datum) => precision(datum, x, at(datum)));
		const group: Shape = {
			type: 'group',
			role: `ch-series ${role(index)}`,
			series: strand.id,
			shapes: [...spans, ...shapes],
		};
		return { group, segments };
	});
	const claimMarks = claims.map(({ datum }): Shape => {
		const { x: cx, y: cy } = at(datum);
		const mark = marker(datum, cx, cy, 'diamond', datum.qualifier !== 'exactly', 4.6);
		return { type: 'group', role: 'ch-series ch-claim', series: 'claims', shapes: [mark] };
	});

	const labels = labeller(
		size,
		{ x: 2, y: headTop, width: (beside ? right + 4 : size.width) - 4, height: bottom - 3 - headTop },
		[...strands.flatMap(({ segments }) => segments), ...uprights.map(segmentOf)],
		data.map(at),
	);
	labels.keep([...axes, ...heads]);
	const sample = (index: number, last: Datum, sx: number, sy: number): Shape => {
		const { symbol, hollow } = lookOf(chart, index, last);
		return marker(undefined, sx, sy, symbol, hollow, 4);
	};
	const words: Shape[] = beside ? [...endLabels(ends, at, sample, plot, size)] : [];
	labels.keep(words);
	// What finds no room in the plot is set below it: an editor's words are never dropped.
	const unplaced: string[] = [];
	const put = (wish: Wish) => {
		words.push(...(labels.put({ ...wish, role: `${wish.role} ch-halo` }) ?? []));
	};
	const value = (datum: Datum, index: number, optional: boolean) =>
		put({
			role: `ch-value ${role(index)}`,
			lines: [shortAmount(datum)],
			anchors: [at(datum)],
			weight: several ? 'regular' : 'bold',
			lead: !optional,
			optional,
		});
	const widths = isWide ? [190, 130, 90] : [130, 90, 62];
	const text = (wish: TextWish) => {
		const shapes = labels.putText({ ...wish, role: `${wish.role} ch-halo` });
		if (shapes) words.push(...shapes);
		else unplaced.push(wish.text);
	};
	// Values first, since they have one place; notes and names can stand further off.
	for (const { last, index } of beside ? [] : fromHighest(series)) value(last, index, several && index > 0);
	const noted = new Set(notes.flatMap((note) => (note.type === 'datum' ? [note.datum.id] : [])));
	const [first] = series;
	for (const datum of first ? telling(first, noted) : []) value(datum, 0, true);
	for (const note of notes) {
		if (note.type !== 'datum' && note.type !== 'claim') continue;
		const kind = note.type === 'claim' ? 'ch-note ch-claim' : 'ch-note';
		text({ role: kind, text: note.label, widths, anchors: [at(note.datum)] });
	}
	for (const [index, strand] of beside || !several ? [] : series.entries()) {
		const last = strand.data.at(-1);
		if (!last) continue;
		const others = series.filter((other) => other !== strand).flatMap((other) => other.data.map(at));
		text({
			role: `ch-name ${role(index)}`,
			text: strand.label,
			widths,
			anchors: apart(strand.data.map(at), others),
			weight: 'bold',
			sample: (sx, sy) => ({ type: 'group', role: role(index), shapes: [sample(index, last, sx, sy)] }),
		});
	}

	let below = bottom + 5 + size.lineHeight * 1.5;
	for (const text of unplaced) {
		const lines = wrap(text, size.width, size.text);
		words.push(label('ch-note', size, lines, { x: 0, y: below + size.text }));
		below += lines.length * size.lineHeight;
	}
	return {
		width: size.width,
		height: Math.ceil(below),
		layout: size.layout,
		shapes: [
			...bands,
			...key.shapes,
			...axes,
			...uprights,
			...heads,
			// The first series lies on top.
			...strands.map(({ group }) => group).reverse(),
			...claimMarks,
			...words,
		],
	};
}

/** The last value of each series, from the highest down, so that labels stand above one another as their points do. */
const fromHighest = (series: readonly ChartSeries[]) =>
	series
		.flatMap((strand, index) => {
			const last = strand.data.at(-1);
			return last ? [{ last, index }] : [];
		})
		.sort((a, b) => (b.last.value ?? 0) - (a.last.value ?? 0) || a.index - b.index);

/** Where a series is best named: where it stands furthest from the others, the latest of equals first. */
function apart(own: readonly Spot[], others: readonly Spot[]): readonly Spot[] {
	const NEAR = 16;
	const gap = (spot: Spot): number =>
		Math.min(60, ...others.filter(({ x }) => Math.abs(x - spot.x) < NEAR).map(({ y }) => Math.abs(y - spot.y)));
	return [...own]
		.map((spot) => ({ spot, gap: gap(spot) }))
		.sort((a, b) => b.gap - a.gap || b.spot.x - a.spot.x)
		.slice(0, 8)
		.map(({ spot }) => spot);
}

const segmentOf = ({ x1, y1, x2, y2 }: LineShape): Segment => [
	{ x: x1, y: y1 },
	{ x: x2, y: y2 },
];

/** A value known to the month only is drawn over that month, where that is wide enough to be seen. */
function precision(datum: Datum, x: (at: number) => number, spot: Spot): readonly Shape[] {
	if (datum.date.type === 'point' && datum.date.precision === 'year') return [];
	const from = round(x(datum.date.min));
	const to = round(x(datum.date.max));
	if (to - from < 10) return [];
	return [{ type: 'line', role: 'ch-precision', x1: from, y1: spot.y, x2: to, y2: spot.y }];
}

/** The order of the key: from what may be less to what may be more. */
const QUALIFIERS: readonly (readonly [string, readonly Qualifier[]])[] = [
	['almost', ['almost', 'up to']],
	['about', ['about', 'between']],
	['exact', ['exactly']],
	['more than', ['more than', 'at least']],
];

/** What the marks of a growing count mean, of those that occur. */
function qualifierKey(data: readonly Datum[]): readonly KeyItem[] {
	return QUALIFIERS.flatMap(([words, qualifiers]): KeyItem[] => {
		const [qualifier] = qualifiers;
		if (!qualifier || !data.some((datum) => qualifiers.includes(datum.qualifier))) return [];
		const { symbol, hollow } = qualifierSymbol(qualifier);
		return [
			{
				words,
				lead: 10,
				sample: (x, y) => [{ type: 'group', role: role(0), shapes: [marker(undefined, x + 5, y, symbol, hollow, 4)] }],
			},
		];
	});
}
