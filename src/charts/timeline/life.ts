import { toDate } from '../../ledger/date.ts';
import { heldWords } from '../../ledger/duration.ts';
import type { Ceasefire, Ledger } from '../../ledger/ledger.ts';
import { inSentence } from '../../ledger/name.ts';
import { eventWords } from '../../ledger/schemas/ceasefire.ts';
import { plainText, required } from '../../prose/words.ts';
import { type Note, notesOf } from '../annotations.ts';
import type { Drawn, Kind } from '../figure.ts';
import { circle } from '../marks.ts';
import type { Scene, Shape, Size } from '../scene.ts';
import { dateCell, tableFrom, textCell } from '../table.ts';
import { shortDate, spansAround } from '../time.ts';
import { licencesOf, sourcePart } from './record.ts';
import { type Axis, columnsOf, type Row, rowScene, timeAxisOf } from './rows.ts';
import { edge, spanOf } from './span.ts';

type Event = Ceasefire['events'][number];
type Happening = Event & { readonly id: string };

/** Groups of events in the order of a deal's life, with the colour that each has. */
const lanes = [
	{ heading: 'Before the deal', kinds: ['trigger'], role: 'tl-event' },
	{ heading: 'The deal', kinds: ['agreed', 'in force'], role: 'tl-event tl-deal' },
	{ heading: 'Carried out', kinds: ['implementation'], role: 'tl-event tl-deal' },
	{ heading: 'Breaches', kinds: ['violation'], role: 'tl-event' },
	{ heading: 'Reactions', kinds: ['reaction'], role: 'tl-event tl-deal' },
	{ heading: 'Collapse', kinds: ['collapse'], role: 'tl-event tl-end' },
] as const;
type Lane = (typeof lanes)[number];

const inLane = ({ kinds }: Lane, { kind }: Event): boolean => kinds.some((one) => one === kind);

/** Events in order of time with an id each: kind and date, and a number from the second of a kind on one day. */
function happenings({ id, events }: Ceasefire): readonly Happening[] {
	const seen = new Map<string, number>();
	return events
		.map((event) => {
			const kind = event.kind.replaceAll(' ', '-');
			const count = (seen.get(kind + event.date) ?? 0) + 1;
			seen.set(kind + event.date, count);
			return { ...event, id: `${id}-${kind}${count > 1 ? `-${count}` : ''}@${event.date}` };
		})
		.sort((a, b) => toDate(a.date).min - toDate(b.date).min || (a.id < b.id ? -1 : 1));
}

/** One event at its date: a dot, hollow and in the middle of all that its date can mean where the day is not known. */
function mark({ id, date }: Happening, { role }: Lane, y: number, radius: number, x: Axis['x']): Shape {
	const { min, max, hard } = edge(date);
	return circle(hard ? role : `${role} tl-vague`, { x: x(hard ? min : (min + max) / 2), y }, radius, id);
}

/** The kinds of events below one another, each with its events in order of time; shaded while the ceasefire was in force. */
function lifeScene(
	ceasefire: Ceasefire,
	all: readonly Happening[],
	seen: readonly Note[],
	strong: ReadonlySet<unknown>,
	size: Size,
): Scene {
	const { start, end } = spanOf(ceasefire);
	const inForce = { min: start.min, max: (end ?? start).max - 1 };
	const [from, to] = spansAround([inForce, ...all.map(({ date }) => toDate(date))]);
	const span = seen.find((note) => note.type === 'span');
	const row = (event: Happening, lane: Lane): Row => {
		const words = event.short ?? (event.kind === 'in force' ? 'takes effect' : event.kind);
		const pointed = event.kind === 'violation' && strong.has(event.date);
		return {
			name: `${shortDate(toDate(event.date))}: ${words}`,
			strong: pointed,
			marks: (y) => [mark(event, lane, y, pointed ? 8 : 5.5, axis.x)],
		};
	};
	const groups = lanes
		.map((lane) => ({
			// Says of the breaches that those drawn are few of many.
			heading: span && lane.heading === 'Breaches' ? `${lane.heading}: ${span.label}` : lane.heading,
			rows: all.filter((event) => inLane(lane, event)).map((event) => row(event, lane)),
		}))
		.filter(({ rows }) => rows.length > 0);
	const at = columnsOf(groups, size);
	const axis = timeAxisOf(from, to, at);
	const words = `in force: ${heldWords(ceasefire)}`;
	const band = end && { role: 'tl-in-force-time', from: start.min, to: end.hard ? end.min : end.max, words };
	return rowScene(groups, at, axis, band ? [band] : []);
}

/** The events of one ceasefire by kind, each in a row of its own on one axis of years. */
export function drawLife(ledger: Ledger, chart: Kind<'life'>): Drawn {
	const ceasefire = required(ledger.ceasefires.get(chart.ceasefire), 'ceasefire', chart.ceasefire);
	const all = happenings(ceasefire);
	const strong = new Set((chart.annotations ?? []).map(({ date }) => date));
	const seen = notesOf(ledger, chart, []);
	return {
		scene: (size) => lifeScene(ceasefire, all, seen, strong, size),
		table: tableFrom(`Events in the life of ${inSentence(ceasefire.name)}, in order of time`, all, ({ id }) => id, [
			['date', 'Date', 'date', ({ date }) => dateCell(date)],
			['kind', 'Kind', 'text', ({ kind }) => textCell(eventWords[kind], kind)],
			['what', 'What happened', 'text', ({ what }) => textCell(plainText(ledger, what))],
			sourcePart(ledger),
		]),
		points: all.map((event) => ({
			id: event.id,
			group: lanes.find((lane) => inLane(lane, event))?.heading ?? event.kind,
			date: event.date,
			value: null,
			qualifier: 'not given',
			text: plainText(ledger, event.what),
			source: event.sources[0] ?? '',
		})),
		sources: [...new Set(all.flatMap(({ sources }) => sources))],
		licences: licencesOf(ledger),
		notes: [
			...(chart.note ? [{ heading: 'How to read it', text: chart.note }] : []),
			{
				heading: 'Days, months and rough dates',
				text: 'A dot stands on the day of its event. That of an event dated only to a month, or only roughly, is hollow, in the middle of all the days that it can mean.',
			},
		],
	};
}
