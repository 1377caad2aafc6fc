import { heldKnown } from '../../ledger/duration.ts';
import type { Ceasefire } from '../../ledger/ledger.ts';

/** A median length, in whole days. */
export interface Median {
	readonly days: number;
	/** A length in the middle is known only roughly. */
	readonly about: boolean;
}

/**
 * Median time in force of those whose end is known; undefined where there is none. The middle of an even number of
 * lengths is the mean of the two in the middle, as in `<Value of="held-median"/>`.
 */
export function medianHeld(ceasefires: Iterable<Ceasefire>): Median | undefined {
	const known = heldKnown(ceasefires);
	const middle = (known.length - 1) / 2;
	const lengths = known.map(([, length]) => length);
	const picked = [Math.floor(middle), Math.ceil(middle)].flatMap((index) => lengths[index] ?? []);
	if (picked.length === 0) return undefined;
	return {
		days: Math.round(picked.reduce((sum, { days }) => sum + days, 0) / picked.length),
		about: picked.some(({ about }) => about),
	};
}
