import { type ScaleBand, scaleBand } from 'd3';
import { type LedgerDate, toDate } from '../../ledger/date.ts';
import type { Note } from '../annotations.ts';
import type { ChartSeries } from '../data.ts';
import { hatch } from '../hatch.ts';
import { type KeyItem, keyRows } from '../key.ts';
import { type Labeller, labeller } from '../label.ts';
import { type Box, overlap, type Segment } from '../label-placement.ts';
import { seriesRole } from '../marks.ts';
import { boxOf, countAxis, countScale, gutter, label } from '../plot.ts';
import { flatten, round, type Scene, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { wrap } from '../text.ts';
import { shortAmount } from '../words.ts';
import { dateAxis, valueLabels } from './barlabels.ts';
import { momentNote, momentX } from './barnotes.ts';

export interface BarChart {
	readonly series: readonly ChartSeries[];
	readonly notes: readonly Note[];
}

const HEIGHT = { wide: 340, middle: 280, narrow: 230 } as const;
/** More dates than this stand without gaps between their bars. */
const MOST_APART = 60;

/** Draws a flow as upright bars from nought, one for each date; bars of several series stand side by side. */
export function barsScene({ series, notes }: BarChart, size: Size): Scene {
	const data = series.flatMap((strand) => strand.data);
	const dates = withMissing(
		[...new Map(data.map(({ date }) => [date.edtf, date])).values()].sort((a, b) => a.min - b.min),
	);
	// What an editor points out is loud, all else quiet.
	const seen = new Set(notes.flatMap((note) => (note.type === 'datum' ? [note.datum.id] : [])));
	const largest = Math.max(0, ...data.map(({ value }) => value ?? 0));
	const key = keyRows(series.length > 1 ? series.map(keyItem) : [], size, 0);

	const left = gutter(countScale(largest, [1, 0], 5).ticks, size);
	const right = size.width - 2;
	const top = (key.bottom > 0 ? key.bottom + 8 : 0) + size.lineHeight + 2;
	const plot: Box = { x: left, y: top, width: right - left, height: HEIGHT[size.layout] };
	const bottom = round(plot.y + plot.height);
	const { scale: y, ticks } = countScale(largest, [bottom, top], 5);
	const x = scaleBand(
		dates.map(({ edtf }) => edtf),
		[left, right],
	).padding(dates.length > MOST_APART ? 0 : 0.25);
	const inner = scaleBand(
		series.map(({ id }) => id),
		[0, x.bandwidth()],
	);

	const axes = [...countAxis(y, ticks, plot, size), ...dateAxis(dates, x, bottom, size)];
	const bars = new Map<string, Box>();
	const groups = series.map((strand, index): Shape => {
		const shapes = strand.data.map((datum): Shape => {
			const from = round((x(datum.date.edtf) ?? left) + (inner(strand.id) ?? 0));
			const width = round(Math.max(1, inner.bandwidth() - (series.length > 1 ? 1 : 0)));
			// One unit at least, so that a small number is not read as none; nought has no height.
			const height = datum.value ? Math.max(1, round(bottom - y(datum.value))) : 0;
			bars.set(datum.id, { x: from, y: bottom - height, width, height });
			const common = { x: from, width, point: datum.id };
			const bar = seen.size > 0 && !seen.has(datum.id) ? 'ch-bar ch-quiet' : 'ch-bar';
			return height > 0
				? { type: 'rect', role: bar, y: round(bottom - height), height: round(height), ...common }
				: {
						type: 'rect',
						role: seen.size > 0 ? 'ch-nought ch-quiet' : 'ch-nought',
						y: round(bottom - 1),
						height: 2,
						...common,
					};
		});
		return { type: 'group', role: `ch-series ${seriesRole(index)}`, series: strand.id, shapes };
	});

	const given = new Set(data.map(({ date }) => date.edtf));
	const missing = dates
		.filter(({ edtf }) => !given.has(edtf))
		.map(({ edtf }): Shape => {
			const box = { x: round(x(edtf) ?? left), y: bottom - 24, width: round(x.bandwidth()), height: 24 };
			return { type: 'path', role: 'ch-missing', d: hatch(box, 5) };
		});
	const boxes = [...bars.values()];
	const labels = labeller(
		size,
		{ x: left, y: 0, width: right - left, height: bottom - 4 },
		boxes.flatMap(sidesOf),
		boxes.map((box) => ({ x: box.x + box.width / 2, y: box.y })),
	);
	labels.keep([...axes, ...key.shapes]);
	const values = valueLabels(series, bars, axes, seen, size);
	labels.keep(values);
	const sums = notes.flatMap((note) => sumShapes(note, y, { plot, bars, taken: [...axes, ...values] }, size));
	labels.keep(sums);
	const head = Math.max(key.bottom, ...sums.flatMap((shape) => (shape.type === 'text' ? [boxOf(shape).y] : [])));
	const rest = notes.filter((note) => note.type !== 'datum' || note.before === undefined);
	const said = noteShapes(rest, { x, dates, bars, plot, head, taken: [...axes, ...values, ...sums] }, labels, size);
	return {
		width: size.width,
		height: Math.ceil(said.bottom),
		layout: size.layout,
		shapes: [...key.shapes, ...axes, ...missing, ...said.lines, ...groups, ...values, ...sums, ...said.texts],
	};
}

/** Years that a series of years leaves out stand among the others: a year without a figure is not a year of nought. */
function withMissing(dates: readonly LedgerDate[]): readonly LedgerDate[] {
	const years = dates.map((date) => (date.type === 'point' && date.precision === 'year' ? date.year : undefined));
	const [first, last] = [years[0], years.at(-1)];
	if (first === undefined || last === undefined || years.includes(undefined) || last - first > MOST_APART) return dates;
	return Array.from({ length: last - first + 1 }, (_, index) => {
		const found = dates[years.indexOf(first + index)];
		return found ?? toDate(String(first + index).padStart(4, '0'));
	});
}

/** The upright sides of a bar, which labels keep off; one without height has none. */
function sidesOf({ x, y, width, height }: Box): readonly Segment[] {
	if (height < 1) return [];
	return [x, x + width].map(
		(side): Segment => [
			{ x: side, y },
			{ x: side, y: y + height },
		],
	);
}

interface Plotted {
	readonly x: ScaleBand<string>;
	readonly dates: readonly LedgerDate[];
	/** By the id of their datum. */
	readonly bars: ReadonlyMap<string, Box>;
	readonly plot: Box;
	/** Top of the room for words: below the key. */
	readonly head: number;
	/** What stands in the plot already. */
	readonly taken: readonly Shape[];
}

/**
 * Sets the notes: those of a moment on a line down to the axis, those of a datum near its bar. What finds no room is set
 * below the plot: an editor's words are never dropped.
 */
function noteShapes(
	notes: readonly Note[],
	{ x, dates, bars, plot, head, taken }: Plotted,
	labels: Labeller,
	size: Size,
): { readonly lines: readonly Shape[]; readonly texts: readonly Shape[]; readonly bottom: number } {
	const bottom = round(plot.y + plot.height);
	const bounds: Box = { x: plot.x, y: head, width: size.width - plot.x, height: bottom - head };
	const solid = [...bars.values()].filter(({ height }) => height >= 1);
	const lines: Shape[] = [];
	const texts: Shape[] = [];
	let below = bottom + 5 + size.lineHeight * 1.5;
	for (const note of notes) {
		const moment = note.type === 'time' || note.type === 'span' ? momentX(x, dates, startOf(note)) : undefined;
		const others = flatten([...taken, ...texts]).flatMap((shape) => (shape.type === 'text' ? [boxOf(shape)] : []));
		const found =
			moment === undefined
				? undefined
				: momentNote(note.label, moment, size, { bounds, texts: others, bars: solid, bottom });
		if (found) {
			lines.push(found.line);
			texts.push(found.text);
			labels.keep([found.text]);
			continue;
		}
		const bar = note.type === 'datum' ? bars.get(note.datum.id) : undefined;
		const shapes = labels.putText({
			role: 'ch-note ch-halo',
			text: note.label,
			widths: size.layout === 'narrow' ? [130, 90] : [220, 130],
			anchors: bar ? [{ x: bar.x, y: bar.y + size.lineHeight }] : [],
			lead: false,
		});
		if (shapes) texts.push(...shapes);
		else {
			const rows = wrap(note.label, size.width, size.text);
			texts.push(label('ch-note', size, rows, { x: 0, y: below + size.text }));
			below += rows.length * size.lineHeight;
		}
	}
	return { lines, texts, bottom: below };
}

/** The sum of all values before one, as a line as high as that up to its bar. */
function sumShapes(
	note: Note,
	y: (value: number) => number,
	{ plot, bars, taken }: Pick<Plotted, 'plot' | 'bars' | 'taken'>,
	size: Size,
): readonly Shape[] {
	const bar = note.type === 'datum' ? bars.get(note.datum.id) : undefined;
	if (note.type !== 'datum' || note.before === undefined || !bar) return [];
	const level = round(y(note.before));
	const words = `${note.label}: ${shortAmount({ value: note.before, qualifier: 'exactly' })}`;
	const lines = wrap(words, (bar.x - plot.x) * 0.8, size.text, 'bold');
	const others = [
		...flatten(taken).flatMap((shape) => (shape.type === 'text' ? [boxOf(shape)] : [])),
		...bars.values(),
	];
	const [below, above] = [level + size.text + 5, level - 6 - (lines.length - 1) * size.lineHeight];
	const wishes = (['start', 'end'] as const).flatMap((anchor) =>
		[below, above].map((base) => {
			const x = anchor === 'start' ? plot.x + 4 : bar.x - 6;
			return label('ch-sum-words ch-halo', size, lines, { x, y: base }, anchor, 'bold');
		}),
	);
	const free = wishes.find((wish) => !others.some((other) => overlap(boxOf(wish), other, 2)));
	return [
		{ type: 'line', role: 'ch-sum', x1: plot.x, y1: level, x2: round(bar.x + bar.width), y2: level },
		...(free ? [free] : wishes.slice(0, 1)),
	];
}

const startOf = (note: Extract<Note, { readonly type: 'time' | 'span' }>): number =>
	note.type === 'time' ? note.at : note.from;

const keyItem = (strand: ChartSeries, index: number): KeyItem => ({
	words: strand.label,
	lead: 12,
	sample: (x, y) => [
		{
			type: 'group',
			role: seriesRole(index),
			shapes: [{ type: 'rect', role: 'ch-bar', x: round(x), y: round(y - 5), width: 11, height: 10 }],
		},
	],
});
