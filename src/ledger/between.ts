import { DAY_MS, formatDate, toDate } from './date.ts';
import { roundedWords } from './duration.ts';
import type { Ceasefire, Claim, Ledger } from './ledger.ts';
import { formatNumber } from './quantity.ts';

/** A day that the ledger holds, with the record that it stands in. */
interface Dated {
	readonly date: string;
	/** "The bridge falls, 7 May 2021". */
	readonly called: string;
	readonly claim?: Claim;
	readonly ceasefire?: Ceasefire;
}

/** The date of a claim, a topic, the start of a ceasefire, or its end ("autumn-2018/ended"). */
export function datedRecord(ledger: Ledger, written: string): Dated | undefined {
	const [id = '', end] = written.split('/');
	const ceasefire = ledger.ceasefires.get(id);
	const date = end === 'ended' ? ceasefire?.ended : ceasefire?.inForce;
	if (ceasefire && date !== undefined) {
		const what = end === 'ended' ? 'the end of' : 'the start of';
		return { date, called: `${what} “${ceasefire.name}”`, ceasefire };
	}
	const claim = ledger.claims.get(written);
	if (claim?.date !== undefined) return { date: claim.date, called: `the claim “${claim.statement}”`, claim };
	const topic = ledger.topics.get(written);
	return topic?.date === undefined ? undefined : { date: topic.date, called: `“${topic.title}”` };
}

interface Between {
	readonly text: string;
	readonly exact: string;
	readonly derivation: string;
}

/** How long it was between two dated records; undefined where the second is not later. */
export function lengthBetween(from: Dated, to: Dated): Between | undefined {
	const [start, end] = [toDate(from.date), toDate(to.date)];
	const known = start.max - start.min < DAY_MS && end.max - end.min < DAY_MS;
	const days = Math.round(((end.min + end.max) / 2 - (start.min + start.max) / 2) / DAY_MS);
	if (days <= 0) return undefined;
	const count = `${known ? '' : 'about '}${formatNumber(days, 'exact')}`;
	return {
		text: roundedWords(days, known),
		exact: count,
		derivation: `From ${formatDate(from.date)} (${from.called}) to ${formatDate(to.date)} (${to.called}): ${count} days.`,
	};
}
