import { formatDate } from '../../ledger/date.ts';
import { eventWords } from '../../ledger/eventwords.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { inSentence } from '../../ledger/name.ts';
import { plainText } from '../../ledger/to-text.ts';
import type { Figure } from '../figure.ts';
import { exact } from '../number.ts';
import { narrow, wide } from '../size.ts';
import { STRIKE } from '../subject.ts';
import { happenings, lanes } from './event-rows.ts';
import { type Content, lifeDrawing, MOST_EVENTS } from './lifedrawing.ts';
import { licencesOf } from './notes.ts';
import { sourceCell, sourceColumn } from './table.ts';

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
		summary: `Of ${exact(all.length)} dated events on this site’s list, from what led to the deal to what ended it, ${
			violations > 0 ? `<Value of="events" ceasefire="${ceasefireId}" kind="violation"/>` : 'none'
		} ${violations === 1 ? 'is a breach' : 'are breaches'}.${grouped}`,
		subtitle: 'Events by kind, by year; shaded while the ceasefire was in force',
		drawings: { wide: lifeDrawing(content, wide), narrow: lifeDrawing(content, narrow) },
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
