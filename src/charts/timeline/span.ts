import { DAY_MS, type LedgerDate, type PointDate, toDate } from '../../ledger/date.ts';
import type { Ceasefire } from '../../ledger/ledger.ts';
import { circle, rect } from '../marks.ts';
import type { Shape } from '../scene.ts';
import { spansAround } from '../time.ts';

/** A beginning or an end: the moments between which it must lie. UTC milliseconds, `max` exclusive. */
export interface Edge {
	readonly min: number;
	readonly max: number;
	/** Known to the day: it may be drawn as an edge. Otherwise it is drawn over the whole of min to max. */
	readonly hard: boolean;
}

/** A ceasefire's time in force. */
export interface Span {
	readonly start: Edge;
	/** null: no end is known. */
	readonly end: Edge | null;
}

/** How far "about" reaches on each side of a date, in days, by the date's precision. Said in the notes of each figure. */
export const ABOUT_DAYS = { day: 15, month: 31, year: 366 } as const;

const outermost = (date: LedgerDate): PointDate => (date.type === 'point' ? date : date.to);

/** The moments a date can mean: a month is all of that month, an approximate day the fortnight on each side. */
export function edge(value: string, about = false): Edge {
	const date = toDate(value);
	const { precision, approximate, uncertain } = outermost(date);
	const loose = about || approximate || uncertain;
	const hard = date.type === 'point' && precision === 'day' && !loose;
	// A month end already spans its month; only days and marked dates are widened.
	const reach = loose && (approximate || uncertain || precision === 'day') ? ABOUT_DAYS[precision] * DAY_MS : 0;
	return { min: date.min - reach, max: date.max + 1 + reach, hard };
}

/** The span of a ceasefire; two starts that two brokers announced are one that is not known. */
export function spanOf({ inForce, otherStart, ended, endedCertainty }: Ceasefire): Span {
	const [one, two] = [edge(inForce), edge(otherStart?.date ?? inForce)];
	const start: Edge = {
		min: Math.min(one.min, two.min),
		max: Math.max(one.max, two.max),
		hard: one.hard && otherStart === undefined,
	};
	if (ended === undefined || endedCertainty === 'unknown') return { start, end: null };
	const end = edge(ended, endedCertainty === 'about');
	// An end never lies before the last moment at which it can have started.
	return { start, end: { ...end, min: Math.max(end.min, start.min), max: Math.max(end.max, start.max) } };
}

/** Whole years around everything that has a date. */
export function years(ceasefires: readonly Ceasefire[]): readonly [from: number, to: number] {
	const edges = ceasefires.map(spanOf).flatMap(({ start, end }) => [start, end ?? start]);
	if (edges.length === 0) return [Date.UTC(2012), Date.UTC(2025)];
	return spansAround(edges);
}

/** A scale with the stretch of it that is drawn. */
export interface Frame {
	readonly x: (at: number) => number;
	readonly from: number;
	readonly to: number;
}

/** Least width of a bar, so that a truce of two days is seen at all. */
const LEAST = 3;
/**
 * One ceasefire's time in force: full for as long as it surely stood, faded over the time in which it may have begun or
 * ended; where no end is known a ring marks the start and nothing has a length.
 */
export function bar({ start, end }: Span, role: string, top: number, height: number, frame: Frame): readonly Shape[] {
	const at = (time: number) => frame.x(Math.min(frame.to, Math.max(frame.from, time)));
	const from = at(start.min);
	const radius = Math.min(4.5, height / 2 - 1);
	if (!end) return [circle(role.replace('tl-bar', 'tl-open'), { x: from + radius, y: top + height / 2 }, radius)];
	const sure = at(start.hard ? start.min : start.max);
	const [gone, last] = [at(end.hard ? end.max : end.min), Math.max(from + LEAST, at(end.max))];
	const piece = (look: string, x: number, to: number) =>
		to - x > 0.2 ? [rect(look, { x, y: top, width: to - x, height })] : [];
	// What is too short for a difference to be seen is all of one kind.
	if (last - from <= LEAST) return piece(gone > sure ? role : `${role} tl-rough`, from, last);
	const full = Math.max(sure, gone);
	return [
		...piece(`${role} tl-rough`, from, sure),
		...piece(role, sure, full),
		...piece(`${role} tl-rough`, full, last),
	];
}
