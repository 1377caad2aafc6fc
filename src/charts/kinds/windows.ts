import type { PointDate } from '../../ledger/date.ts';
import { shortDate } from '../day.ts';
import { type KeyItem, keyRows } from '../key.ts';
import { timeGrid } from '../plot.ts';
import { columnsFor, rowOf } from '../rows.ts';
import { round, type Scene, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { timeScale, wholeSpans } from '../time.ts';
import type { Window } from '../windows.ts';
import { capital } from '../words.ts';

/** Height of the box with the most people a day. */
const HIGHEST = { wide: 130, middle: 110, narrow: 96 } as const;
const GAP = 10;

const words = (text: string): KeyItem => ({ words: text, lead: -6, sample: () => [] });

/** A box over a month in which a period begins or ends, on a day that its source does not give. */
const ROUGH: KeyItem = {
	words: 'begins or ends in this month, the day is not given',
	lead: 16,
	sample: (x, y) => {
		const frame: Shape = { type: 'rect', role: 'ch-frame', x, y: round(y - 6), width: 15, height: 12 };
		return [{ type: 'group', role: 'ch-series-1', shapes: [frame] }];
	},
};

const rough = (date: PointDate): boolean => date.precision !== 'day' || date.approximate || date.uncertain;

/**
 * A figure as one box: as wide as the whole span that the words of its source can cover. Where the source gives a month
 * and no day, the box is empty over that month: the period begins or ends somewhere in it.
 */
export function windowBox(
	{ from, to, datum }: Pick<Window, 'from' | 'to' | 'datum'>,
	at: (time: number) => number,
	top: number,
	height: number,
): readonly Shape[] {
	const part = (left: number, right: number) => ({
		x: round(left),
		y: round(top),
		width: round(right - left),
		height: round(height),
	});
	const [start, end] = [at(from.min), Math.max(at(from.min) + 3, at(to.max))];
	const sure = [rough(from) ? at(from.max) : start, rough(to) ? at(to.min) : end] as const;
	return [
		{ type: 'rect', role: 'ch-frame', ...part(start, end), point: datum.id },
		// A period within one month or two neighbouring ones has no part that is certain.
		...(sure[1] > sure[0] ? [{ type: 'rect', role: 'ch-box', ...part(...sure) } satisfies Shape] : []),
	];
}

/**
 * Draws each figure as a box on one time axis: as wide as the period that it covers, its area as large as it counts people.
 * @param counted what the figures count: "people displaced"
 */
export function windowsScene(windows: readonly Window[], counted: string, size: Size): Scene {
	const [from, to] = wholeSpans(
		Math.min(...windows.map((window) => window.from.min)),
		Math.max(...windows.map((window) => window.to.max)),
	);
	const names = windows.map(({ figure, name, datum }) => ({
		name: figure,
		detail: `${name}, ${shortDate(datum.date)}`,
		strong: true,
	}));
	const columns = columnsFor(
		names.flatMap(({ name, detail }) => [name, detail]),
		size,
	);
	const x = timeScale(from, to, [columns.left, columns.right]);
	const at = (time: number) => round(x(time));
	const people = ({ datum }: Window) => datum.upper ?? datum.value ?? 0;
	const widthOf = ({ from: first, to: last }: Window) => Math.max(3, x(last.max) - x(first.min));
	const area = HIGHEST[size.layout] / Math.max(...windows.map((one) => people(one) / widthOf(one)));

	const key = [
		words(`${capital(counted)}. The wider a box, the longer its time; the taller, the more people a month.`),
		words('The times overlap: the figures must not be added up.'),
		...(windows.some((one) => rough(one.from) || rough(one.to)) ? [ROUGH] : []),
	];
	const legend = keyRows(key, size, 0);
	const axisY = legend.bottom + 8 + size.text;
	const top = axisY + 8;
	let y = top + 4;
	const rows = windows.map((window, index): Shape => {
		const height = Math.max(2, (people(window) * area) / widthOf(window));
		const row = rowOf(names[index] ?? { name: window.figure }, columns, y, height);
		y = row.bottom + GAP;
		const shapes = [...row.words, ...windowBox(window, at, row.y - height / 2, height)];
		return { type: 'group', role: 'ch-row ch-series-1', shapes };
	});
	const bottom = round(y);
	const grid = timeGrid(x, { y: top, height: bottom - top }, size, axisY);
	const below = timeGrid(x, { y: bottom, height: 0 }, size, bottom + size.text + 4);
	return {
		width: size.width,
		height: Math.ceil(bottom + size.lineHeight + 6),
		layout: size.layout,
		shapes: [...legend.shapes, grid.rules, ...grid.names, ...below.names, ...rows],
	};
}
