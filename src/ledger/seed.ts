import type { FoundNumber } from './number.ts';
import { findQuote, numbersWithin, type Place, placeIn, type Seed } from './quote.ts';
import type { Source } from './schemas/index.ts';

/** What accounts for a number in a seed: the claims whose quotes hold it, or the note that sets it aside. */
export interface Figure extends Place {
	readonly text: string;
	readonly number: FoundNumber;
	/** Ids of the claims whose quotes hold it, in order given. */
	readonly claims: readonly string[];
	/** Why it is set aside, where it is. */
	readonly setAside: string | undefined;
	readonly accounted: boolean;
}

type SetAside = NonNullable<Source['setAside']>;

export interface Quoted {
	readonly claim: string;
	readonly quote: string;
}

/**
 * Every number expression of a seed, in order, with what accounts for it.
 * A quote or a set-aside text that does not stand in the seed exactly once accounts for nothing.
 */
export function coverage(seed: Seed, quotes: readonly Quoted[], setAside: SetAside): readonly Figure[] {
	const within = (text: string): readonly FoundNumber[] => {
		const [place, second] = findQuote(seed, text);
		return !place || second ? [] : numbersWithin(seed, place);
	};
	const quoted = quotes.flatMap(({ claim, quote }) => within(quote).map((number) => ({ number, claim })));
	const claimsOf = Map.groupBy(quoted, ({ number }) => number);
	const reasons = new Map(
		setAside.flatMap(({ text, reason }) => within(text).map((number) => [number, reason] as const)),
	);
	return seed.numbers.map((number) => {
		const claims = (claimsOf.get(number) ?? []).map(({ claim }) => claim);
		const { text, offset, length } = number;
		const accounted = claims.length > 0 || reasons.has(number);
		return { ...placeIn(seed, offset, length), text, number, claims, setAside: reasons.get(number), accounted };
	});
}
