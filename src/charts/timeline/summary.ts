import { held } from '../../ledger/held.ts';
import type { Ceasefire } from '../../ledger/ledger.ts';
import { exact } from '../number.ts';

/**
 * What the overview shows, in words. For the whole ledger the figures are references that the page resolves with
 * their derivation; for a selection, which has no name there, they are counted here.
 */
export function overviewSummary(shown: readonly Ceasefire[], whole: boolean, grouped: number): string {
	const lengths = shown.map(held);
	const brief = lengths.filter((length) => length.type === 'known' && length.max <= 31).length;
	const open = lengths.filter(({ type }) => type === 'open').length;
	const count = whole ? '<Value of="ceasefires"/>' : exact(shown.length);
	const within = whole ? '<Value of="ended-within" days="31"/>' : exact(brief);
	const ends = whole ? '<Value of="open-ended"/>' : exact(open);
	const parts = [`On record: ${count} ${!whole && shown.length === 1 ? 'ceasefire' : 'ceasefires'}.`];
	if (brief > 0) parts.push(`Ended within a month: ${within}.`);
	if (open > 0) parts.push(`Without a known end: ${ends}.`);
	if (grouped > 0) parts.push(`The drawing groups ${exact(grouped)} of them into one row for each year.`);
	return parts.join(' ');
}
