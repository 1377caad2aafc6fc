import { shortDate } from '../day.ts';
import { keyRows, saying } from '../key.ts';
import { timeGrid } from '../plot.ts';
import { columnsFor, rowOf } from '../rows.ts';
import { group, rect, round, type Scene, type Shape, sceneOf } from '../scene.ts';
import type { Size } from '../size.ts';
import { timeScale, wholeSpans } from '../time.ts';
import type { Window } from '../windows.ts';
import { capital } from '../words.ts';

/** Height of the box with the most people. */
const HIGHEST = { wide: 130, middle: 110, narrow: 96 } as const;
const GAP = 10;

/**
 * Draws each figure as a box on one time axis: as wide as the whole period that the words of its source can cover, as
 * high as it counts people.
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
	const most = Math.max(...windows.map(people));

	const key = [
		saying(`${capital(counted)}. The taller a box, the more people; the wider, the longer the time.`),
		saying('The times overlap: the figures must not be added up.'),
	];
	const legend = keyRows(key, size, 0);
	const axisY = legend.bottom + 8 + size.text;
	const top = axisY + 8;
	let y = top + 4;
	const rows = windows.map((window, index): Shape => {
		const height = Math.max(2, (people(window) / most) * HIGHEST[size.layout]);
		const row = rowOf(names[index] ?? { name: window.figure }, columns, y, height);
		y = row.bottom + GAP;
		const [left, right] = [at(window.from.min), at(window.to.max)];
		const box = { x: left, y: row.y - height / 2, width: Math.max(3, right - left), height };
		return group('ch-row ch-series-1', [...row.words, rect('ch-box', box, window.datum.id)]);
	});
	const bottom = round(y);
	const grid = timeGrid(x, { y: top, height: bottom - top }, size, axisY);
	const below = timeGrid(x, { y: bottom, height: 0 }, size, bottom + size.text + 4);
	const shapes = [...legend.shapes, grid.rules, ...grid.names, ...below.names, ...rows];
	return sceneOf(size, bottom + size.lineHeight + 6, shapes);
}
