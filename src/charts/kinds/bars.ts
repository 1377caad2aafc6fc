import type { Noted } from '../annotations.ts';
import type { ChartSeries, Datum } from '../data.ts';
import { labeller, noteWords } from '../label.ts';
import { group, rect, round, sceneOf } from '../marks.ts';
import type { Box, Scene, Shape, Size } from '../scene.ts';
import { linesWidth } from '../text.ts';
import { spansAround } from '../time.ts';
import { shortAmount } from '../words.ts';
import { timePlot } from './timeplot.ts';

const HEIGHT = { wide: 340, middle: 280, narrow: 230 } as const;
/** More values than this have no room in any width. */
const MOST_VALUES = 60;

/** Draws a flow as upright bars from nought: each as wide as the time that it counts, less a gap. */
export function barsScene({ id, data }: ChartSeries, { notes, unit }: Noted, size: Size): Scene {
	// What an editor points out is loud, all else quiet.
	const seen = new Set(notes.flatMap((note) => (note.type === 'datum' ? [note.datum.id] : [])));
	const period = spansAround(data.map(({ date }) => date));
	const largest = Math.max(0, ...data.map(({ value }) => value ?? 0));
	const wanted = { unit, period, ends: false, largest, notes, inset: 2, height: HEIGHT[size.layout] };
	const { x, y, plot, head, behind, ruled, bottom: below } = timePlot(wanted, size);
	const bottom = round(plot.y + plot.height);
	const quiet = seen.size > 0 ? ' ch-quiet' : '';
	const roleOf = (datum: string, role: string) => (seen.has(datum) ? role : `${role}${quiet}`);

	const bars = new Map<string, Box>();
	for (const { id, date, value } of data) {
		const [from, to] = [x(date.min), x(date.max)];
		// One unit at least, so that a small number is not read as none; nought has no height.
		const height = value ? Math.max(1, round(bottom - y(value))) : 0;
		const box = { x: round(from + (to - from) * 0.12), width: round(Math.max(1, (to - from) * 0.76)) };
		bars.set(id, { ...box, y: round(bottom - height), height });
	}
	const marks = data.map(({ id, value }): Shape => {
		const { x = 0, y = 0, width = 0, height = 0 } = bars.get(id) ?? {};
		if (value) return rect(roleOf(id, 'ch-bar'), { x, y, width, height }, id);
		return rect('ch-nought', { x, y: bottom - 0.5, width, height: 1 }, id);
	});

	const room = { x: 0, y: head - 2, width: size.width, height: bottom - 2 - head };
	const labels = labeller(size, room, ruled, []);
	labels.keep(
		behind,
		[...bars.values()].filter(({ height }) => height >= 1),
	);
	const wanting = data
		// A value that can hardly be told from nought has a number where there is room for all.
		.filter(({ value, id }) => (value ?? 0) > largest / 100 || value === 0 || seen.has(id) || size.layout === 'wide')
		.sort((a, b) => Number(seen.has(b.id)) - Number(seen.has(a.id)) || (b.value ?? 0) - (a.value ?? 0))
		.slice(0, MOST_VALUES);
	const values = wanting.flatMap((datum) => {
		const bar = bars.get(datum.id);
		if (!bar) return [];
		const words = [shortAmount(datum)];
		const half = linesWidth(words, size, 'bold') / 2;
		// In the middle of its bar, else flush with one of its sides.
		const anchors = [bar.width / 2, bar.width - half, half].map((x) => ({ x: bar.x + x, y: bar.y + 4 }));
		// The largest has its number whatever is behind it.
		const clear = !seen.has(datum.id) && (datum.value ?? 0) < largest;
		const wish = { role: `${roleOf(datum.id, 'ch-value')} ch-halo`, words, anchors, within: 8, clear, upright: true };
		return labels.put({ ...wish, weight: 'bold' }) ?? [];
	});
	const points = notes.filter(({ type }) => type === 'datum');
	const topOf = ({ id }: Datum) => ({ x: bars.get(id)?.x ?? 0, y: bars.get(id)?.y ?? 0 });
	const said = noteWords(points, topOf, { x: 0, y: below, width: size.width }, labels, size);
	const own = group('ch-series ch-series-1', [...marks, ...values], { series: id });
	return sceneOf(size, said.bottom, [...behind, own, ...said.shapes]);
}
