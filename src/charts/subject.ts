import { formatDate, toDate } from '../ledger/date.ts';
import type { Ledger } from '../ledger/ledger.ts';

/** Ids of the records that the site is about; drawings point them out. */

/** Topic of the strike. */
export const STRIKE = 'strike-2020-10-26';
/** The place that it hit. */
export const STRUCK = 'jabal-al-duwayla';
/** The ceasefire that it breached. */
export const BREACHED = 'moscow-2020';
/** Topic of the offensive that this ceasefire ended. */
export const OFFENSIVE = 'offensive-2019-2020';

/** The strike on a time axis. */
export interface StrikeMark {
	/** UTC milliseconds. */
	readonly at: number;
	readonly label: string;
}

/** Undefined where the ledger has no such topic, or no date for it. */
export function strikeMark(ledger: Ledger): StrikeMark | undefined {
	const date = ledger.topics.get(STRIKE)?.date;
	return date === undefined ? undefined : { at: toDate(date).min, label: `strike near Harem, ${formatDate(date)}` };
}
