import { type Lines, toLines } from './lines.ts';
import { type FoundNumber, findNumbers } from './number.ts';

/** A seed made ready for many look-ups: white space folded, numbers found, lines and sentences indexed. */
export interface Seed {
	readonly text: string;
	/** The text with each run of white space as one space. */
	readonly folded: string;
	/** For each character of `folded`, its place in `text`; one more entry for the end. */
	readonly places: readonly number[];
	/** Every number expression in `text`. */
	readonly numbers: readonly FoundNumber[];
	readonly lines: Lines;
	readonly sentences: Lines;
}

/** Seeds made ready for look-ups, by source id. */
export type Seeds = ReadonlyMap<string, Seed>;

interface Span {
	readonly offset: number;
	readonly length: number;
}

/** A place in a seed. Line and column count from 1; the column counts characters (UTF-16). */
export interface Place extends Span {
	readonly line: number;
	readonly column: number;
	/** The whole sentence it stands in, white space folded. */
	readonly sentence: string;
}

const SENTENCE_END = /[.!?…]["”’')\]]*\s+(?=["“‘'([]?[\p{Lu}\p{N}])|\n+\s*/gu;

/** Reads a seed once. Time is linear in its length. */
export function prepareSeed(text: string): Seed {
	const places: number[] = [];
	let folded = '';
	let end = 0;
	for (const match of text.matchAll(/\s+/g)) {
		for (let at = end; at < match.index; at += 1) places.push(at);
		folded += `${text.slice(end, match.index)} `;
		places.push(match.index);
		end = match.index + match[0].length;
	}
	for (let at = end; at <= text.length; at += 1) places.push(at);
	folded += text.slice(end);
	return {
		text,
		folded,
		places,
		numbers: findNumbers(text),
		lines: toLines(text),
		sentences: toLines(text, SENTENCE_END),
	};
}

/** Line, column and sentence of a span of a seed. */
export function placeIn(seed: Seed, offset: number, length: number): Place {
	const sentence = seed.sentences.text(seed.sentences.at(offset).line).replace(/\s+/g, ' ').trim();
	return { offset, length, ...seed.lines.at(offset), sentence };
}

const WORD = /[\p{L}\p{N}\p{M}]/u;

/** Whether a cut here parts a word or a number: "more than 5|0", "3|.6 million". */
export function partsWord(text: string, at: number): boolean {
	const before = text[at - 1] ?? ' ';
	const after = text[at] ?? ' ';
	if (WORD.test(before) && WORD.test(after)) return true;
	if (/\d/.test(before) && /[.,]/.test(after) && /\d/.test(text[at + 1] ?? '')) return true;
	return /[.,]/.test(before) && /\d/.test(after) && /\d/.test(text[at - 2] ?? '');
}

/**
 * Every place at which the words stand in the seed. White space is folded and nothing else: case, quotation marks
 * and dashes must be the seed's own. A quote that begins or ends inside a word or a number is not found.
 */
export function findQuote(seed: Seed, quote: string): readonly Place[] {
	const words = quote.replace(/\s+/g, ' ').trim();
	if (words === '') return [];
	const found: Place[] = [];
	for (let at = seed.folded.indexOf(words); at >= 0; at = seed.folded.indexOf(words, at + 1)) {
		const end = at + words.length;
		if (partsWord(seed.folded, at) || partsWord(seed.folded, end)) continue;
		const offset = seed.places[at] ?? 0;
		const last = seed.places[end - 1] ?? offset;
		found.push(placeIn(seed, offset, last + 1 - offset));
	}
	return found;
}

/** Number expressions of the seed that lie wholly inside the span, with the limits they have in the seed. */
export const numbersWithin = ({ numbers }: Seed, { offset, length }: Span): readonly FoundNumber[] =>
	numbers.filter((one) => one.offset >= offset && one.offset + one.length <= offset + length);
