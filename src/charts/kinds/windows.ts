import type { PointDate } from '../../ledger/date.ts';
import type { Note } from '../annotations.ts';
import { type KeyItem, keyRows } from '../key.ts';
import { boxOf, label, timeAxis } from '../plot.ts';
import { round, type Scene, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { strip } from '../strip.ts';
import { textWidth, wrap } from '../text.ts';
import { timeScale, wholeSpans } from '../time.ts';
import type { Window } from '../windows.ts';

const BAR = 10;
const GAP = 10;

export interface WindowsChart {
	readonly windows: readonly Window[];
	readonly notes: readonly Note[];
}

const rough = (date: PointDate): boolean => date.precision !== 'day' || date.approximate || date.uncertain;

/** Draws each figure's period as a bar on one time axis. All bars are equally thick: how many is written, not drawn. */
export function windowsScene({ windows, notes }: WindowsChart, size: Size): Scene {
	const isWide = size.layout === 'wide';
	const [from, to] = wholeSpans(
		Math.min(...windows.map((window) => window.from.min)),
		Math.max(...windows.map((window) => window.to.max)),
	);
	const left = isWide ? 250 : 2;
	const right = size.width - 2;
	const x = timeScale(from, to, [left, right]);
	const at = (time: number) => round(x(time));

	const key = keyRows(windows.some((window) => rough(window.from) || rough(window.to)) ? keyItems : [], size, 0);
	const times = notes.filter((note) => note.type === 'time' || note.type === 'span');
	const timeX = (note: (typeof times)[number]) =>
		x(Math.max(from, Math.min(to, note.type === 'time' ? note.at : note.from)));
	const header = strip(
		times.map((note) => ({ x: timeX(note), text: note.label })),
		size,
		0,
		size.width,
	);
	const offset = key.bottom + 4;
	const top = offset + header.height + 4;
	let y = top;
	const rows: Shape[] = [];
	for (const window of windows) {
		const start = y;
		const texts: Shape[] = [];
		let middle: number;
		if (isWide) {
			const names = wrap(window.name, left - 24, size.text);
			texts.push(
				{ ...label('ch-figure', size, [window.figure], { x: 0, y: y + 15 }, 'start', 'bold'), size: 15 },
				label('ch-detail', size, names, { x: 0, y: y + 15 + size.lineHeight }),
			);
			const height = 18 + names.length * size.lineHeight;
			middle = y + height / 2 + 1;
			y += height + GAP;
		} else {
			const figureWidth = textWidth(window.figure, 14, 'bold') + 8;
			const inline = figureWidth + textWidth(window.name, size.text) <= right;
			const names = inline ? [window.name] : wrap(window.name, right, size.text);
			texts.push({
				...label('ch-figure ch-halo', size, [window.figure], { x: 0, y: y + 14 }, 'start', 'bold'),
				size: 14,
			});
			if (!inline) y += size.lineHeight;
			texts.push(label('ch-detail ch-halo', size, names, { x: inline ? figureWidth : 0, y: y + 14 }));
			y += names.length * size.lineHeight + 11;
			middle = y;
			y += BAR / 2 + GAP + 2;
		}
		rows.push({ type: 'group', role: 'ch-row ch-series-1', shapes: [...texts, ...bar(window, at, middle)] });
		if (isWide && start > top)
			rows.push({
				type: 'line',
				role: 'ch-rule',
				x1: 0,
				y1: round(start - GAP / 2),
				x2: size.width,
				y2: round(start - GAP / 2),
			});
	}
	const plot = { x: left, y: top, width: right - left, height: y - top };
	const axis = timeAxis(x, plot, size);
	const lines = axis.flatMap((shape): Shape[] =>
		shape.type === 'line' ? [{ ...shape, role: 'ch-grid', y1: round(top) }] : [],
	);
	const marks = times.map((note, index): Shape => {
		const lineX = round(timeX(note));
		return {
			type: 'line',
			role: 'ch-note-line',
			x1: lineX,
			y1: round((header.tops[index]?.y ?? 0) + offset),
			x2: lineX,
			y2: round(y),
		};
	});
	const texts = header.texts.map((text) => ({ ...text, y: round(text.y + offset) }));
	const lowest = Math.max(
		y,
		...axis.flatMap((shape) => (shape.type === 'text' ? [boxOf(shape).y + boxOf(shape).height] : [])),
	);
	return {
		width: size.width,
		height: Math.ceil(lowest + 4),
		layout: size.layout,
		shapes: [...key.shapes, ...lines, ...axis, ...marks, ...texts, ...rows],
	};
}

/** A bar from the start to the end of a period: where the source names a month only, that month is drawn open. */
function bar(window: Window, at: (time: number) => number, y: number): readonly Shape[] {
	const [a, d] = [at(window.from.min), at(window.to.max)];
	const b = rough(window.from) ? at(window.from.max) : a;
	const c = rough(window.to) ? at(window.to.min) : d;
	const rect = (role: string, x1: number, x2: number, point?: string): Shape => ({
		type: 'rect',
		role,
		x: x1,
		y: round(y - BAR / 2),
		width: round(Math.max(2, x2 - x1)),
		height: BAR,
		...(point === undefined ? {} : { point }),
	});
	// A period within one month or two neighbouring ones has no part that is certain.
	if (c <= b) return [rect('ch-bar ch-open', a, d, window.datum.id)];
	return [
		...(b > a ? [rect('ch-bar ch-open', a, b)] : []),
		rect('ch-bar', b, c, window.datum.id),
		...(d > c ? [rect('ch-bar ch-open', c, d)] : []),
	];
}

const keyItems: readonly KeyItem[] = [
	{
		words: 'period of the figure',
		lead: 24,
		sample: (x, y) => [sample('ch-bar', x, y)],
	},
	{
		words: 'begins or ends in this month, day not given',
		lead: 24,
		sample: (x, y) => [sample('ch-bar ch-open', x, y)],
	},
];

const sample = (role: string, x: number, y: number): Shape => ({
	type: 'group',
	role: 'ch-series-1',
	shapes: [{ type: 'rect', role, x: round(x + 1), y: round(y - BAR / 2), width: 22, height: BAR }],
});
