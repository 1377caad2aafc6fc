import { formatNumber } from '../ledger/quantity.ts';

/** Writes the ticks of an axis: in full below a million, else in millions with the unit at the last one. */
export function tickWords(ticks: readonly number[]): readonly string[] {
	const last = ticks.at(-1) ?? 0;
	if (last < 1_000_000) return ticks.map((tick) => formatNumber(tick, 'exact'));
	return ticks.map((tick) => {
		const number = formatNumber(Number((tick / 1e6).toPrecision(12)), 'exact');
		return tick === last ? `${number} million` : number;
	});
}

/** Every digit, with thousands parted: "3,641,370". */
export const exact = (value: number): string => formatNumber(value, 'exact');
