import type { Held } from '../../ledger/held.ts';
import { exact } from '../number.ts';

const plural = (count: number, unit: string): string => `${exact(count)}\u00a0${unit}${count === 1 ? '' : 's'}`;

/** A length of time at the grain a reader needs: days up to two months, then months, then years and months. */
export function lengthWords(days: number): string {
	if (days < 60) return plural(days, 'day');
	const months = Math.round(days / 30.44);
	if (months < 24) return plural(months, 'month');
	const rest = months % 12;
	return plural(Math.floor(months / 12), 'year') + (rest ? ` ${plural(rest, 'month')}` : '');
}

/** "3 days", "about 7 months", "up to 13 days", "end not known". */
export function heldWords(held: Held): string {
	if (held.type === 'open') return 'end not known';
	if (!held.about) return lengthWords(held.days);
	if (held.min === 0) return `up to ${lengthWords(held.max)}`;
	// Counting single days would promise more than an end known only roughly can hold.
	if (held.days >= 14 && held.days < 60) return `about ${plural(Math.round(held.days / 7), 'week')}`;
	return `about ${lengthWords(held.days)}`;
}
