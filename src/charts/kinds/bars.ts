import { scaleBand } from 'd3-scale';
import { formatDate } from '../../ledger/date.ts';
import type { Note } from '../annotations.ts';
import type { ChartSeries, Datum } from '../data.ts';
import { type KeyItem, keyRows } from '../key.ts';
import { labeller } from '../label.ts';
import { type Box, overlap } from '../place.ts';
import { boxOf, countAxis, countScale, gutter, label, linesWidth } from '../plot.ts';
import { flatten, round, type Scene, type Shape, type TextShape } from '../scene.ts';
import type { Size } from '../size.ts';
import { wrap } from '../text.ts';
import { shortAmount } from '../words.ts';
import { momentNote, momentX } from './barnotes.ts';

export interface BarChart {
	readonly series: readonly ChartSeries[];
	readonly notes: readonly Note[];
}

const role = (index: number): string => `ch-series-${(index % 6) + 1}`;

/** Draws a flow as upright bars from nought, one for each date; bars of several series stand side by side. */
export function barsScene({ series, notes }: BarChart, size: Size): Scene {
	const isWide = size.layout === 'wide';
	const data = series.flatMap((strand) => strand.data);
	const dates = [...new Map(data.map(({ date }) => [date.edtf, date])).values()].sort((a, b) => a.min - b.min);
	const largest = Math.max(0, ...data.map(({ value }) => value ?? 0));
	const key = keyRows(series.length > 1 ? series.map(keyItem) : [], size, 0);

	const left = gutter(countScale(largest, [1, 0], 5).ticks, size);
	const right = size.width - 2;
	const top = (key.bottom > 0 ? key.bottom + 8 : 0) + size.lineHeight + 2;
	const plot: Box = { x: left, y: top, width: right - left, height: isWide ? 280 : 230 };
	const bottom = round(plot.y + plot.height);
	const { scale: y, ticks } = countScale(largest, [bottom, top], 5);
	const x = scaleBand(
		dates.map(({ edtf }) => edtf),
		[left, right],
	).padding(dates.length > 60 ? 0 : 0.25);
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
			return height > 0
				? { type: 'rect', role: 'ch-bar', y: round(bottom - height), height: round(height), ...common }
				: { type: 'rect', role: 'ch-nought', y: round(bottom - 1), height: 2, ...common };
		});
		return { type: 'group', role: `ch-series ${role(index)}`, series: strand.id, shapes };
	});

	const texts: Shape[] = [];
	const tops = [...bars.values()].map(({ x: cx, y: cy, width }) => ({ x: cx + width / 2, y: cy }));
	const sides = [...bars.values()].flatMap((box) =>
		box.height < 1
			? []
			: ([
					[
						{ x: box.x, y: box.y },
						{ x: box.x, y: box.y + box.height },
					],
					[
						{ x: box.x + box.width, y: box.y },
						{ x: box.x + box.width, y: box.y + box.height },
					],
				] as const),
	);
	const labels = labeller(size, { x: left, y: 0, width: right - left, height: bottom - 4 }, sides, tops);
	labels.keep([...axes, ...key.shapes]);
	const values = valueLabels(series, bars, axes, size);
	labels.keep(values);
	texts.push(...values);
	let below = bottom + 5 + size.lineHeight * 1.5;
	const lines: Shape[] = [];
	for (const note of notes) {
		const moment = note.type === 'time' || note.type === 'span' ? momentX(x, dates, startOf(note)) : undefined;
		const found =
			moment === undefined
				? undefined
				: momentNote(note.label, moment, size, {
						bounds: { x: left, y: key.bottom, width: size.width - left, height: bottom - key.bottom },
						texts: flatten([...axes, ...texts]).flatMap((shape) => (shape.type === 'text' ? [boxOf(shape)] : [])),
						bars: [...bars.values()].filter(({ height }) => height >= 1),
						bottom,
					});
		if (found) {
			lines.push(found.line);
			texts.push(found.text);
			labels.keep([found.text]);
			continue;
		}
		const datum = note.type === 'datum' ? note.datum : undefined;
		const bar = datum ? bars.get(datum.id) : undefined;
		const anchor = bar ? [{ x: round(bar.x + bar.width / 2), y: bar.y - size.lineHeight - 4 }] : [];
		const shapes = labels.putText({
			role: 'ch-note ch-halo',
			text: note.label,
			widths: isWide ? [190, 130] : [130, 90],
			anchors: anchor,
		});
		if (shapes) texts.push(...shapes);
		else {
			const rows = wrap(note.label, size.width, size.text);
			texts.push(label('ch-note', size, rows, { x: 0, y: below + size.text }));
			below += rows.length * size.lineHeight;
		}
	}
	return {
		width: size.width,
		height: Math.ceil(below),
		layout: size.layout,
		shapes: [...key.shapes, ...axes, ...lines, ...groups, ...texts],
	};
}

