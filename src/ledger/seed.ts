import type { FoundNumber } from './number.ts';
import { findQuote, numberRange, type Place, placeIn, type Seed } from './quote.ts';

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

export interface Quoted {
	readonly claim: string;
	readonly quote: string;
}

export interface SetAside {
	readonly text: string;
	readonly reason: string;
}

/**
 * Every number expression of a seed, in order, with what accounts for it.
 * A quote or a set-aside text that does not stand in the seed exactly once accounts for nothing.
 */
export function coverage(seed: Seed, quotes: readonly Quoted[], setAside: readonly SetAside[]): readonly Figure[] {
	const claims = seed.numbers.map((): string[] => []);
	const reasons = new Map<number, string>();
	const each = (text: string, visit: (index: number) => void): void => {
		const [place, second] = findQuote(seed, text);
		if (!place || second) return;
		const [from, to] = numberRange(seed, place);
		for (let at = from; at < to; at += 1) visit(at);
	};
	for (const { claim, quote } of quotes) each(quote, (at) => claims[at]?.push(claim));
	for (const { text, reason } of setAside) each(text, (at) => reasons.set(at, reason));
	return seed.numbers.map((number, at) => {
		const by = claims[at] ?? [];
		const { text, offset, length } = number;
		const accounted = by.length > 0 || reasons.has(at);
		return { ...placeIn(seed, offset, length), text, number, claims: by, setAside: reasons.get(at), accounted };
	});
}
