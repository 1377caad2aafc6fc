import type { Note, Noted } from '../annotations.ts';
import type { ChartSeries, Datum } from '../data.ts';
import { labeller, noteWords } from '../label.ts';
import { overlap } from '../label-placement.ts';
import { group, rect, round, sceneOf } from '../marks.ts';
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
	const isSummed = notes.some((note) => note.type === 'datum' && note.before !== undefined);
	// Behind the calendar there is room for one more bar, of all the years before.
	const inset = isSummed ? size.width / 11 : 2;
	const wanted = { unit, period, ends: false, largest, notes, inset, height: HEIGHT[size.layout] };
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

	const sums = notes.flatMap((note) => sumShapes(note, y, bars, below, size));
	const ruled = behind.flatMap((shape): readonly Box[] =>
		shape.type === 'line' && shape.role === 'ch-note-line'
			? [{ x: shape.x1, y: shape.y1, width: 0, height: shape.y2 - shape.y1 }]
			: [],
	);
	const taken = [...behind, ...sums].flatMap((shape) => (shape.type === 'text' ? [boxOf(shape)] : []));
	const values: TextShape[] = [];
	const wanting = data
		// A value that can hardly be told from nought needs no number: the axis says as much.
		.filter(({ id, value }) => (value ?? 0) > largest / 100 || value === 0 || seen.has(id))
		.sort((a, b) => Number(seen.has(b.id)) - Number(seen.has(a.id)) || (b.value ?? 0) - (a.value ?? 0))
		.slice(0, MOST_VALUES);
	for (const datum of wanting) {
		const bar = bars.get(datum.id);
		if (!bar) continue;
		const others = [...bars].filter(([id, { height }]) => id !== datum.id && height >= 1).map(([, box]) => box);
		const role = `${roleOf(datum.id, 'ch-value')} ch-halo`;
		// In the middle of its bar, else flush with one of its sides.
		const sets = (['middle', 'end', 'start'] as const).map((anchor) => {
			const x = bar.x + { start: 0, middle: bar.width / 2, end: bar.width }[anchor];
			const set = label(role, size, [shortAmount(datum)], { x, y: bar.y - 5 }, anchor, 'bold');
			const box = boxOf(set);
			return { ...set, x: round(set.x - Math.max(0, box.x + box.width - size.width)) };
		});
		const clear = (lines: readonly Box[]) =>
			sets.find(
				(set) => boxOf(set).x >= 0 && ![...taken, ...others, ...lines].some((one) => overlap(boxOf(set), one, 2)),
			);
		// Across the line of a time only where there is no other room.
		const text = clear(ruled) ?? clear([]);
		if (!text) continue;
		taken.push(boxOf(text));
		values.push(text);
	}
	const rest = notes.filter((note) => note.type === 'datum' && note.before === undefined);
	const tops = [...bars.values()].map((box) => ({ x: box.x + box.width / 2, y: box.y }));
	const labels = labeller(size, { x: plot.x, y: head, width: plot.width, height: bottom - 4 - head }, [], tops);
	labels.keep([...behind, ...sums, ...values]);
	const end = Math.max(
		below,
		...sums.flatMap((shape) => (shape.type === 'text' ? [boxOf(shape).y + boxOf(shape).height] : [])),
	);
	const topOf = ({ id }: Datum) => ({ x: bars.get(id)?.x ?? 0, y: bars.get(id)?.y ?? 0 });
	const said = noteWords(rest, topOf, { x: 0, y: end, width: size.width }, labels, size);
	const own = group('ch-series ch-series-1', [...marks, ...values], { series: id });
	return sceneOf(size, said.bottom, [...behind, own, ...sums, ...said.shapes]);
}

/** The sum of all values before one, as a pale bar behind the calendar, named below it. */
function sumShapes(
	note: Note,
	y: (value: number) => number,
	bars: ReadonlyMap<string, Box>,
	below: number,
	size: Size,
): readonly Shape[] {
	const bar = note.type === 'datum' ? bars.get(note.datum.id) : undefined;
	if (note.type !== 'datum' || note.before === undefined || !bar) return [];
	const amount = shortAmount({ value: note.before, qualifier: 'exactly' });
	const lines = [...wrap(note.label, size.width / 2, size.text, 'bold'), amount];
	const [width, top] = [Math.max(bar.width, size.width / 18), round(y(note.before))];
	return [
		rect('ch-sum', { x: size.width - width - 4, y: top, width, height: bar.y + bar.height - top }),
		label('ch-sum-words', size, lines, { x: size.width, y: below + size.text - 8 }, 'end', 'bold'),
	];
}
