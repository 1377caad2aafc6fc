import { formatDate } from '../../ledger/date.ts';
import { eventWords } from '../../ledger/eventwords.ts';
import { heldWords } from '../../ledger/held.ts';
import type { Ceasefire, Ledger } from '../../ledger/ledger.ts';
import { inSentence } from '../../ledger/name.ts';
import { plainText } from '../../ledger/plain.ts';
import type { Figure } from '../figure.ts';
import { exact } from '../number.ts';
import type { Shape } from '../scene.ts';
import { narrow, type Size, wide } from '../size.ts';
import { STRIKE } from '../subject.ts';
import { writeDrawing } from '../svg.ts';
import { DROP, textWidth, wrap } from '../text.ts';
import { axis, yearTicks } from './axis.ts';
import { timeFrame } from './bar.ts';
import { label } from './label.ts';
import { eventDate, type Happening, happenings, lanes } from './lanes.ts';
import { licencesOf } from './notes.ts';
import { edge, spanOf } from './span.ts';
import { sourceCell, sourceColumn } from './table.ts';

/** More events than this are drawn as marks without words, one line for each kind. */
const MOST_EVENTS = 60;
/** Height of the row of one event, where its words take one line. */
const PITCH = 22;

interface Content {
	readonly id: string;
	readonly ceasefire: Ceasefire | undefined;
	readonly all: readonly Happening[];
	/** Date of the event that the site is about. */
	readonly strike: string | undefined;
}

interface Frame {
	readonly x: (time: number) => number;
	readonly left: number;
	readonly right: number;
	readonly size: Size;
}

const year = (time: number): number => new Date(time).getUTCFullYear();

/** Whole years around the events and the time in force. */
function period({ all, ceasefire }: Content): readonly [number, number] {
	const span = ceasefire && spanOf(ceasefire);
	const times = [
		...all.flatMap(({ date }) => [date.min, date.max]),
		...(span ? [span.start.min, (span.end ?? span.start).max - 1] : []),
	];
	const min = times.reduce((least, time) => Math.min(least, time), Number.POSITIVE_INFINITY);
	const max = times.reduce((most, time) => Math.max(most, time), Number.NEGATIVE_INFINITY);
	return min > max ? [Date.UTC(2020, 0), Date.UTC(2021, 0)] : [Date.UTC(year(min), 0), Date.UTC(year(max) + 1, 0)];
}

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
	const shape: Shape = hard
		? { type: 'symbol', role, point: happening.id, symbol: symbolOf(happening), x: x(min), y, radius: 5 }
		: { type: 'rect', role, point: happening.id, x: from, y: y - 3, width: Math.max(4, to - from), height: 6 };
	return hard ? { shape, from: x(min) - 5, to: x(min) + 5 } : { shape, from, to: Math.max(from + 4, to) };
}

/** What an event is called in the drawing: its date and its own short words, or its kind where it has none. */
const wordsOf = ({ date, event, kind }: Happening): string =>
	`${eventDate(date)}: ${event.short ?? (kind === 'in force' ? 'takes effect' : kind)}`;

/** Words beside a mark, on the side that has more room, broken where one line has none. */
function row(happening: Happening, strong: boolean, top: number, frame: Frame) {
	const { size, right } = frame;
	const drawn = mark(happening, top + PITCH / 2, frame);
	const weight = strong ? 'bold' : 'regular';
	const rooms = {
		after: size.width - drawn.to - 6,
		before: drawn.from - 6 - (size.layout === 'wide' ? frame.left : 0),
	};
	const text = wordsOf(happening);
	const after = textWidth(text, size.text, weight) <= rooms.after || rooms.after >= rooms.before;
	const lines = wrap(text, after ? rooms.after : rooms.before, size.text, weight);
	const middle = top + PITCH / 2 + ((lines.length - 1) * size.lineHeight) / 2;
	const { shape } = mark(happening, middle, frame);
	const baseline = middle + size.text * DROP - ((lines.length - 1) * size.lineHeight) / 2;
	const shapes: readonly Shape[] = [
		{ type: 'line', role: 'tl-guide', x1: frame.left, y1: middle, x2: right, y2: middle },
		label(strong ? 'tl-warm' : 'tl-label', after ? drawn.to + 6 : drawn.from - 6, baseline, lines, size, {
			anchor: after ? 'start' : 'end',
			...(strong ? { weight } : {}),
		}),
		shape,
	];
	return { shapes, bottom: top + PITCH + (lines.length - 1) * size.lineHeight };
}

/** Too many for a row each: one line, a tick for every spot that has an event, and how many there are. */
function together(events: readonly Happening[], top: number, { x, left, right, size }: Frame) {
	const spots = new Set(events.map(({ date }) => Math.round(x(date.min))));
	const y = top + size.lineHeight + 12;
	const shapes: readonly Shape[] = [
		label('tl-note', left, top + size.text, `${exact(events.length)} events`, size),
		{ type: 'line', role: 'tl-guide', x1: left, y1: y, x2: right, y2: y },
		...[...spots].map((at): Shape => ({ type: 'line', role: 'tl-cap tl-yes', x1: at, y1: y - 6, x2: at, y2: y + 6 })),
	];
	return { shapes, bottom: y + 12 };
}

