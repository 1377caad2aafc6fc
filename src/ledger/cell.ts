import { meantDates, parseDate } from './date.ts';

const GROUPED = [
	/^(?<whole>\d{1,3}(?:[ \u00a0\u2009\u202f'’]\d{3})+)(?:[.,](?<decimals>\d+))?$/,
	/^(?<whole>\d{1,3}(?:,\d{3}){2,})(?:\.(?<decimals>\d+))?$/,
	/^(?<whole>\d{1,3}(?:\.\d{3}){2,})(?:,(?<decimals>\d+))?$/,
	/^(?<whole>\d{1,3},\d{3})\.(?<decimals>\d+)$/,
	/^(?<whole>\d{1,3}\.\d{3}),(?<decimals>\d+)$/,
	// Three decimals behind a comma may be thousands.
	/^(?<whole>0|\d+),(?<decimals>\d{1,2}|\d{4,})$/,
	/^(?<whole>0|\d{4,}),(?<decimals>\d{3})$/,
];

/** A number with one sign and three digits behind it: thousands to some, decimals to others. */
const DOUBLE = /^-?([1-9]\d{0,2})[.,](\d{3})$/;

/** What to write for a number that has two readings, "25.632" or "25,632"; undefined for one that has not. */
export function doubleAdvice(written: string): string | undefined {
	const [, whole = '', rest = ''] = DOUBLE.exec(written) ?? [];
	return whole === '' ? undefined : `Write ${whole}${rest} for thousands, or ${whole}.${rest}0 for decimals.`;
}

/** A number as spreadsheets save it, with a point before decimals; the text itself where it has two readings or none. */
function plainNumber(written: string): string {
	const [, minus = '', digits = ''] = /^([-−]?)(.*)$/.exec(written) ?? [];
	for (const form of GROUPED) {
		const { whole, decimals } = form.exec(digits)?.groups ?? {};
		if (whole === undefined) continue;
		return `${minus && '-'}${whole.replace(/\D/g, '')}${decimals === undefined ? '' : `.${decimals}`}`;
	}
	return minus === '−' ? `-${digits}` : written;
}

/** A date as spreadsheets save it, in the form that is used here; the text itself where it has two readings or none. */
function plainDate(written: string): string {
	if (parseDate(written).ok) return written;
	const [one, two] = meantDates(written);
	return one !== undefined && two === undefined ? one : written;
}

/** A cell of a series as the ledger reads it. Nothing is guessed: what has two readings is left for the ledger to tell. */
export function plainCell(column: string, written: string): string {
	const cell = written.trim();
	return column === 'value' ? plainNumber(cell) : column === 'date' ? plainDate(cell) : cell;
}
