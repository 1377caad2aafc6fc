import { toDate } from './date.ts';
import type { Claim, Ledger } from './ledger.ts';
import { compareQuantities, formatQuantity, type NumberStyle } from './quantity.ts';
import { remember } from './remember.ts';
import type { Quantity } from './schemas/index.ts';

/** One account of a thing: a claim about it with the measure in question. */
export interface Account {
	readonly claim: Claim;
	/** Whether a later account replaces it. */
	readonly superseded: boolean;
	/** The later claim by the same speaker that replaces this one, where there is one. */
	readonly supersededBy?: string | undefined;
	/** Whether it stands in a seed. */
	readonly seed: boolean;
}

/** Whether two figures are the same, limits included; two that give none are the same answer. */
export const repeats = (a: Quantity | undefined, b: Quantity | undefined): boolean =>
	a?.qualifier === b?.qualifier && a?.value === b?.value && a?.upper === b?.upper;

/** What the accounts span, each end with the claim that sets it. */
export interface Range {
	readonly low: Claim;
	readonly high: Claim;
}

/** What times of day are told by, in minutes since midnight. */
const TIMES = {
	early: 360,
	morning: 480,
	midday: 720,
	noon: 720,
	afternoon: 900,
	evening: 1140,
	night: 1320,
	late: 1320,
};

/** Minutes since midnight of a time as announced ("10:18 CET", "midday"); last where it says nothing we can order. */
function minutes(time = ''): number {
	const [, hour, minute] = /(\d{1,2})[:.](\d{2})/.exec(time) ?? [];
	if (hour !== undefined) return Number(hour) * 60 + Number(minute);
	const named = Object.entries(TIMES).find(([word]) => time.toLowerCase().includes(word));
	return named?.[1] ?? Number.POSITIVE_INFINITY;
}

/** Day said, then the order given, then the time; what is unknown comes last. */
function inOrder(one: Claim, other: Claim): number {
	const [a, b] = [one, other].map(({ said, order = Number.POSITIVE_INFINITY, saidTime }) => {
		const { min, max } = said === undefined ? { min: 0, max: Number.POSITIVE_INFINITY } : toDate(said);
		return { min, max, order, time: minutes(saidTime) };
	});
	if (!a || !b) return 0;
	// A date known only to the month comes after the days in it that are known. Of two unknown, the next decides.
	return a.max - b.max || a.min - b.min || a.order - b.order || a.time - b.time || 0;
}

/** Claims by topic and measure. A ledger never changes, so the index is made once for each. */
const claimsOf = remember(
	({ claims }: Ledger) => Map.groupBy(claims.values(), ({ about, measure }) => `${about} ${measure}`),
	new WeakMap(),
);

/**
 * All accounts of one thing, in the order in which they were given: the claims about it with this measure, those
 * without a figure included.
 * None where the measure counts various things, for then they are not accounts of the same.
 */
export function accounts(ledger: Ledger, about: string, measure: string): readonly Account[] {
	const claims = ledger.measures.get(measure)?.various ? [] : (claimsOf(ledger).get(`${about} ${measure}`) ?? []);
	const replaced = new Map(
		claims.flatMap((claim) => (claim.supersedes === undefined ? [] : [[claim.supersedes, claim.id] as const])),
	);
	return claims.toSorted(inOrder).map((claim) => ({
		claim,
		superseded: replaced.has(claim.id),
		supersededBy: replaced.get(claim.id),
		seed: ledger.sources.get(claim.source)?.seed !== undefined,
	}));
}

/** Open above: "more than 30" says no more than that it was not fewer. */
const isMinimum = ({ quantity }: Claim): boolean =>
	quantity?.qualifier === 'more than' || quantity?.qualifier === 'at least';

function ends(claims: readonly Claim[]): Range | undefined {
	let low: Claim | undefined;
	let high: Claim | undefined;
	for (const claim of claims) {
		const { quantity } = claim;
		if (quantity?.value === undefined) continue;
		if (!low?.quantity || compareQuantities(quantity, low.quantity) < 0) low = claim;
		if (!high?.quantity || compareQuantities(endOf(quantity, 'upper'), endOf(high.quantity, 'upper')) > 0) high = claim;
	}
	return low && high ? { low, high } : undefined;
}

/**
 * The lowest and highest figure among accounts; undefined where none gives a number. A minimum contradicts nobody who
 * gives more, so it is the lower end only where there are no two counts that differ.
 * Pass the accounts that are meant: `standing` leaves out those that their speaker replaced.
 */
export function range(list: readonly Account[]): Range | undefined {
	const claims = list.map(({ claim }) => claim);
	const all = ends(claims);
	const counts = ends(claims.filter((claim) => !isMinimum(claim)));
	return all && counts && counts.low.quantity?.value !== all.high.quantity?.value ? { ...all, low: counts.low } : all;
}

/** One end of "15 to 20" as a quantity of its own; other quantities as they are. */
const endOf = (quantity: Quantity, end: 'value' | 'upper'): Quantity =>
	quantity.upper === undefined ? quantity : { value: quantity[end], qualifier: 'exactly' };

/** The accounts that still stand: without those a later account of the same speaker replaced. */
export const standing = (list: readonly Account[]): readonly Account[] => list.filter(({ superseded }) => !superseded);

/** In words: "38 to more than 100"; one figure where both ends are the same. */
export function formatRange({ low, high }: Range, style: NumberStyle = 'words'): string {
	const from = low.quantity ? formatQuantity(endOf(low.quantity, 'value'), style) : '';
	const to = high.quantity ? formatQuantity(endOf(high.quantity, 'upper'), style) : '';
	return from === to ? from : `${from} to ${to}`;
}
