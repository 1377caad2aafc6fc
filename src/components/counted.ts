import { formatDate } from '../ledger/date.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { inSentence } from '../ledger/name.ts';

const COUNTS: Readonly<Record<string, string>> = {
	ceasefires: 'ceasefires on this site',
	'open-ended': 'ceasefires without a known end',
	'held-median': 'days: the middle time in force',
	'held-longest': 'days: the longest time in force',
	'held-shortest': 'days: the shortest time in force',
	accounts: 'accounts',
	'outside-accounts': 'accounts from outside the two reports',
};

/**
 * What the number of a `<Value …/>` counts, in a few words, to stand after the number: "people: Syrians registered as
 * refugees in Türkiye, 2020".
 * @param attributes those of the `<Value …/>`, known to resolve
 */
export function countedBy(ledger: Ledger, attributes: Readonly<Record<string, string>>): string {
	const { of = '', date, from, to, ceasefire } = attributes;
	const series = ledger.series.get(attributes['series'] ?? '');
	if (series) {
		const when =
			of === 'change' && from && to ? `${formatDate(from)} to ${formatDate(to)}` : date ? formatDate(date) : undefined;
		const what =
			of === 'difference' ? `${series.unit}: the difference between two counts` : `${series.unit}: ${series.title}`;
		return [what, when].filter(Boolean).join(', ');
	}
	const measure = ledger.measures.get(attributes['measure'] ?? '');
	const topic = ledger.topics.get(attributes['about'] ?? '');
	const name = ledger.ceasefires.get(ceasefire ?? '')?.name;
	if (measure && topic) {
		const counted = COUNTS[of] ?? measure.unit ?? '';
		return `${counted ? `${counted}: ` : ''}${measure.label.toLowerCase()}, ${inSentence(topic.title)}`;
	}
	if (of === 'held' && name) return `days in force: ${name}`;
	if (of === 'events' && name) return `entries on record: ${name}`;
	if (of === 'ended-within') return `ceasefires that ended within ${attributes['days']} days`;
	if (of === 'sum') {
		const [first = ''] = (attributes['claims'] ?? '').split(',');
		const claim = ledger.claims.get(first.trim());
		const unit = claim?.quantity?.unit ?? ledger.measures.get(claim?.measure ?? '')?.unit ?? '';
		return `${unit}, added up`.trim();
	}
	return COUNTS[of] ?? '';
}
