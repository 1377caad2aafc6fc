import { heldWords } from '../../ledger/duration.ts';
import type { Ceasefire } from '../../ledger/ledger.ts';
import type { Note } from '../annotations.ts';
import { hatch } from '../hatch.ts';
import { boxOf, label, timeGrid } from '../plot.ts';
import { round, type Scene, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { DROP, textWidth, wrap } from '../text.ts';
import { timeScale, wholeSpans } from '../time.ts';
import { eventDate, type Happening, lanes } from './event-rows.ts';
import { edge, spanOf } from './span.ts';

/** What is drawn. */
export interface Content {
	readonly ceasefire: Ceasefire;
	readonly all: readonly Happening[];
	/** Dates of the events to see. */
	readonly strong: ReadonlySet<string | undefined>;
	/** What is said of the time in force as a whole: that the events are few of many. */
	readonly said: Extract<Note, { readonly type: 'span' }> | undefined;
}

/** The part of a drawing that holds its time axis. */
interface Frame {
	readonly x: (time: number) => number;
	readonly left: number;
	readonly right: number;
	readonly size: Size;
}

/** Height of the row of one event beside its words. */
const PAD = 7;

const symbolOf = ({ kind }: Happening) => {
	if (kind === 'violation' || kind === 'trigger') return 'diamond';
	if (kind === 'collapse') return 'square';
	return kind === 'reaction' ? 'up' : 'circle';
};

/** One event at its date: a symbol where the day is known, else a bar over all the days that it can mean. */
function mark(happening: Happening, y: number, { x, left, right }: Frame) {
	const { min, max, hard } = edge(happening.event.date);
	const role = `tl-event tl-${happening.kind.replaceAll(' ', '-')}`;
	const [from, to] = [Math.max(left, x(min)), Math.min(right, x(max))];
	const point = happening.id;
	const width = Math.max(5, to - from);
	const shape: Shape = hard
		? { type: 'symbol', role, point, symbol: symbolOf(happening), x: round(x(min)), y: round(y), radius: 5.5 }
		: { type: 'rect', role, point, x: round(from), y: round(y - 3), width: round(width), height: 6 };
	return hard ? { shape, from: x(min) - 6, to: x(min) + 6 } : { shape, from, to: from + width };
}

/** What an event is called in the drawing: its date and its own short words, or its kind where it has none. */
const wordsOf = ({ date, event, kind }: Happening): string =>
	`${eventDate(date)}: ${event.short ?? (kind === 'in force' ? 'takes effect' : kind)}`;

/** Words beside a mark, on the side that has more room, broken where one line has none. */
function row(happening: Happening, strong: boolean, top: number, frame: Frame) {
	const { size, left, right } = frame;
	const drawn = mark(happening, top, frame);
	const weight = strong ? 'bold' : 'regular';
	const rooms = { after: size.width - drawn.to - 6, before: drawn.from - 6 - (size.layout === 'narrow' ? 0 : left) };
	const text = wordsOf(happening);
	const after = textWidth(text, size.text, weight) <= rooms.after || rooms.after >= rooms.before;
	const lines = wrap(text, after ? rooms.after : rooms.before, size.text, weight);
	const height = lines.length * size.lineHeight + PAD;
	const middle = round(top + height / 2);
	const baseline = middle + size.text * DROP - ((lines.length - 1) * size.lineHeight) / 2;
	const shapes: readonly Shape[] = [
		{ type: 'line', role: 'ch-grid', x1: left, y1: middle, x2: right, y2: middle },
		label(
			strong ? 'tl-warm ch-halo' : 'tl-label ch-halo',
			size,
			lines,
			{ x: after ? drawn.to + 6 : drawn.from - 6, y: baseline },
			after ? 'start' : 'end',
			weight,
		),
		mark(happening, middle, frame).shape,
	];
	return { shapes, bottom: top + height };
}

/** The time in force as a band behind the rows, with its length at the top. */
function inForce(ceasefire: Ceasefire, { x, left, right, size }: Frame, top: number, bottom: number): readonly Shape[] {
	const { start, end } = spanOf(ceasefire);
	if (!end) return [];
	const [from, to] = [Math.max(left, x(start.min)), Math.min(right, x(end.hard ? end.min : end.max))];
	const words = `in force: ${heldWords(ceasefire)}`;
	const half = textWidth(words, size.text) / 2;
	const centre = Math.min(size.width - half, Math.max(left + half, (from + to) / 2));
	return [
		{ type: 'rect', role: 'tl-in-force-time', x: round(from), y: top, width: round(to - from), height: bottom - top },
		label('tl-note', size, [words], { x: centre, y: top + size.text + 3 }, 'middle'),
	];
}

/** Says in the row of breaches that those drawn are few of many: strokes over all the time in which there were more. */
function many({ label: words, from, to }: NonNullable<Content['said']>, top: number, { x, left, right, size }: Frame) {
	const [a, b] = [Math.max(left, x(from)), Math.min(right, x(to))];
	const lines = wrap(words, Math.max(120, b - a - 12), size.text);
	const height = lines.length * size.lineHeight + 8;
	const text = label('tl-label ch-halo', size, lines, { x: (a + b) / 2, y: top + size.text + 4 }, 'middle');
	const box = boxOf(text);
	const shift = Math.max(0, -box.x) - Math.max(0, box.x + box.width - size.width);
	const shapes: readonly Shape[] = [
		{ type: 'path', role: 'tl-many', d: hatch({ x: a, y: top, width: b - a, height }, 7) },
		{ ...text, x: round(text.x + shift) },
	];
	return { shapes, bottom: top + height + 4 };
}

/** Draws the kinds of events below one another, each with its events in order of time. */
export function lifeScene({ ceasefire, all, strong, said }: Content, size: Size): Scene {
	const { start, end } = spanOf(ceasefire);
	const [from, to] = wholeSpans(
		Math.min(start.min, ...all.map(({ date }) => date.min)),
		Math.max((end ?? start).max - 1, ...all.map(({ date }) => date.max)),
	);
	const side = size.layout !== 'narrow';
	const left = side ? 130 : 6;
	const right = size.width - 8;
	const scale = timeScale(from, to, [left, right]);
	const frame: Frame = { left, right, size, x: (time) => scale(time) };
	const top = size.text + 8;
	const shapes: Shape[] = [];
	let y = top + size.lineHeight + 8;
	for (const { heading, kinds } of lanes) {
		const inLane = all.filter(({ kind }) => kinds.includes(kind));
		if (inLane.length === 0) continue;
		y += 6;
		shapes.push(label('ch-heading', size, [heading], { x: 0, y: y + size.text + (side ? 3 : 1) }, 'start', 'bold'));
		if (!side) y += size.lineHeight + 3;
		if (said && kinds.includes('violation')) {
			const placed = many(said, y, frame);
			shapes.push(...placed.shapes);
			y = placed.bottom;
		}
		for (const happening of inLane) {
			const loud = happening.kind === 'violation' && strong.has(happening.event.date);
			const placed = row(happening, loud, y, frame);
			shapes.push(...placed.shapes);
			y = placed.bottom;
		}
	}
	const bottom = round(y + 6);
	const grid = timeGrid(scale, { y: top - 2, height: bottom - top + 2 }, size, size.text);
	const below = timeGrid(scale, { y: bottom, height: 0 }, size, bottom + size.text + 4);
	return {
		width: size.width,
		height: Math.ceil(bottom + size.lineHeight + 6),
		layout: size.layout,
		shapes: [...inForce(ceasefire, frame, top, bottom), grid.rules, ...grid.names, ...below.names, ...shapes],
	};
}
