import { DAY_MS, type LedgerDate, type PointDate, toDate } from '../../ledger/date.ts';
import type { Ceasefire } from '../../ledger/ledger.ts';
import { wholeSpans } from '../time.ts';

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
	/** Where another broker announced another start; both stand. */
	readonly otherStart?: Edge;
	/** null: no end is known. */
	readonly end: Edge | null;
}

/** How far "about" reaches on each side of a date, in days, by the date's precision. Said in the notes of each figure. */
const ABOUT_DAYS = { day: 15, month: 31, year: 366 } as const;

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

/** Each drawing asks for a span several times; reading dates is most of the work. Records never change. */
const known = new WeakMap<Ceasefire, Span>();

/** The span of a ceasefire. An end never lies before the last moment at which it can have started. */
export function spanOf(ceasefire: Ceasefire): Span {
	const before = known.get(ceasefire);
	if (before) return before;
	const span = read(ceasefire);
	known.set(ceasefire, span);
	return span;
}

function read(ceasefire: Ceasefire): Span {
	const start = edge(ceasefire.inForce);
	const common = {
		start,
		...(ceasefire.otherStart ? { otherStart: edge(ceasefire.otherStart.date) } : {}),
	};
	if (ceasefire.ended === undefined || ceasefire.endedCertainty === 'unknown') return { ...common, end: null };
	const raw = edge(ceasefire.ended, ceasefire.endedCertainty === 'about');
	const end = { ...raw, min: Math.max(raw.min, start.min), max: Math.max(raw.max, start.max) };
	return { ...common, end };
}

/** Whole years around everything that has a date. */
export function years(ceasefires: readonly Ceasefire[]): readonly [from: number, to: number] {
	const edges = ceasefires.map(spanOf).flatMap(({ start, end }) => [start, end ?? start]);
	if (edges.length === 0) return [Date.UTC(2012), Date.UTC(2025)];
	return wholeSpans(Math.min(...edges.map(({ min }) => min)), Math.max(...edges.map(({ max }) => max)));
}
