import type { Measure } from '../ledger/ledger.ts';
import { formatNumber, formatQuantity, type NumberStyle } from '../ledger/quantity.ts';
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

const BEFORE = /\b(about|almost|more than|at least|up to|nearly|over) (?=\d)/g;
const DAY =
	/\b(\d{1,2}) (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/g;
const BEHIND = /(\d) (?=(?:million|billion)\b)/g;

/** Holds a figure together with the words that limit or scale it, and a day with its month: no label breaks there. */
export const bindFigures = (text: string): string =>
	text
		.replace(BEFORE, (_, words: string) => `${words.replaceAll(' ', '\u00a0')}\u00a0`)
		.replace(BEHIND, '$1\u00a0')
		.replace(DAY, '$1\u00a0');

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
