import { LONGEST_NAME } from '../ledger/schemas/fields.ts';

/** Words of a text with their places: letters and digits, in lower case, without marks. */
export interface Word {
	readonly word: string;
	readonly start: number;
	readonly end: number;
}

export function wordsIn(text: string): readonly Word[] {
	const found: Word[] = [];
	for (const match of text.matchAll(/[\p{L}\p{N}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu)) {
		const [whole] = match;
		const lower = whole.toLowerCase();
		// Most words are plain letters; only the others need to be taken apart.
		const word = /^[a-z0-9]+$/.test(lower) ? lower : lower.normalize('NFD').replace(/[\p{M}'’]/gu, '');
		found.push({ word, start: match.index, end: match.index + whole.length });
	}
	return found;
}

const STEM = 5;
/** Words that are beside figures of every kind. */
const COMMON = new Set(
	'people there their were from than that this with after about which number figure those other'.split(' '),
);

/** How the longer words of a text begin: what two texts share that speak of one thing. */
export const stems = (text: string): ReadonlySet<string> =>
	new Set(
		[...text.toLowerCase().matchAll(/\p{L}{4,}/gu)].flatMap(([word]) =>
			COMMON.has(word) ? [] : [word.slice(0, STEM)],
		),
	);

type Span = readonly [start: number, end: number];

/** Whether a span touches any of the spans. */
export function touches(spans: readonly Span[], start: number, end: number): boolean {
	return spans.some(([from, to]) => start < to && end > from);
}

/** Whether a span lies wholly inside one of the spans. */
export function within(spans: readonly Span[], start: number, end: number): boolean {
	return spans.some(([from, to]) => start >= from && end <= to);
}

/**
 * A pattern with the flag g for any of these words or names, whole words only, longest first; undefined for none.
 * What is longer than a name is left out: the schema tells of it.
 */
export function anyOf(list: readonly string[]): RegExp | undefined {
	const parts = [...new Set(list)]
		.filter((text) => text.trim() !== '' && text.length <= LONGEST_NAME)
		.sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
		.map((text) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'));
	if (parts.length === 0) return undefined;
	return new RegExp(`(?<![\\p{L}\\p{N}])(?:${parts.join('|')})(?![\\p{L}\\p{N}])`, 'gu');
}

/** Spans of a text where a pattern with the flag g fits. */
export function spansOf(text: string, pattern: RegExp): readonly Span[] {
	return [...text.matchAll(pattern)].map((match) => [match.index, match.index + match[0].length] as const);
}

/** Without accents and case, Arabic articles and hyphens: for comparing spellings. */
export function bare(name: string): string {
	return name
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replaceAll('ı', 'i')
		.toLowerCase()
		.replace(/\b(?:al|el|as|the)[-\s]/g, '')
		.replace(/[-‐‑'’]/g, ' ');
}
