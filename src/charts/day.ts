import type { LedgerDate, PointDate } from '../ledger/date.ts';

/** Months in three letters, for an axis. */
export const SHORT_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
/** Months as people shorten them, for words. */
const MONTHS = 'Jan Feb March April May June July Aug Sept Oct Nov Dec'.split(' ');

/** A date in few words, for a drawing: "26 Oct 2020", "March 2020", "about 2020"; a day may leave its year out. */
export function shortDay(date: PointDate, withYear = true): string {
	const { year, month, day, approximate, uncertain } = date;
	const words = [
		approximate ? 'about' : uncertain ? 'perhaps' : undefined,
		day,
		month === undefined ? undefined : MONTHS[month - 1],
		withYear || month === undefined ? year : undefined,
	];
	return words.filter((word) => word !== undefined).join('\u00a0');
}

/** The same for a period: "Jan 2019 to Oct 2020", "1 to 5 March 2020"; what both ends share stands once. */
export function shortDate(date: LedgerDate): string {
	if (date.type === 'point') return shortDay(date);
	const { from, to } = date;
	const sameYear = from.year === to.year && from.month !== undefined && to.month !== undefined;
	if (!sameYear) return `${shortDay(from)} to ${shortDay(to)}`;
	const sameMonth = from.month === to.month && from.day !== undefined && to.day !== undefined;
	const plain = !from.approximate && !from.uncertain;
	return `${sameMonth && plain ? from.day : shortDay(from, false)} to ${shortDay(to)}`;
}