const startOf = (note: Extract<Note, { readonly type: 'time' | 'span' }>): number =>
	note.type === 'time' ? note.at : note.from;

/** More values than this have no room in any width. */
const MOST_VALUES = 60;

/** Values above their bars where they fit: noughts first, since they have no bar to be seen by, then the largest. */
function valueLabels(
	series: readonly ChartSeries[],
	bars: ReadonlyMap<string, Box>,
	axes: readonly Shape[],
	size: Size,
): readonly TextShape[] {
	const texts: TextShape[] = [];
	const taken = flatten(axes).flatMap((shape) => (shape.type === 'text' ? [boxOf(shape)] : []));
	const wanted = series
		.flatMap((strand, index) => strand.data.map((datum) => ({ datum, index })))
		.filter(({ datum }) => datum.value !== null)
		.sort(
			(a, b) =>
				Number(b.datum.value === 0) - Number(a.datum.value === 0) || (b.datum.value ?? 0) - (a.datum.value ?? 0),
		)
		.slice(0, MOST_VALUES);
	for (const { datum, index } of wanted) {
		const bar = bars.get(datum.id);
		if (!bar) continue;
		const words = shortAmount(datum);
		const half = linesWidth([words], size, 'bold') / 2;
		const y = bar.y - 5;
		const others = [...bars].filter(([id, { height }]) => id !== datum.id && height >= 1).map(([, box]) => box);
		// In the middle of its bar, else flush with one of its sides.
		const text = [
			{ anchor: 'middle' as const, x: Math.min(size.width - half, bar.x + bar.width / 2) },
			{ anchor: 'end' as const, x: bar.x + bar.width },
			{ anchor: 'start' as const, x: bar.x },
		]
			.map(({ anchor, x }) => label(`ch-value ${role(index)}`, size, [words], { x, y }, anchor, 'bold'))
			.find((wish) => {
				const box = boxOf(wish);
				const inside = box.x >= 0 && box.x + box.width <= size.width + 0.5;
				return (
					inside && !taken.some((other) => overlap(box, other, 3)) && !others.some((other) => overlap(box, other, 1))
				);
			});
		if (!text) continue;
		taken.push(boxOf(text));
		texts.push(text);
	}
	return texts;
}

/** Names below the bars, every first, second, third, … as room allows. */
function dateAxis(
	dates: readonly Datum['date'][],
	x: { (edtf: string): number | undefined; bandwidth(): number },
	bottom: number,
	size: Size,
): readonly Shape[] {
	const named = dates.map((date) => ({ words: formatDate(date), middle: (x(date.edtf) ?? 0) + x.bandwidth() / 2 }));
	const widest = linesWidth(
		named.map(({ words }) => words),
		size,
	);
	const pitch = dates.length > 1 ? Math.abs((named[1]?.middle ?? 0) - (named[0]?.middle ?? 0)) : size.width;
	const every = Math.max(1, Math.ceil((widest + 6) / pitch));
	// Counted from the end: the latest date is the one that readers look for.
	return named.flatMap(({ words, middle }, index): Shape[] => {
		if ((named.length - 1 - index) % every !== 0) return [];
		const half = linesWidth([words], size) / 2;
		const centre = Math.max(half, Math.min(size.width - half, middle));
		return [label('ch-tick', size, [words], { x: centre, y: bottom + 5 + size.lineHeight }, 'middle')];
	});
}

const keyItem = (strand: ChartSeries, index: number): KeyItem => ({
	words: strand.label,
	lead: 12,
	sample: (x, y) => [
		{
			type: 'group',
			role: role(index),
			shapes: [{ type: 'rect', role: 'ch-bar', x: round(x), y: round(y - 5), width: 11, height: 10 }],
		},
	],
});
