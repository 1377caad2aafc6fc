import { type ScaleTime, scaleUtc, utcDay, utcMonth, utcYear } from 'd3';
import { DAY_MS, type LedgerDate, type PointDate } from '../ledger/date.ts';
import { textWidth } from './text.ts';

/** A tick at the start of a span of time, with its name set in the middle of the span. */
export interface TimeTick {
	/** Millisecond, UTC. */
	readonly start: number;
	/** End of the span that the label names. */
	readonly end: number;
	/** Empty where there is no room for a name. */
	readonly label: string;
}

/** Milliseconds of a mean year. */
export const YEAR_MS = 365.25 * DAY_MS;

type Unit = 'year' | 'month' | 'day';

const intervals = { year: utcYear, month: utcMonth, day: utcDay } as const;

/** What a period of this length is told in: years from three years up, months from 50 days up, else days. */
const unitFor = (length: number): Unit => (length > 3 * YEAR_MS ? 'year' : length > 50 * DAY_MS ? 'month' : 'day');

function names(unit: Unit, starts: readonly Date[], every: number): readonly string[] {
	let year = Number.NaN;
	let month = Number.NaN;
	return starts.map((start, index) => {
		if (index % every !== 0) return '';
		const [y, m] = [start.getUTCFullYear(), start.getUTCMonth()];
		const newYear = y !== year;
		const newMonth = newYear || m !== month;
		[year, month] = [y, m];
		if (unit === 'year') return `${y}`;
		if (unit === 'month') return newYear ? `${SHORT_MONTHS[m]} ${y}` : `${SHORT_MONTHS[m]}`;
		return newMonth ? `${start.getUTCDate()} ${SHORT_MONTHS[m]}` : `${start.getUTCDate()}`;
	});
}

/** Every which span is named, by unit; the widest step names one span of a very long period. */
const STEPS: Readonly<Record<Unit, readonly number[]>> = {
	year: [1, 2, 3, 5, 10, 20, 25, 50, 100, 500, 1000, 10_000],
	month: [1, 2, 3, 4, 6, 12, 24, 48],
	day: [1, 2, 5, 7, 14, 28, 60],
};

/** Where the middle of a name stands: in the middle of its span, moved so that it stays inside the drawing. */
export function nameAt(scale: ScaleTime<number, number>, tick: TimeTick, size: number, width: number): number {
	const half = textWidth(tick.label, size) / 2;
	return Math.max(half, Math.min(width - half, (scale(tick.start) + scale(tick.end)) / 2));
}

/**
 * Ticks for a period: each year, month or day of it, with a name on every one, second, third, … as room allows.
 * A name stands in the middle of the span it names, so that a value at a year's end is seen to be at its end.
 * @param size of the text
 * @param width of the drawing
 * @param ends names stand at the ends of their spans
 */
export function timeTicks(
	scale: ScaleTime<number, number>,
	size: number,
	width: number,
	ends = false,
): readonly TimeTick[] {
	const place = (tick: TimeTick) => (ends ? scale(tick.end) : nameAt(scale, tick, size, width));
	const [from = new Date(0), to = new Date(0)] = scale.domain();
	const unit = ends ? 'year' : unitFor(to.getTime() - from.getTime());
	const interval = intervals[unit];
	const starts = interval.range(interval.floor(from), to);
	for (const every of STEPS[unit]) {
		const labels = names(unit, starts, every);
		const ticks = starts
			.map((start, index) => ({
				start: Math.max(start.getTime(), from.getTime()),
				end: Math.min(interval.offset(start, 1).getTime(), to.getTime()),
				label: labels[index] ?? '',
			}))
			.map((tick) => (ends && tick.end % DAY_MS !== 0 ? { ...tick, label: '' } : tick));
		const named = ticks.filter(({ label }) => label);
		const fits = named.every((tick, index) => {
			const next = named[index + 1];
			if (!next) return true;
			const reach = (textWidth(tick.label, size) + textWidth(next.label, size)) / 2 + 6;
			return place(next) - place(tick) >= reach;
		});
		// Ticks closer than 4 units are a smear, not a scale.
		if (fits) return Math.abs(scale(starts[1] ?? to) - scale(from)) < 4 ? named : ticks;
	}
	return [];
}

/** A time scale over whole years, months or days, UTC. */
export function timeScale(from: number, to: number, range: readonly [number, number]): ScaleTime<number, number> {
	return scaleUtc().domain([from, to]).range(range);
}

/** What has a first and a last moment. */
type Lasting = { readonly min: number; readonly max: number };

/** The whole years, months or days around all of these. */
export const spansAround = (all: readonly Lasting[]): readonly [number, number] =>
	wholeSpans(Math.min(...all.map(({ min }) => min)), Math.max(...all.map(({ max }) => max)));

/** Widens a period to the whole years, months or days it touches. */
export function wholeSpans(from: number, to: number): readonly [number, number] {
	const interval = intervals[unitFor(to - from)];
	return [interval.floor(new Date(from)).getTime(), interval.ceil(new Date(to)).getTime()];
}

/** Months in three letters, for an axis. */
const SHORT_MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
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
