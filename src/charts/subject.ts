import { formatDate, toDate } from '../ledger/date.ts';
import { type Ledger, siteOf } from '../ledger/ledger.ts';

/** The event that the site is about, on a time axis. */
export interface StrikeMark {
	/** UTC milliseconds. */
	readonly at: number;
	readonly label: string;
}

/** Undefined where the site names no such event, or its topic has no date. */
export function strikeMark(ledger: Ledger): StrikeMark | undefined {
	const { event } = siteOf(ledger);
	const date = ledger.topics.get(event?.topic ?? '')?.date;
	return event && date ? { at: toDate(date).min, label: `${event.label}, ${formatDate(date)}` } : undefined;
}
