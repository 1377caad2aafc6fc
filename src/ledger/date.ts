import edtf from 'edtf';

/**
 * Dates as sources give them: EDTF (ISO 8601-2 level 1), parsed by the `edtf` library.
 * Precision is kept to the screen; everything is UTC, so nothing depends on the builder's time zone.
 */
export type Precision = 'year' | 'month' | 'day';

export interface PointDate {
	readonly type: 'point';
	/** As written. */
	readonly edtf: string;
	readonly precision: Precision;
	readonly year: number;
	/** 1 to 12, when the precision is month or day. */
	readonly month?: number;
	/** 1 to 31, when the precision is day. */
	readonly day?: number;
	/** "~" or "%": about this date. */
	readonly approximate: boolean;
	/** "?" or "%": this date is in doubt. */
	readonly uncertain: boolean;
	/** First and last millisecond that the date can mean, UTC. */
	readonly min: number;
	readonly max: number;
}

export interface PeriodDate {
	readonly type: 'period';
	readonly edtf: string;
	readonly from: PointDate;
	readonly to: PointDate;
	readonly min: number;
	readonly max: number;
}

export type LedgerDate = PointDate | PeriodDate;

export type DateResult =
	| { readonly ok: true; readonly date: LedgerDate }
	| { readonly ok: false; readonly message: string };

export const DAY_MS = 86_400_000;
const POINT = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([?~%])?$/;
const MONTHS = 'January February March April May June July August September October November December'.split(' ');

const failed = (message: string): DateResult => ({ ok: false, message });

function parsePoint(value: string): DateResult {
	const match = POINT.exec(value);
	if (!match) return failed(`"${value}" is not a date as dates are written here`);
	let parsed: { edtf: string; min: number; max: number };
	try {
		parsed = edtf(value);
	} catch {
		return failed(`"${value}" is not a day in the calendar`);
	}
	// edtf 4.11 rolls 2021-02-29 over to 1 March; a date that comes back changed is no date.
	if (parsed.edtf !== value) return failed(`"${value}" is not a day in the calendar`);
	const [, year, month, day, mark] = match;
	return {
		ok: true,
		date: {
			type: 'point',
			edtf: value,
			precision: day ? 'day' : month ? 'month' : 'year',
			year: Number(year),
			...(month ? { month: Number(month) } : {}),
			...(day ? { day: Number(day) } : {}),
			approximate: mark === '~' || mark === '%',
			uncertain: mark === '?' || mark === '%',
			min: parsed.min,
			max: parsed.max,
		},
	};
}

/** The library reads by a grammar and takes its time; the same few dates are asked for again and again. */
const known = new Map<string, DateResult>();
const MOST_KNOWN = 20_000;

/** Reads an EDTF date or period. Errors are values: the message is written for an editor. */
export function parseDate(value: string): DateResult {
	const before = known.get(value);
	if (before) return before;
	const result = readDate(value);
	if (known.size < MOST_KNOWN) known.set(value, result);
	return result;
}

function readDate(value: string): DateResult {
	if (!value.includes('/') || /^\d{1,4}\/\d{1,2}\/\d{1,4}$/.test(value)) return parsePoint(value);
	const [start = '', end = '', ...rest] = value.split('/');
	if (rest.length > 0) return failed(`"${value}" has more than one "/"; a period is from/to`);
	if (start === '' || end === '')
		return failed(`"${value}" is a period without ${start === '' ? 'a start' : 'an end'}; a period is from/to`);
	const from = parsePoint(start);
	if (!from.ok) return from;
	const to = parsePoint(end);
	if (!to.ok) return to;
	if (from.date.type !== 'point' || to.date.type !== 'point') return failed(`"${value}" is not a period`);
	if (to.date.max < from.date.min) return failed(`"${value}" ends before it starts`);
	return {
		ok: true,
		date: { type: 'period', edtf: value, from: from.date, to: to.date, min: from.date.min, max: to.date.max },
	};
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

/** As `parseDate`, for values a schema has already let through. @throws RangeError with the editor's message. */
export function toDate(value: string): LedgerDate {
	const result = parseDate(value);
	if (!result.ok) throw new RangeError(result.message);
	return result.date;
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
