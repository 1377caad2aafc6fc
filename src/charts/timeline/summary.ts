import { held, overWithin } from '../../ledger/duration.ts';
import type { Ceasefire } from '../../ledger/ledger.ts';
import { exact } from '../number.ts';

/**
 * What a timeline of some ceasefires shows, counted here: a selection has no name that a reference could give.
 * @param which words behind "ceasefires" that say which these are
 */
export function overviewSummary(shown: readonly Ceasefire[], which = ''): string {
	const { possible, text } = overWithin(shown, 31);
	const open = shown.filter((ceasefire) => held(ceasefire).type === 'open').length;
	const parts = [
		...(possible.length > 0 ? [`${text} ${text === '1' ? 'was' : 'were'} over within a month`] : []),
		...(open > 0 ? [`for ${exact(open)} no end is known`] : []),
	];
	const what = `${exact(shown.length)} ${shown.length === 1 ? 'ceasefire' : 'ceasefires'} on this site’s list${which}`;
	if (parts.length > 0) return `Of ${what}, ${parts.join('; ')}.`;
	return `There ${shown.length === 1 ? 'is' : 'are'} ${what}.`;
}
