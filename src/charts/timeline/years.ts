import { toDate } from '../../ledger/date.ts';
import type { Ceasefire } from '../../ledger/ledger.ts';
import { spanOf } from './span.ts';

/** Whole years around everything that has a date. */
export function years(ceasefires: readonly Ceasefire[]): { readonly from: number; readonly to: number } {
	let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
	for (const ceasefire of ceasefires) {
		const { agreed, start, end } = spanOf(ceasefire);
		min = Math.min(min, agreed.min, start.min);
		max = Math.max(max, agreed.max, start.max, end?.max ?? start.max);
	}
	if (min > max) return { from: Date.UTC(2012), to: Date.UTC(2025) };
	const first = new Date(min).getUTCFullYear();
	const last = new Date(max - 1).getUTCFullYear() + 1;
	return { from: toDate(String(first).padStart(4, '0')).min, to: toDate(String(last).padStart(4, '0')).min };
}
