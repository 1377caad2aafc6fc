import { remember } from './remember.ts';

/**
 * Dates as sources give them: EDTF (ISO 8601-2), of its level 1 the marks "~", "?" and "%" and periods.
 * Precision is kept to the screen; everything is UTC, so nothing depends on the builder's time zone.
 */
export interface PointDate {
	readonly type: 'point';
	/** As written. */
	readonly edtf: string;
	readonly precision: 'year' | 'month' | 'day';
	readonly year: number;
	/** 1 to 12, when the precision is month or day. */
	readonly month: number | undefined;
	/** 1 to 31, when the precision is day. */
	readonly day: number | undefined;
	/** "~" or "%": about this date. */
	readonly approximate: boolean;
	/** "?" or "%": this date is in doubt. */
	readonly uncertain: boolean;
	/** First and last millisecond that the date can mean, UTC. */
	readonly min: number;
	readonly max: number;
}

export interface PeriodDate extends Pick<PointDate, 'edtf' | 'min' | 'max'> {
	readonly type: 'period';
	readonly from: PointDate;
	readonly to: PointDate;
}

export type LedgerDate = PointDate | PeriodDate;

export type DateResult =
	| { readonly ok: true; readonly date: LedgerDate }
	| { readonly ok: false; readonly message: string };

export const DAY_MS = 86_400_000;
const POINT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?$/;
export const MONTHS = 'January February March April May June July August September October November December'.split(
	' ',
);

/** What is wrong with a date, in the words for an editor; `parseDate` hands it on. */
class NoDate extends RangeError {}

const readPoint = remember((value: string): PointDate => {
	const match = POINT.exec(value);
	if (!match) throw new NoDate(`"${value}" is not a date as dates are written here`);
	const [, year, month, day, mark = ''] = match;
	const plain = value.replace(mark, '');
	const start = new Date(plain);
	// A day that no month has rolls over to the next, or is no date.
	if (Number.isNaN(start.getTime()) || !start.toISOString().startsWith(plain))
		throw new NoDate(`"${value}" is not a day in the calendar`);
	const next = new Date(start);
	if (day) next.setUTCDate(next.getUTCDate() + 1);
	else if (month) next.setUTCMonth(next.getUTCMonth() + 1);
	else next.setUTCFullYear(next.getUTCFullYear() + 1);
	return {
		type: 'point',
		edtf: value,
		precision: day ? 'day' : month ? 'month' : 'year',
		year: Number(year),
		month: month ? Number(month) : undefined,
		day: day ? Number(day) : undefined,
		approximate: mark === '~' || mark === '%',
		uncertain: mark === '?' || mark === '%',
		min: start.getTime(),
		max: next.getTime() - 1,
	};
});

/** Reads a date that a schema has already let through. @throws RangeError with the editor's message */
export function toDate(value: string): LedgerDate {
	if (!value.includes('/') || /^\d{1,4}\/\d{1,2}\/\d{1,4}$/.test(value)) return readPoint(value);
	const [start = '', end = '', ...rest] = value.split('/');
	if (rest.length > 0) throw new NoDate(`"${value}" has more than one "/"; a period is from/to`);
	if (start === '' || end === '')
		throw new NoDate(`"${value}" is a period without ${start === '' ? 'a start' : 'an end'}; a period is from/to`);
	const [from, to] = [readPoint(start), readPoint(end)];
	if (to.max < from.min) throw new NoDate(`"${value}" ends before it starts`);
	return { type: 'period', edtf: value, from, to, min: from.min, max: to.max };
}

/** Reads an EDTF date or period. Errors are values: the message is written for an editor. */
export function parseDate(value: string): DateResult {
	try {
		return { ok: true, date: toDate(value) };
	} catch (error) {
		if (error instanceof NoDate) return { ok: false, message: error.message };
		throw error;
	}
}

const iso = (year: string, month: string | number, day?: string): string | undefined => {
	const value = [year, month, ...(day === undefined ? [] : [day])]
		.map((part) => String(part).padStart(2, '0'))
		.join('-');
	return parseDate(value).ok ? value : undefined;
};

/** Dates that a text in another form may mean: 05/07/2021, 7 May 2021, 2021-5-7, 2021-05-07T10:00. */
export function meantDates(value: string): readonly string[] {
	const text = value.trim();
	const [, year, month, day] = /^(\d{4})[-./](\d{1,2})(?:[-./](\d{1,2}))?(?:[T ].*)?$/.exec(text) ?? [];
	const [, first, sign, second, last] = /^(\d{1,2})([-./])(\d{1,2})[-./](\d{4})$/.exec(text) ?? [];
	const word = (name: string) =>
		MONTHS.findIndex((month) => name.length > 2 && month.toLowerCase().startsWith(name.toLowerCase())) + 1;
	const [, before, name = '', after, named] =
		/^(?:(\d{1,2})\s+)?(\p{L}+)\.?(?:\s+(\d{1,2}),?)?\s+(\d{4})$/u.exec(text) ?? [];
	const found = [
		year && month ? iso(year, month, day) : undefined,
		last && first && second ? iso(last, second, first) : undefined,
		// But with points between, some write the month first.
		last && first && second && sign !== '.' && first !== second ? iso(last, first, second) : undefined,
		named && word(name) > 0 ? iso(named, word(name), before ?? after) : undefined,
	];
	return found.filter((date) => date !== undefined);
}

/** What to write for a text that is no date: the form is wrong, or the form is right and there is no such day. */
export function dateAdvice(written: string): string {
	if (written.split('/').every((part) => POINT.test(part))) return 'Correct the day, the month or the order.';
	const meant = meantDates(written);
	return meant.length > 0
		? `Write ${meant.join(' or ')}${meant.length > 1 ? ', whichever is meant' : ''}.`
		: 'Write 2020-03-05, 2020-03 or 2020, as exact as the source is, with ~ behind it for "about".';
}

/** Whether a date names one day. */
export const isDay = (date: LedgerDate): date is PointDate => date.type === 'point' && date.precision === 'day';

/** Whether it does so without doubt. */
export const isSure = (date: LedgerDate): boolean => isDay(date) && !date.approximate && !date.uncertain;

function formatPoint(date: PointDate): string {
	const { year, month, day } = date;
	const name = month === undefined ? '' : (MONTHS[month - 1] ?? '');
	const words = day !== undefined ? `${day}\u00a0${name} ${year}` : name ? `${name} ${year}` : `${year}`;
	return `${date.approximate ? 'about ' : ''}${words}${date.uncertain ? ' (uncertain)' : ''}`;
}

/** In words, at exactly the precision of the record: "5 March 2020", "March 2020", "April 2019 to March 2020". */
export function formatDate(value: string | LedgerDate): string {
	const date = typeof value === 'string' ? toDate(value) : value;
	return date.type === 'point' ? formatPoint(date) : `${formatPoint(date.from)} to ${formatPoint(date.to)}`;
}

/** Value for `<time datetime>`: the plain date without EDTF marks; undefined for a period, which HTML cannot say. */
export function machineDate(value: string | LedgerDate): string | undefined {
	const date = typeof value === 'string' ? toDate(value) : value;
	return date.type === 'point' ? date.edtf.replace(/[?~%]$/, '') : undefined;
}

/** Orders by the first moment, then the last, then the text, so that any list of dates has one order. */
export function compareDates(a: string, b: string): number {
	const x = toDate(a);
	const y = toDate(b);
	return x.min - y.min || x.max - y.max || (a < b ? -1 : a > b ? 1 : 0);
}
