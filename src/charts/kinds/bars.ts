import type { Note, Noted } from '../annotations.ts';
import type { ChartSeries, Datum } from '../data.ts';
import { labeller, noteWords } from '../label.ts';
import { overlap } from '../label-placement.ts';
import { group, line, rect, round, sceneOf } from '../marks.ts';
import type { Box, Scene, Shape, Size, TextShape } from '../scene.ts';
import { boxOf, label, wrap } from '../text.ts';
import { wholeSpans } from '../time.ts';
import { shortAmount } from '../words.ts';
import { timePlot } from './timeplot.ts';

const HEIGHT = { wide: 340, middle: 280, narrow: 230 } as const;
/** More values than this have no room in any width. */
const MOST_VALUES = 60;

/** Draws a flow as upright bars from nought: each as wide as the time that it counts, less a gap. */
export function barsScene({ id, data }: ChartSeries, { notes, unit }: Noted, size: Size): Scene {
	// What an editor points out is loud, all else quiet.
	const seen = new Set(notes.flatMap((note) => (note.type === 'datum' ? [note.datum.id] : [])));
	const period = wholeSpans(
		Math.min(...data.map(({ date }) => date.min)),
		Math.max(...data.map(({ date }) => date.max)),
	);
	const largest = Math.max(0, ...data.map(({ value }) => value ?? 0));
	const wanted = { unit, period, ends: false, largest, notes, inset: 2, height: HEIGHT[size.layout] };
	const { x, y, plot, head, behind, bottom: below } = timePlot(wanted, size);
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
		return rect(`ch-nought${quiet}`, { x, y: bottom - 1, width, height: 2 }, id);
	});

	const sums = notes.flatMap((note) => sumShapes(note, y, plot, bars, size));
	const taken = [...behind, ...sums].flatMap((shape) => (shape.type === 'text' ? [boxOf(shape)] : []));
	const values: TextShape[] = [];
	const wanting = data
		// A value that can hardly be told from nought needs no number: the axis says as much.
		.filter(({ id, value }) => (value ?? 0) > largest / 100 || seen.has(id))
		.sort((a, b) => Number(seen.has(b.id)) - Number(seen.has(a.id)) || (b.value ?? 0) - (a.value ?? 0))
		.slice(0, MOST_VALUES);
	for (const datum of wanting) {
		const bar = bars.get(datum.id);
		if (!bar) continue;
		const others = [...bars].filter(([id, { height }]) => id !== datum.id && height >= 1).map(([, box]) => box);
		const role = `${roleOf(datum.id, 'ch-value')} ch-halo`;
		// In the middle of its bar, else flush with its right side.
		const text = (['middle', 'end'] as const)
			.map((anchor) => {
				const x = bar.x + (anchor === 'middle' ? bar.width / 2 : bar.width);
				const set = label(role, size, [shortAmount(datum)], { x, y: bar.y - 5 }, anchor, 'bold');
				const box = boxOf(set);
				return { ...set, x: round(set.x - Math.max(0, box.x + box.width - size.width)) };
			})
			.find((set) => boxOf(set).x >= 0 && ![...taken, ...others].some((other) => overlap(boxOf(set), other, 2)));
		if (!text) continue;
		taken.push(boxOf(text));
		values.push(text);
	}
	const rest = notes.filter((note) => note.type === 'datum' && note.before === undefined);
	const tops = [...bars.values()].map((box) => ({ x: box.x + box.width / 2, y: box.y }));
	const labels = labeller(size, { x: plot.x, y: head, width: plot.width, height: bottom - 4 - head }, [], tops);
	labels.keep([...behind, ...sums, ...values]);
	const topOf = ({ id }: Datum) => ({ x: bars.get(id)?.x ?? 0, y: bars.get(id)?.y ?? 0 });
	const said = noteWords(rest, topOf, { x: 0, y: below, width: size.width }, labels, size);
	const own = group('ch-series ch-series-1', [...marks, ...values], { series: id });
	return sceneOf(size, said.bottom, [...behind, own, ...sums, ...said.shapes]);
}

/** The sum of all values before one, as a line as high as that up to its bar. */
function sumShapes(
	note: Note,
	y: (value: number) => number,
	plot: Box,
	bars: ReadonlyMap<string, Box>,
	size: Size,
): readonly Shape[] {
	const bar = note.type === 'datum' ? bars.get(note.datum.id) : undefined;
	if (note.type !== 'datum' || note.before === undefined || !bar) return [];
	const level = round(y(note.before));
	const words = `${note.label}: ${shortAmount({ value: note.before, qualifier: 'exactly' })}`;
	const lines = wrap(words, (bar.x - plot.x) * 0.8, size.text, 'bold');
	return [
		line('ch-sum', plot.x, level, bar.x + bar.width, level),
		label('ch-sum-words ch-halo', size, lines, { x: plot.x + 4, y: level + size.text + 5 }, 'start', 'bold'),
	];
}
