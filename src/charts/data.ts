import { DAY_MS, type LedgerDate, toDate } from '../ledger/date.ts';
import { type Claim, type Ledger, type Series, unitOf } from '../ledger/ledger.ts';
import type { Qualifier } from '../ledger/schemas/index.ts';
import { YEAR_MS } from './time.ts';
import { amount } from './words.ts';

/** One value with all a reader is told about it. No pixels yet. */
export interface Datum {
	/** `<series or claim id>@<date>`; unique in a figure. */
	readonly id: string;
	/** Series, or group of accounts, it belongs to. */
	readonly group: string;
	readonly groupLabel: string;
	readonly date: LedgerDate;
	/** Millisecond, UTC, at which it is drawn. */
	readonly at: number;
	readonly value: number | null;
	readonly upper?: number;
	readonly qualifier: Qualifier;
	readonly unit: string;
	/** The value in words: "3,641,370 people", "more than 50 people". */
	readonly text: string;
	readonly source: string;
	readonly claim?: string;
	readonly note?: string;
	/** Who counted, where another body publishes the count. */
	readonly provider?: string;
	/** Who said it, for an account. */
	readonly speaker?: string;
	/** The claim by which its speaker replaced or repeated it, and that claim's figure in words, for an account. */
	readonly replaced?: { readonly claim: string; readonly text: string };
	/** When it was said, for an account: an EDTF date or null, and words. */
	readonly said?: { readonly value: string | null; readonly text: string };
}

/** A series ready to be drawn: data in order of time, each with its place in time. */
export interface ChartSeries extends Pick<Series, 'id' | 'label' | 'unit'> {
	readonly kind: 'stock' | 'flow';
	/** Of a count that goes up from a day, that day. */
	readonly begins?: LedgerDate;
	readonly data: readonly Datum[];
	readonly breaks: readonly { readonly date: LedgerDate; readonly reason: string }[];
}

/** A chart that cannot be drawn as declared; the message is written for an editor. */
export class ChartError extends Error {
	constructor(chart: string, message: string) {
		super(`chart ${chart}: ${message}`);
		this.name = 'ChartError';
	}
}

/** Where in time a value is drawn: a year's stock at the end of the year, all else in the middle of its date or period. */
export function momentOf(date: LedgerDate, kind: 'stock' | 'flow'): number {
	const isYear = date.type === 'point' && date.precision === 'year';
	return kind === 'stock' && isYear ? date.max : (date.min + date.max) / 2;
}

/** The body that counted, where its count is read from a data set that another body publishes. */
export function otherProvider(ledger: Ledger, { provider, source }: Series): string | undefined {
	const record = ledger.sources.get(source);
	return record?.kind === 'dataset' && record.publisher !== provider ? provider : undefined;
}

/** Reads a series of the ledger, cut to the period from–to (whole dates, both ends included). */
export function seriesData(ledger: Ledger, series: Series, period: Period): ChartSeries {
	const kind = ledger.measures.get(series.measure)?.kind === 'flow' ? 'flow' : 'stock';
	const provider = otherProvider(ledger, series);
	const data = series.rows
		.map((row): Datum => {
			const date = toDate(row.date);
			const qualifier = row.qualifier ?? 'exactly';
			return {
				id: `${series.id}@${row.date}`,
				group: series.id,
				groupLabel: series.label,
				date,
				at: momentOf(date, series.countedFrom ? 'stock' : kind),
				value: row.value,
				qualifier,
				unit: series.unit,
				text: amount({ value: row.value, qualifier }, series.unit),
				source: row.source ?? series.source,
				...(provider && row.source === undefined ? { provider } : {}),
				...(row.note ? { note: row.note } : {}),
			};
		})
		.filter((datum) => datum.date.max >= period.from && datum.date.min <= period.to)
		.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
	const breaks = (series.breaks ?? []).map(({ date, reason }) => ({ date: toDate(date), reason }));
	const begins = series.countedFrom === undefined ? {} : { begins: toDate(series.countedFrom) };
	return { id: series.id, label: series.label, unit: series.unit, kind, ...begins, data, breaks };
}

/** Reads a claim as a datum. It stands at the date it holds for, or where that is not known at the date it was said. */
export function claimDatum(ledger: Ledger, claim: Claim, group: string, groupLabel: string): Datum | undefined {
	const written = claim.date ?? claim.said ?? ledger.sources.get(claim.source)?.published;
	if (written === undefined) return undefined;
	const date = toDate(written);
	const qualifier = claim.quantity?.qualifier ?? 'not given';
	const unit = unitOf(ledger, claim) ?? '';
	return {
		id: `${claim.id}@${written}`,
		group,
		groupLabel,
		date,
		// A figure for a period is reached at its end.
		at: date.type === 'period' ? date.max : momentOf(date, 'stock'),
		value: claim.quantity?.value ?? null,
		...(claim.quantity?.upper === undefined ? {} : { upper: claim.quantity.upper }),
		qualifier,
		unit,
		text: amount(claim.quantity ?? { qualifier }, unit),
		source: claim.source,
		claim: claim.id,
		...(claim.note ? { note: claim.note } : {}),
	};
}

/** A stretch of time in UTC milliseconds, both ends included; infinite where it is open. */
export interface Period {
	readonly from: number;
	readonly to: number;
}

/** Period of a chart from its `from` and `to`; open where they are left out. */
export function periodOf(from: string | undefined, to: string | undefined): Period {
	return {
		from: from === undefined ? Number.NEGATIVE_INFINITY : toDate(from).min,
		to: to === undefined ? Number.POSITIVE_INFINITY : toDate(to).max,
	};
}

/** A value for a year: of a stock, the count at its end. */
export const yearly = ({ date }: Datum): boolean => date.type === 'point' && date.precision === 'year';

/** From a little before the first point to the last, where years are counted at their ends. */
export function yearEnds(data: readonly Datum[]): readonly [from: number, to: number] {
	const at = data.map((datum) => datum.at);
	// A count at the end of a year is drawn with that millisecond; the axis ends with the year.
	return [Math.min(...at) - 0.3 * YEAR_MS, Math.max(...at) + 1];
}

/** The item with the largest value, the first of equals; one without a value counts as nought. */
export const largestOf = <T extends { readonly value: number | null }>(items: readonly T[]): T | undefined =>
	items.reduce<T | undefined>(
		(most, item) => (most !== undefined && (most.value ?? 0) >= (item.value ?? 0) ? most : item),
		undefined,
	);

/** Stretches of a series that may be joined by a line: a missing step and a break in the count each part them. */
export function stretches(series: ChartSeries): readonly (readonly Datum[])[] {
	const known = series.data.filter((datum) => datum.value !== null);
	// A series of year values that leaves out a year has a gap; counts taken now and then have none.
	const missing = (a: Datum, b: Datum) => yearly(a) && yearly(b) && b.at - a.at > 1.5 * YEAR_MS;
	const result: Datum[][] = [];
	for (const [index, datum] of known.entries()) {
		const before = known[index - 1];
		const apart =
			before === undefined ||
			missing(before, datum) ||
			series.breaks.some(({ date }) => date.max >= before.at + DAY_MS && date.max <= datum.at + DAY_MS);
		if (apart) result.push([datum]);
		else result.at(-1)?.push(datum);
	}
	return result;
}
