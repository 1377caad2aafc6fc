import { formatNumber } from '../../ledger/quantity.ts';
import type { Note } from '../annotations.ts';
import { shortDate } from '../day.ts';
import { hatch } from '../hatch.ts';
import { type KeyItem, keyRows } from '../key.ts';
import { timeGrid } from '../plot.ts';
import { columnsFor, rowOf } from '../rows.ts';
import { round, type Scene, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { timeScale, wholeSpans } from '../time.ts';
import type { Window } from '../windows.ts';
import { timeNotes } from './timenotes.ts';
import { roughly, windowBox } from './windowbar.ts';

export interface WindowsChart {
	readonly windows: readonly Window[];
	readonly notes: readonly Note[];
}

/** Height of the box with the most people a day. */
const HIGHEST = { wide: 130, middle: 110, narrow: 96 } as const;
const GAP = 10;

const roughKey: KeyItem = {
	words: 'begins or ends in this month; the day is not given',
	lead: 16,
	sample: (x, y) => {
		const box = { x, y: y - 6, width: 15, height: 12 };
		const frame: Shape = { type: 'rect', role: 'ch-frame', ...box };
		const strokes: Shape = { type: 'path', role: 'ch-hatch', d: hatch(box, 6) };
		return [{ type: 'group', role: 'ch-series-1', shapes: [frame, strokes] }];
	},
};

/** A square that stands for a round number of people. @param area of one of them */
function areaKey(area: number): KeyItem {
	const people = [1e6, 500_000, 100_000, 50_000, 10_000, 1000, 100, 10].find((some) => some * area < 700) ?? 1;
	const side = Math.sqrt(people * area);
	return {
		words: `${formatNumber(people, 'exact')} people: the area of a box says how many, its width over how long`,
		lead: side,
		sample: (x, y) => {
			const box = { x: round(x), y: round(y - side / 2), width: round(side), height: round(side) };
			const shapes = (['ch-frame', 'ch-box'] as const).map((role): Shape => ({ type: 'rect', role, ...box }));
			return [{ type: 'group', role: 'ch-series-1', shapes }];
		},
	};
}

/** Draws each figure as a box on one time axis: as wide as the period that it covers, its area as large as it counts people. */
export function windowsScene({ windows, notes }: WindowsChart, size: Size): Scene {
	const [from, to] = wholeSpans(
		Math.min(...windows.map((window) => window.from.min)),
		Math.max(...windows.map((window) => window.to.max)),
	);
	const words = windows.map((window) => ({
		name: window.figure,
		detail: `${window.name}, ${shortDate(window.datum.date)}`,
		strong: true,
	}));
	const columns = columnsFor(
		words.flatMap(({ name, detail }) => [name, detail]),
		size,
		size.layout === 'wide' ? 300 : 170,
		size.width - 4,
	);
	const x = timeScale(from, to, [columns.left, columns.right]);
	const at = (time: number) => round(x(time));
	const people = ({ datum }: Window) => datum.upper ?? datum.value ?? 0;
	const widthOf = ({ from: first, to: last }: Window) => Math.max(3, x(last.max) - x(first.min));
	const area = HIGHEST[size.layout] / Math.max(...windows.map((one) => people(one) / widthOf(one)));
	const heightOf = (one: Window) => Math.max(2, (people(one) * area) / widthOf(one));

	const key = [areaKey(area), ...(windows.some(roughly) ? [roughKey] : [])];
	const legend = keyRows(key, size, 4);
	const times = timeNotes(notes, x, [from, to], size);
	const headTop = legend.bottom + 6;
	const axisY = headTop + times.height + size.text;
	const top = axisY + 8;
	let y = top + 4;
	const rows: Shape[] = [];
	for (const [index, window] of windows.entries()) {
		const height = heightOf(window);
		const row = rowOf(words[index] ?? { name: window.figure }, columns, y, height);
		const boxes = windowBox(window, at, row.y - height / 2, height);
		rows.push({ type: 'group', role: 'ch-row ch-series-1', shapes: [...row.words, ...boxes] });
		y = row.bottom + GAP;
	}
	const bottom = round(y);
	const grid = timeGrid(x, { y: top, height: bottom - top }, size, axisY);
	const below = timeGrid(x, { y: bottom, height: 0 }, size, bottom + size.text + 4);
	const { bands, lines, words: said } = times.at(headTop, top, bottom);
	return {
		width: size.width,
		height: Math.ceil(bottom + size.lineHeight + 6),
		layout: size.layout,
		shapes: [...bands, ...legend.shapes, grid.rules, ...grid.names, ...below.names, ...lines, ...said, ...rows],
	};
}
