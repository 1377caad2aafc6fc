import type { Note } from '../annotations.ts';
import { keyRows } from '../key.ts';
import { boxOf, label, timeAxis } from '../plot.ts';
import { round, type Scene, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { timeScale, wholeSpans } from '../time.ts';
import type { Window } from '../windows.ts';
import { timeNotes } from './timenotes.ts';
import { roughly, windowKey } from './windowbar.ts';
import { windowColumns, windowRow } from './windowrows.ts';

const GAP = 10;

export interface WindowsChart {
	readonly windows: readonly Window[];
	readonly notes: readonly Note[];
}

/** Draws each figure twice in its row: how many as a bar from nought, and over which period as a bar on one time axis. */
export function windowsScene({ windows, notes }: WindowsChart, size: Size): Scene {
	const [from, to] = wholeSpans(
		Math.min(...windows.map((window) => window.from.min)),
		Math.max(...windows.map((window) => window.to.max)),
	);
	const { many, when } = windowColumns(size);
	const right = when.x + when.width;
	const x = timeScale(from, to, [when.x, right]);
	const at = (time: number) => round(x(time));
	const most = Math.max(1, ...windows.map(({ datum }) => datum.upper ?? datum.value ?? 0));

	const key = keyRows(windows.some(roughly) ? windowKey : [], size, 0);
	const times = timeNotes(notes, x, [from, to], size);
	const offset = key.bottom + 8;
	const heads: readonly Shape[] = [
		label('ch-heading', size, ['How many'], { x: many.x, y: offset + size.text }, 'start', 'bold'),
		label('ch-heading', size, ['Over which period'], { x: when.x, y: offset + size.text }, 'start', 'bold'),
	];
	const headBottom = offset + size.lineHeight;
	const top = headBottom + times.height + 4;
	let y = top + 4;
	const rows: Shape[] = [];
	for (const [index, window] of windows.entries()) {
		if (index > 0) {
			const line = round(y);
			rows.push({ type: 'line', role: 'ch-rule', x1: 0, y1: line, x2: size.width, y2: line });
			y += GAP / 2;
		}
		const row = windowRow(window, { most, at, top: y, size });
		rows.push(...row.shapes);
		y = row.bottom + (index < windows.length - 1 ? GAP / 2 : 0);
	}
	const axis = timeAxis(x, { x: when.x, y: top, width: when.width, height: y - top }, size);
	const lines = axis.flatMap((shape): Shape[] =>
		shape.type === 'line' ? [{ ...shape, role: 'ch-grid', y1: round(top) }] : [],
	);
	// In the narrow layout words stand where it would be.
	const zero: Shape | undefined =
		size.layout === 'narrow'
			? undefined
			: { type: 'line', role: 'ch-axis', x1: many.x, y1: round(top), x2: many.x, y2: round(y) };
	const { bands, lines: marks, words } = times.at(headBottom, top, y);
	const lowest = Math.max(
		y,
		...axis.flatMap((shape) => (shape.type === 'text' ? [boxOf(shape).y + boxOf(shape).height] : [])),
	);
	return {
		width: size.width,
		height: Math.ceil(lowest + 4),
		layout: size.layout,
		shapes: [
			...bands,
			...key.shapes,
			...heads,
			...lines,
			...(zero ? [zero] : []),
			...axis,
			...marks,
			...words,
			...rows,
		],
	};
}
