import { DAY_MS, formatDate, toDate } from './date.ts';
import type { Ceasefire } from './ledger.ts';
import { formatNumber } from './quantity.ts';

/**
 * How long a ceasefire was in force, in whole days from the day it took effect to the day it ended. The day of the end
 * is not counted, unless the truce lasted to the close of it.
 */
export type Held =
	| {
			readonly type: 'known';
			/** Fewest and most days the two dates allow; the same where both are known to the day. */
			readonly min: number;
			readonly max: number;
			/** One number for ordering and drawing: `min`, or halfway where the dates leave room. */
			readonly days: number;
			/** True where the end is a marker or a date is not known to the day: say "about". */
			readonly about: boolean;
	  }
	/** No end was found. */
	| { readonly type: 'open' };

/** What is read for it: the dates, and a second start where another broker announced one. */
type Dated = Pick<Ceasefire, 'inForce' | 'ended' | 'endedCertainty'> &
	Partial<Pick<Ceasefire, 'otherStart' | 'lastDay'>>;

export type Known = Extract<Held, { type: 'known' }>;

const days = (from: number, to: number): number => Math.round((to - from) / DAY_MS);
/** `max` of a date is its last millisecond; this is the start of its last day. */
const lastDay = (max: number): number => max - (DAY_MS - 1);

/**
 * How long it held. A month gives a range of days, and so do two starts announced by two brokers: nobody can say which
 * of them counted on the ground.
 */
export function held(ceasefire: Dated): Held {
	if (ceasefire.ended === undefined || ceasefire.endedCertainty === 'unknown') return { type: 'open' };
	const start = toDate(ceasefire.inForce);
	const other = toDate(ceasefire.otherStart?.date ?? ceasefire.inForce);
	const end = toDate(ceasefire.ended);
	const whole = ceasefire.lastDay ? 1 : 0;
	const min = Math.max(0, days(lastDay(Math.max(start.max, other.max)), end.min) + whole);
	const max = Math.max(0, days(Math.min(start.min, other.min), lastDay(end.max)) + whole);
	return {
		type: 'known',
		min,
		max,
		days: Math.round((min + max) / 2),
		about: ceasefire.endedCertainty === 'about' || min !== max,
	};
}

/** Those whose end is known, with how long they held, shortest first. */
export function heldKnown(ceasefires: Iterable<Ceasefire>): readonly (readonly [Ceasefire, Known])[] {
	return [...ceasefires]
		.map((ceasefire) => [ceasefire, held(ceasefire)] as const)
		.filter((one): one is readonly [Ceasefire, Known] => one[1].type === 'known')
		.sort(([a, x], [b, y]) => x.days - y.days || (a.id < b.id ? -1 : 1));
}

const plural = (count: number, unit: string): string =>
	`${formatNumber(count, 'exact')}\u00a0${unit}${count === 1 ? '' : 's'}`;

const MONTH = 365.25 / 12;

/** A length of time at the grain a reader needs: days up to two months, then months, then years and months. */
export function lengthWords(days: number): string {
	if (days < 60) return plural(days, 'day');
	const months = Math.round(days / MONTH);
	if (months < 24) return plural(months, 'month');
	const rest = months % 12;
	return plural(Math.floor(months / 12), 'year') + (rest ? ` ${plural(rest, 'month')}` : '');
}

/** A rounded length with what the rounding did to it: "almost 2 years", "more than 4 months"; "about" where a date is rough. */
export function roundedWords(days: number, known: boolean): string {
	const off = days - Math.round(days / MONTH) * MONTH;
	const side = days < 60 || Math.abs(off) < 1 ? '' : off < 0 ? 'almost ' : 'more than ';
	return `${known ? side : 'about '}${lengthWords(days)}`;
}

/** "4 days", "3 to 6 days", "about 7 months", "almost 2 years": the one way in which the site words how long something held. */
export function knownWords({ about, days, min, max }: Omit<Known, 'type'>): string {
	if (!about) return roundedWords(days, true);
	if (min === 0) return `up to ${lengthWords(max)}`;
	if (min !== max && max < 14) return `${dayRange({ about, min, max })}\u00a0days`;
	// Counting single days would promise more than an end known only roughly can hold.
	if (days >= 14 && days < 60) return `about ${plural(Math.round(days / 7), 'week')}`;
	return roundedWords(days, false);
}

/** Fewest and most days, without the unit: "3", "50 to 79", "up to 13", "about 65". */
export function dayRange({ about, min, max }: Pick<Known, 'about' | 'min' | 'max'>): string {
	const [least, most] = [formatNumber(min, 'exact'), formatNumber(max, 'exact')];
	if (min === max) return `${about ? 'about ' : ''}${most}`;
	return min === 0 ? `up to ${most}` : `${least} to ${most}`;
}

/** How long it held, in few words: "3 days (6 by France’s start)", "about 2 months", "end not known". */
export function heldWords(ceasefire: Dated): string {
	const length = held(ceasefire);
	if (length.type === 'open') return 'end not known';
	const { otherStart } = ceasefire;
	const other = otherStart && held({ ...ceasefire, inForce: otherStart.date, otherStart: undefined });
	const brackets = other?.type === 'known' ? ` (${dayRange(other)} by ${otherStart?.by}’s start)` : '';
	return `${knownWords(length)}${brackets}`;
}

/** The same with the days behind the words: "about 2 months (50 to 79 days)", "4 years 9 months (1,727 days)". */
export function describeHeld(ceasefire: Dated): string {
	const length = held(ceasefire);
	const words = heldWords(ceasefire);
	if (length.type === 'open') return words;
	const days = `${dayRange(length)}\u00a0${length.max === 1 ? 'day' : 'days'}`;
	return words.startsWith(days) ? words : `${words} (${days})`;
}

/** How many surely were over within the days, and how many may have been, where the dates leave room. */
export function overWithin(ceasefires: Iterable<Ceasefire>, days: number) {
	const known = heldKnown(ceasefires);
	const names = (list: typeof known) => list.map(([ceasefire]) => ceasefire);
	const sure = names(known.filter(([, { max }]) => max <= days));
	const possible = names(known.filter(([, { min }]) => min <= days));
	const [least, most] = [formatNumber(sure.length, 'exact'), formatNumber(possible.length, 'exact')];
	return { sure, possible, text: least === most ? least : `${least} to ${most}` };
}

/** When it ended, at exactly the precision of the record: "27 November 2024", "about June 2012", "not known". */
export function endWords({ ended, endedCertainty }: Pick<Ceasefire, 'ended' | 'endedCertainty'>): string {
	if (ended === undefined || endedCertainty === 'unknown') return 'not known';
	const words = formatDate(ended);
	return endedCertainty === 'about' && !words.startsWith('about') ? `about ${words}` : words;
}
