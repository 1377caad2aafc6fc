import { DAY_MS, formatDate, toDate } from './date.ts';
import { roundedWords } from './duration.ts';
import type { Ledger } from './ledger.ts';
import { formatNumber } from './quantity.ts';
import { type Attributes, type Draft, fail } from './value.ts';

/** A day that the ledger holds, with the record that it stands in. */
interface Dated extends Pick<Draft, 'claims' | 'ceasefires'> {
	readonly date: string;
	/** "The bridge falls, 7 May 2021". */
	readonly called: string;
}

/** The date of a claim, a topic, the start of a ceasefire, or its end ("autumn-2018/ended"). */
function dated(ledger: Ledger, attributes: Attributes, attribute: 'from' | 'to'): Dated {
	const written = attributes[attribute] ?? '';
	const [id = '', end] = written.split('/');
	const ceasefire = ledger.ceasefires.get(id);
	const date = end === 'ended' ? ceasefire?.ended : ceasefire?.inForce;
	if (ceasefire && date !== undefined)
		return { date, called: `the ${end === 'ended' ? 'end' : 'start'} of “${ceasefire.name}”`, ceasefires: [ceasefire] };
	const claim = ledger.claims.get(written);
	if (claim?.date !== undefined) return { date: claim.date, called: `the claim “${claim.statement}”`, claims: [claim] };
	const topic = ledger.topics.get(written);
	if (topic?.date !== undefined) return { date: topic.date, called: `“${topic.title}”` };
	const fix = 'Use the id of a claim or a topic with a date, of a ceasefire, or of its end: "sochi-2018/ended".';
	return fail(`"${written}" is no record with a date`, fix, attribute);
}

/** How long it was from one dated record to another. */
export function betweenValue(ledger: Ledger, attributes: Attributes): Draft {
	const [from, to] = [dated(ledger, attributes, 'from'), dated(ledger, attributes, 'to')];
	const [start, end] = [toDate(from.date), toDate(to.date)];
	const [first, last] = [formatDate(start), formatDate(end)];
	const days = Math.round(((end.min + end.max) / 2 - (start.min + start.max) / 2) / DAY_MS);
	if (days <= 0) fail(`${last} is not after ${first}`, 'Put the earlier record into from.', 'to');
	const known = start.max - start.min < DAY_MS && end.max - end.min < DAY_MS;
	const exact = `${known ? '' : 'about '}${formatNumber(days, 'exact')}`;
	return {
		text: roundedWords(days, known),
		exact,
		unit: 'days',
		derivation: `From ${first} (${from.called}) to ${last} (${to.called}): ${exact} days.`,
		claims: [from, to].flatMap(({ claims = [] }) => claims),
		ceasefires: [from, to].flatMap(({ ceasefires = [] }) => ceasefires),
	};
}
