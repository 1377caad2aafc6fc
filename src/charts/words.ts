import type { Measure } from '../ledger/ledger.ts';
import { formatQuantity, type NumberStyle } from '../ledger/quantity.ts';
import type { Quantity } from '../ledger/schemas/index.ts';

/** A quantity in words with the unit behind it: "more than 50 people", "dozens of people", "no figure given". */
export function amount(quantity: Quantity, unit = '', style: NumberStyle = 'exact'): string {
	const words = formatQuantity(quantity, style);
	if (!unit || quantity.qualifier === 'not given') return words;
	const of = quantity.value === undefined && quantity.qualifier !== 'many' && quantity.qualifier !== 'numerous';
	return `${words} ${of ? 'of ' : ''}${unit}`;
}

const FIRST_LETTER = /^\p{Ll}/u;
/** Upper-case first letter, for the start of a line. */
export const capital = (text: string): string => text.replace(FIRST_LETTER, (letter) => letter.toUpperCase());

/** The quantity of a datum, as the ledger writes quantities. */
export const quantityOf = (datum: {
	readonly value: number | null;
	readonly upper?: number;
	readonly qualifier: Quantity['qualifier'];
}): Quantity => ({
	qualifier: datum.qualifier,
	...(datum.value === null ? {} : { value: datum.value }),
	...(datum.upper === undefined ? {} : { upper: datum.upper }),
});

/** Rounded to three figures, for a label in a drawing: "more than 961,000", "3.64 million". */
export const shortAmount = (datum: Parameters<typeof quantityOf>[0]): string =>
	formatQuantity(quantityOf(datum), 'rounded');

/** What an axis counts, in words: "people killed", "refugees". */
export function countedWords({ unit, label, kind }: Pick<Measure, 'unit' | 'label' | 'kind'>): string {
	const words = `${label.charAt(0).toLowerCase()}${label.slice(1)}`;
	return unit === undefined || kind === 'stock' ? words : `${unit} ${words}`;
}
