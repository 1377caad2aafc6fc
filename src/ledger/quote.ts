import { countHolding } from './bisect.ts';
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
	/** Offset at which each line starts. */
	readonly lines: readonly number[];
	/** Offset at which each sentence starts. */
	readonly sentences: readonly number[];
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
		lines: [0, ...[...text.matchAll(/\n/g)].map((match) => match.index + 1)],
		sentences: [0, ...[...text.matchAll(SENTENCE_END)].map((match) => match.index + match[0].length)],
	};
}

/** Index of the last entry that is not above `value`; -1 when all are. */
const lastAtOrBelow = (sorted: readonly number[], value: number): number =>
	countHolding(sorted.length, (at) => (sorted[at] ?? 0) <= value) - 1;

/** Line, column and sentence of a span of a seed. */
export function placeIn(seed: Seed, offset: number, length: number): Place {
	const line = lastAtOrBelow(seed.lines, offset);
	const sentence = lastAtOrBelow(seed.sentences, offset);
	const from = seed.sentences[sentence] ?? 0;
	const to = seed.sentences[sentence + 1] ?? seed.text.length;
	return {
		offset,
		length,
		line: line + 1,
		column: offset - (seed.lines[line] ?? 0) + 1,
		sentence: seed.text.slice(from, to).replace(/\s+/g, ' ').trim(),
	};
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

/** Of the numbers of a seed, the index of the first that lies wholly inside the span, and of the first behind it. */
export function numberRange({ numbers }: Seed, { offset, length }: Span): readonly [from: number, to: number] {
	const from = countHolding(numbers.length, (at) => (numbers[at]?.offset ?? 0) < offset);
	const to = countHolding(numbers.length, (at) => {
		const number = numbers[at];
		return number !== undefined && number.offset + number.length <= offset + length;
	});
	return [from, Math.max(from, to)];
}

/** Number expressions of the seed that lie wholly inside the span, with the limits they have in the seed. */
export function numbersWithin(seed: Seed, span: Span): readonly FoundNumber[] {
	return seed.numbers.slice(...numberRange(seed, span));
}
