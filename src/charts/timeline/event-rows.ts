import { formatDate, type LedgerDate, toDate } from '../../ledger/date.ts';
import type { Ceasefire } from '../../ledger/ledger.ts';
import { SHORT_MONTHS } from '../day.ts';

type Event = Ceasefire['events'][number];
export type EventKind = Event['kind'];

/** Rows of the drawing of one ceasefire's life, in the order of a deal's life. */
export const lanes: readonly { readonly heading: string; readonly kinds: readonly EventKind[] }[] = [
	{ heading: 'Before the deal', kinds: ['trigger'] },
	{ heading: 'The deal', kinds: ['agreed', 'in force'] },
	{ heading: 'Carried out', kinds: ['implementation'] },
	{ heading: 'Breaches', kinds: ['violation'] },
	{ heading: 'Reactions', kinds: ['reaction'] },
	{ heading: 'Collapse', kinds: ['collapse'] },
];

export interface Happening {
	readonly id: string;
	readonly kind: EventKind;
	readonly date: LedgerDate;
	readonly event: Event;
}

/** Events with an id each: the date, and a letter from the second on one day. */
export function happenings(ceasefire: Ceasefire): readonly Happening[] {
	const seen = new Map<string, number>();
	return ceasefire.events.map((event) => {
		const key = `${event.date}-${event.kind.replaceAll(' ', '-')}`;
		const count = (seen.get(key) ?? 0) + 1;
		seen.set(key, count);
		return {
			id: `${ceasefire.id}-${event.kind.replaceAll(' ', '-')}${count > 1 ? `-${count}` : ''}@${event.date}`,
			kind: event.kind,
			date: toDate(event.date),
			event,
		};
	});
}

/** A date in few words, at the precision of the record: "26 Oct 2020", "Oct 2020"; a rough one or a period as in prose. */
export function eventDate(date: LedgerDate): string {
	const point = date.type === 'point' ? date : date.from;
	if (point.approximate || point.uncertain || date.type === 'period') return formatDate(date);
	const month = point.month === undefined ? undefined : SHORT_MONTHS[point.month - 1];
	return [point.day, month, point.year].filter((part) => part !== undefined).join('\u00a0');
}
