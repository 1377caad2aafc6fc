import type { Note } from '../annotations.ts';
import type { ChartSeries, Datum } from '../data.ts';
import type { Scene, Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { panelGutter, panelHead, panelShapes } from './panel.ts';

export interface Multiples {
	readonly series: readonly ChartSeries[];
	readonly notes: readonly Note[];
}

const COLUMN_GAP = 18;
const ROW_GAP = 18;

/** Draws one small panel for each series, all over the same time. */
export function multiplesScene({ series, notes }: Multiples, size: Size): Scene {
	const columns = Math.min(series.length, size.layout === 'narrow' ? 2 : 3);
	const width = (size.width - COLUMN_GAP * (columns - 1)) / columns;
	const data = series.flatMap((strand) => strand.data);
	const at = data.map((datum) => datum.at);
	const period = [Math.min(...at), Math.max(...at)] as const;
	const most = (items: readonly Datum[]) => Math.max(0, ...items.map(({ value }) => value ?? 0));
	const panels = series.map((strand, index) => ({
		strand,
		column: index % columns,
		row: Math.floor(index / columns),
		largest: most(strand.data),
		notes: notes.filter((note) => note.type === 'datum' && note.datum.group === strand.id),
	}));
	// One gutter for all, so that a year stands at one place in every panel of a column.
	const inset = Math.max(0, ...panels.map(({ largest }) => panelGutter(largest, size)));
	const shapes: Shape[] = [];
	let top = 0;
	for (let row = 0; row * columns < panels.length; row++) {
		const own = panels.filter((one) => one.row === row);
		const heads = own.map(({ strand, column }) =>
			panelHead(strand, { x: column * (width + COLUMN_GAP), y: top, width }, size),
		);
		// Plots of one row begin at one height.
		const plotTop = Math.max(...heads.map(({ bottom }) => bottom)) + size.lineHeight;
		let lowest = plotTop;
		for (const [at, panel] of own.entries()) {
			const frame = { x: panel.column * (width + COLUMN_GAP), top: plotTop, width, inset };
			const drawn = panelShapes(panel, heads[at]?.shapes ?? [], period, frame, size);
			shapes.push(drawn.group);
			lowest = Math.max(lowest, drawn.bottom);
		}
		top = lowest + ROW_GAP;
	}
	return { width: size.width, height: Math.ceil(top - ROW_GAP + 2), layout: size.layout, shapes };
}
