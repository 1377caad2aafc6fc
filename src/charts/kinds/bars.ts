import { scaleBand } from 'd3-scale';
import type { Note } from '../annotations.ts';
import type { ChartSeries } from '../data.ts';
import { type KeyItem, keyRows } from '../key.ts';
import { labeller } from '../label.ts';
import { seriesRole } from '../marks.ts';
import type { Box } from '../place.ts';
import { boxOf, countAxis, countScale, gutter, label } from '../plot.ts';
import { flatten, round, type Scene, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { wrap } from '../text.ts';
import { dateAxis, valueLabels } from './barlabels.ts';
import { momentNote, momentX } from './barnotes.ts';

export interface BarChart {
	readonly series: readonly ChartSeries[];
	readonly notes: readonly Note[];
}

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
		return { type: 'group', role: `ch-series ${seriesRole(index)}`, series: strand.id, shapes };
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
