import { DAY_MS, toDate } from './date.ts';
import type { Ceasefire } from './ledger.ts';
import { formatNumber } from './quantity.ts';

/** How long a ceasefire was in force, in whole days from the day it took effect to the day it ended. */
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

const days = (from: number, to: number): number => Math.round((to - from) / DAY_MS);
/** `max` of a date is its last millisecond; this is the start of its last day. */
const lastDay = (max: number): number => max - (DAY_MS - 1);

/** How long it held. The dates' precision decides how exactly: a month gives a range of days. */
export function held(ceasefire: Pick<Ceasefire, 'inForce' | 'ended' | 'endedCertainty'>): Held {
	if (ceasefire.ended === undefined || ceasefire.endedCertainty === 'unknown') return { type: 'open' };
	const start = toDate(ceasefire.inForce);
	const end = toDate(ceasefire.ended);
	const min = Math.max(0, days(lastDay(start.max), end.min));
	const max = Math.max(0, days(start.min, lastDay(end.max)));
	return {
		type: 'known',
		min,
		max,
		days: Math.round((min + max) / 2),
		about: ceasefire.endedCertainty === 'about' || min !== max,
	};
}

/** Those whose end is known, with how long they held, shortest first. */
export function heldKnown(
	ceasefires: Iterable<Ceasefire>,
): readonly (readonly [Ceasefire, Extract<Held, { type: 'known' }>])[] {
	const known: (readonly [Ceasefire, Extract<Held, { type: 'known' }>])[] = [];
	for (const ceasefire of ceasefires) {
		const length = held(ceasefire);
		if (length.type === 'known') known.push([ceasefire, length]);
	}
	return known.sort(([a, x], [b, y]) => x.days - y.days || (a.id < b.id ? -1 : 1));
}

/** How long it held, in words: "3 days", "about 51 days", "no end was found". */
export function describeHeld(ceasefire: Pick<Ceasefire, 'inForce' | 'ended' | 'endedCertainty'>): string {
	const length = held(ceasefire);
	if (length.type === 'open') return 'no end was found';
	const amount = (n: number) => `${formatNumber(n, 'exact')}\u00a0${n === 1 ? 'day' : 'days'}`;
	if (!length.about) return amount(length.days);
	if (length.min === length.max) return `about ${amount(length.days)}`;
	return `between ${formatNumber(length.min, 'exact')} and ${amount(length.max)}`;
}
