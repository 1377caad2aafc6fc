import { type FoundNumber, findNumbers, isFigure } from './number.ts';
import { wordQualifiers } from './schemas/claim.ts';
import type { Quantity } from './schemas/index.ts';

/**
 * exact: every digit, "3,641,370". words: as a source would put it and nothing lost, "1.4 million", "961,000".
 * rounded: three significant figures, "3.64 million".
 */
export type NumberStyle = 'exact' | 'words' | 'rounded';

/** Digits with "," between thousands and "." before decimals; a negative number has a true minus sign. */
function digits(value: number): string {
	const [whole = '0', decimals] = String(Math.abs(value)).split('.');
	const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
	return `${value < 0 ? '−' : ''}${grouped}${decimals === undefined ? '' : `.${decimals}`}`;
}

const LARGE = [
	[1e9, 'billion'],
	[1e6, 'million'],
] as const;

/** Writes a number in the site's one way, independent of locale. */
export function formatNumber(value: number, style: NumberStyle = 'words'): string {
	if (style === 'exact') return digits(value);
	const shown = style === 'rounded' && Math.abs(value) >= 1000 ? Number(value.toPrecision(3)) : value;
	for (const [size, name] of LARGE) {
		// Two decimals hold three significant figures up to 10 million and are as fine as sources go.
		if (Math.abs(shown) >= size && Number.isInteger((shown * 100) / size)) return `${digits(shown / size)} ${name}`;
	}
	return digits(shown);
}

/** The upper end of a range: in digits where its "million" would be read as the lower end's too, as in "1 to 2 million". */
function upperEnd(low: number, high: number, style: NumberStyle): string {
	const words = formatNumber(high, style);
	const [scale = 1] = LARGE.find(([, name]) => words.endsWith(name)) ?? [];
	return low < scale && low * scale < high ? digits(high) : words;
}

/** The quantity in words, without its unit: "more than 50", "800,000 to 1 million", "dozens", "no figure given". */
export function formatQuantity(quantity: Quantity, style: NumberStyle = 'words'): string {
	const { value, upper, qualifier } = quantity;
	if (qualifier === 'not given') return 'no figure given';
	if (value === undefined) return qualifier;
	const number = formatNumber(value, style);
	if (qualifier === 'exactly') return number;
	if (qualifier === 'between') return `${number} to ${upperEnd(value, upper ?? value, style)}`;
	return `${qualifier} ${number}`;
}

/** Reads a single number that is the whole text; undefined otherwise. */
function whole(text: string): FoundNumber | undefined {
	const found = findNumbers(text);
	const [only] = found;
	if (found.length !== 1 || !only || only.value === null) return undefined;
	const before = text.slice(0, only.offset).trim();
	return before === (only.lead ?? '') && only.offset + only.length === text.length ? only : undefined;
}

/** The inverse of `formatQuantity`; undefined for what is no quantity. Reads what people write, "over 50" included. */
export function parseQuantity(source: string): Quantity | undefined {
	const text = source.trim().replace(/\s+/g, ' ');
	if (text === 'no figure given' || text === 'not given') return { qualifier: 'not given' };
	const word = wordQualifiers.find((candidate) => candidate === text);
	if (word) return { qualifier: word };
	const single = whole(text);
	if (!single || single.value === null) return undefined;
	const { value, upper, qualifier = 'exactly' } = single;
	return { value, qualifier, ...(upper === undefined ? {} : { upper }) };
}

const OPENNESS = { 'up to': -2, almost: -1, 'at least': 1, 'more than': 2 } as Readonly<Record<string, number>>;

/** Orders quantities from low to high, "almost 50" before "50" before "more than 50"; those without a number last. */
export function compareQuantities(a: Quantity, b: Quantity): number {
	if (a.value === undefined || b.value === undefined)
		return Number(a.value === undefined) - Number(b.value === undefined);
	const openness = (quantity: Quantity): number => OPENNESS[quantity.qualifier] ?? 0;
	return a.value - b.value || (a.upper ?? a.value) - (b.upper ?? b.value) || openness(a) - openness(b);
}

/** A part that a source gives in words, "two-thirds", is recorded as a rounded decimal. */
const PART = 0.005;
const sameValue = ({ kind, value }: FoundNumber, recorded: number): boolean =>
	value === recorded || (kind === 'fraction' && value !== null && Math.abs(value - recorded) < PART);

export type Agreement =
	| { readonly agrees: true }
	| { readonly agrees: false; readonly reason: 'value' | 'qualifier' | 'figure where none is given' };

/** Whether numbers found in a text (a quote, a statement) say what the quantity says: its value and its qualifier. */
export function agreement(quantity: Quantity, found: readonly FoundNumber[]): Agreement {
	const { value, upper, qualifier } = quantity;
	if (qualifier === 'not given') {
		const figure = found.some((number) => number.value !== null && isFigure(number));
		return figure ? { agrees: false, reason: 'figure where none is given' } : { agrees: true };
	}
	if (value === undefined) {
		const said = found.some((number) => number.text.replace(/\s+/g, ' ').toLowerCase() === qualifier);
		return said ? { agrees: true } : { agrees: false, reason: 'value' };
	}
	const same = found.filter((number) => sameValue(number, value) && number.upper === upper);
	if (same.length === 0) return { agrees: false, reason: 'value' };
	// "An estimated 306,887" may be a rough count or the exact outcome of a method; the record decides.
	const either = (lead = '') => qualifier === 'exactly' && /estimated$/i.test(lead);
	const limited = same.some((number) => (number.qualifier ?? 'exactly') === qualifier || either(number.lead));
	return limited ? { agrees: true } : { agrees: false, reason: 'qualifier' };
}
