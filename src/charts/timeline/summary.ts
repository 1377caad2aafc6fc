import { held, overWithin } from '../../ledger/duration.ts';
import type { Ceasefire } from '../../ledger/ledger.ts';
import { exact } from '../number.ts';

/**
 * What the overview shows, in words. For the whole ledger the figures are references that the page resolves with
 * their derivation; for a selection, which has no name there, they are counted here.
 * @param which words behind "ceasefires" that say which these are
 */
export function overviewSummary(shown: readonly Ceasefire[], whole: boolean, grouped: number, which = ''): string {
	const { possible, text } = overWithin(shown, 31);
	const open = shown.filter((ceasefire) => held(ceasefire).type === 'open').length;
	const count = whole ? '<Value of="ceasefires"/>' : exact(shown.length);
	const within = whole ? '<Value of="ended-within" days="31"/>' : text;
	const ends = whole ? '<Value of="open-ended"/>' : exact(open);
	const parts = [
		...(possible.length > 0 ? [`${within} ${text === '1' ? 'was' : 'were'} over within a month`] : []),
		...(open > 0 ? [`for ${ends} no end is known`] : []),
	];
	const what = `${count} ${!whole && shown.length === 1 ? 'ceasefire' : 'ceasefires'} on this site’s list${which}`;
	return [
		parts.length > 0 ? `Of ${what}, ${parts.join('; ')}.` : `There ${shown.length === 1 ? 'is' : 'are'} ${what}.`,
		...(grouped > 0 ? [`The drawing groups ${exact(grouped)} of them into one row for each year.`] : []),
	].join(' ');
}
