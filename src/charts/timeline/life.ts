import { formatDate } from '../../ledger/date.ts';
import { eventWords } from '../../ledger/eventwords.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { inSentence } from '../../ledger/name.ts';
import { plainText } from '../../prose/words.ts';
import { notesOf } from '../annotations.ts';
import type { Drawn, Kind } from '../chart-spec.ts';
import { ChartError } from '../data.ts';
import { happenings, lanes } from './event-rows.ts';
import { lifeScene } from './life-scene.ts';
import { licencesOf } from './notes.ts';
import { sourceCell, sourceColumn } from './table.ts';

/** The events of one ceasefire by kind, each in a row of its own on one axis of years. */
export function drawLife(ledger: Ledger, chart: Kind<'life'>): Drawn {
	const ceasefire = ledger.ceasefires.get(chart.ceasefire);
	if (!ceasefire) throw new ChartError(chart.id, `there is no ceasefire "${chart.ceasefire}"`);
	const all = [...happenings(ceasefire)].sort((a, b) => a.date.min - b.date.min || (a.id < b.id ? -1 : 1));
	const strong = new Set((chart.annotations ?? []).map(({ date }) => date));
	const said = notesOf(ledger, chart, []).find((note) => note.type === 'span');
	return {
		scene: (size) => lifeScene({ ceasefire, all, strong, said }, size),
		subtitle: 'Events by kind, by year; shaded while the ceasefire was in force',
		table: {
			caption: `Events in the life of ${inSentence(ceasefire.name)}, in order of time`,
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
		points: all.map(({ id: point, kind, event }) => ({
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
			...(chart.note ? [{ heading: 'How to read it', text: chart.note }] : []),
			{
				heading: 'Days, months and rough dates',
				text: 'A mark stands on the day of its event. An event dated only to a month, or only roughly, is a bar over all the days that it can mean.',
			},
		],
	};
}