/** The time in force as a band behind the rows, with its length at the top. */
function inForce(
	{ ceasefire }: Content,
	{ x, left, right, size }: Frame,
	top: number,
	bottom: number,
): readonly Shape[] {
	if (!ceasefire) return [];
	const { start, end } = spanOf(ceasefire);
	if (!end) return [];
	const [from, to] = [Math.max(left, x(start.min)), Math.min(right, x(end.hard ? end.min : end.max))];
	const words = `in force: ${heldWords(ceasefire)}`;
	const half = textWidth(words, size.text) / 2;
	const centre = Math.min(size.width - half, Math.max(left + half, (from + to) / 2));
	return [
		{ type: 'rect', role: 'tl-in-force-time', x: from, y: top, width: to - from, height: bottom - top },
		label('tl-note', centre, top + size.text + 3, words, size, { anchor: 'middle' }),
	];
}

function draw(content: Content, size: Size): string {
	const wideLayout = size.layout === 'wide';
	const [from, to] = period(content);
	const left = wideLayout ? 120 : 6;
	const right = size.width - 8;
	const frame: Frame = { left, right, size, x: timeFrame(from, to, left, right).x };
	const top = size.lineHeight + 4;
	const shapes: Shape[] = [];
	let y = top + size.lineHeight + 8;
	for (const { heading, kinds } of lanes) {
		const inLane = content.all.filter(({ kind }) => kinds.includes(kind));
		if (inLane.length === 0) continue;
		y += 6;
		shapes.push(label('tl-heading', 0, y + size.text + (wideLayout ? 2 : 1), heading, size, { weight: 'bold' }));
		if (!wideLayout) y += size.lineHeight + 3;
		if (content.all.length > MOST_EVENTS) {
			const drawn = together(inLane, y, frame);
			shapes.push(...drawn.shapes);
			y = drawn.bottom;
			continue;
		}
		for (const happening of inLane) {
			const strong = happening.kind === 'violation' && happening.event.date === content.strike;
			const placed = row(happening, strong, y, frame);
			shapes.push(...placed.shapes);
			y = placed.bottom;
		}
	}
	const bottom = y + 6;
	const ticks = { ticks: yearTicks(from, to - 1), x: frame.x, size, right: size.width };
	return writeDrawing(
		{
			width: size.width,
			height: Math.ceil(bottom + size.lineHeight + 4),
			layout: size.layout,
			shapes: [
				...inForce(content, frame, top, bottom),
				...axis(ticks, top - 4, bottom, size.text + 2),
				...axis(ticks, bottom, bottom, bottom + size.lineHeight - 1).filter(({ type }) => type === 'text'),
				...shapes,
			],
		},
		content.id,
	);
}

/** The events of one ceasefire by kind, each in a row of its own on one axis of years. */
export function drawLife(ledger: Ledger, ceasefireId: string): Figure {
	const id = 'ceasefire-march-2020-life';
	const ceasefire = ledger.ceasefires.get(ceasefireId);
	const all = ceasefire
		? [...happenings(ceasefire)].sort((a, b) => a.date.min - b.date.min || (a.id < b.id ? -1 : 1))
		: [];
	const content: Content = { id, ceasefire, all, strike: ledger.topics.get(STRIKE)?.date };
	const name = ceasefire?.name ?? ceasefireId;
	const violations = all.filter(({ kind }) => kind === 'violation').length;
	const grouped = all.length > MOST_EVENTS ? ` The drawing groups ${exact(all.length)} of them by kind.` : '';
	return {
		id,
		title: `${name}, kept and broken`,
		summary: `Of ${exact(all.length)} dated events on record, from what led to the deal to what ended it, ${
			violations > 0 ? `<Value of="events" ceasefire="${ceasefireId}" kind="violation"/>` : 'none'
		} ${violations === 1 ? 'is a breach' : 'are breaches'}.${grouped}`,
		subtitle: 'Events by kind, by year; shaded while the ceasefire was in force',
		drawings: { wide: draw(content, wide), narrow: draw(content, narrow) },
		table: {
			caption: `Events in the life of ${inSentence(name)}, in order of time`,
			columns: [
				{ key: 'date', label: 'Date', type: 'date' },
				{ key: 'kind', label: 'Kind', type: 'text' },
				{ key: 'what', label: 'What happened', type: 'text' },
				sourceColumn,
			],
			points: all.map((happening) => happening.id),
			rows: all.map(({ event }) => {
				const what = plainText(ledger, event.what);
				return [
					{ value: event.date, text: formatDate(event.date) },
					{ value: event.kind, text: eventWords[event.kind] },
					{ value: what, text: what },
					sourceCell(ledger, event.sources[0]),
				];
			}),
		},
		points:
			all.length > MOST_EVENTS
				? []
				: all.map(({ id: point, kind, event }) => ({
						id: point,
						group: lanes.find(({ kinds }) => kinds.includes(kind))?.heading ?? kind,
						date: event.date,
						value: null,
						qualifier: 'not given',
						text: plainText(ledger, event.what),
						source: event.sources[0] ?? '',
					})),
		sources: [...new Set(all.flatMap(({ event }) => event.sources))],
		licences: licencesOf(ledger),
		notes: [
			{
				heading: 'How to read it',
				text: 'A mark stands on the day of its event. An event dated only to a month, or only roughly, is a bar over all the days that it can mean.',
			},
			{
				heading: 'Not every event',
				text: 'These are the events we have sources for. There were many more breaches than are listed here; a gap in the drawing is a gap in the record, not a time of peace.',
			},
		],
	};
}
