import type { Qualifier } from './schemas/index.ts';

/**
 * What a number expression is, read from the words around it.
 * count: a figure. vague: words in place of one ("dozens"). loose: "several", "many" alone. fraction: "half".
 * one: "one" as a word for a single thing. The rest are not figures: they name a time, a text or a thing.
 */
export type NumberKind =
	| 'count'
	| 'vague'
	| 'loose'
	| 'fraction'
	| 'one'
	| 'ordinal'
	| 'date'
	| 'clock'
	| 'document'
	| 'name';

const MONTH =
	'(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\\b\\.?';
const DAY = '(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?';
const YEAR = '(?:19|20)\\d{2}';
const START = '(?<![\\p{L}\\p{N}]|\\p{Nd}[.,])';
/** Not the front part of a longer number. */
const END = '(?![\\p{L}\\p{N}]|[.,]\\p{Nd})';
const COUNTED =
	'(?!\\s+(?:people|persons|fighters|men|women|children|civilians|soldiers|refugees|Syrians|militants|rebels|families|homes|killed|dead|deaths|injured|wounded|displaced|casualties|victims|km|kilometres|miles|days|weeks|months|years|hours|million|thousand|hundred|per\\s+cent|percent)\\b|\\s*%)';

const span = (source: string): RegExp => new RegExp(source, 'gu');

/** The two patterns that may fit words without a digit. */
const SYMBOL = span('(?<![\\p{L}\\p{N}])[AS](?:/[A-Z]+)*(?:/[\\dA-Z]+(?:\\.\\d+)?)+');
const O_CLOCK = span("\\b(?:[A-Za-z]+)\\s+o['’]clock\\b");

/** In order of precedence. Each pattern spans a whole expression; every number inside it is of that kind. */
const SPANS: readonly (readonly [NumberKind, RegExp])[] = [
	['document', SYMBOL],
	[
		'document',
		span(
			'\\b(?:[Rr]esolutions?|[Aa]rticles?|[Aa]nnex|[Pp]aragraphs?|[Ss]ections?|[Pp]ages?|[Tt]ables?|[Rr]ows?|[Cc]hapters?|(?:[Ss]ituation\\s+)?[Rr]eport|[Ii]ssue|[Nn]umber|[Nn]os?\\.|[Vv]olume|[Ff]ootnotes?)\\s+(?:no\\.?\\s*)?\\d+(?:\\.\\d+)*(?:\\s*(?:,|and|or|to|[-–])\\s*\\d+)*' +
				END +
				COUNTED,
		),
	],
	['date', span(`${START}\\d{4}-\\d{2}(?:-\\d{2})?[~?%]?${END}`)],
	[
		'date',
		span(
			`${START}${DAY}(?:(?:\\s*,\\s*${DAY})*\\s*(?:[-–—]|to|and|or|until)\\s*${DAY})?\\s+(?:of\\s+)?${MONTH}(?:,?\\s+${YEAR}${END})?`,
		),
	],
	[
		'date',
		span(
			`\\b${MONTH}\\s+${DAY}(?:\\s*(?:[-–—]|to|and|or|until)\\s*${DAY})?(?!:)${END}${COUNTED}(?:,?\\s+${YEAR}${END})?`,
		),
	],
	['date', span(`\\b${MONTH}\\s+${YEAR}${END}${COUNTED}`)],
	['date', span(`${START}${YEAR}(?:s(?![\\p{L}])|\\s*[-–—/]\\s*(?:${YEAR}|\\d{2})${END}${COUNTED})`)],
	['clock', span(`${START}(?:[01]?\\d|2[0-4])[:.][0-5]\\d(?:\\s*(?:[ap]\\.?m\\b\\.?|CET|GMT|UTC))`)],
	['clock', span(`${START}(?:[01]?\\d|2[0-4]):[0-5]\\d(?::[0-5]\\d)?${END}`)],
	['clock', span(`${START}(?:[01]?\\d|2[0-4])\\s*[ap]\\.?m(?![\\p{L}])`)],
	['clock', O_CLOCK],
	['name', span('(?<![\\p{L}\\p{N}])[A-Z][\\p{L}]*[-‐‑]?\\d+(?![\\p{N}]|[.,]\\p{Nd})')],
	['name', span('[\\p{L}_]\\d+(?![\\p{N}]|[.,]\\p{Nd})')],
];
const LONE_YEAR = new RegExp(`^${YEAR}$`);
const COUNTED_AFTER = new RegExp(`^${COUNTED}`, 'u');
const SINGLE = /^\s+(?:killed|dead|death|injured|wounded|casualty)\b/;

interface Span {
	readonly from: number;
	readonly to: number;
	readonly kind: NumberKind;
}

/** Reads the text once; the answer gives the kind of a number at a place, undefined where its surroundings say nothing. */
export function numberKinds(
	text: string,
): (from: number, to: number, qualifier: Qualifier | undefined) => NumberKind | undefined {
	const spans: Span[] = [];
	const digits = /\d/.test(text);
	for (const [kind, pattern] of SPANS) {
		if (!digits && pattern !== SYMBOL && pattern !== O_CLOCK) continue;
		for (const match of text.matchAll(pattern)) {
			spans.push({ from: match.index, to: match.index + match[0].length, kind });
		}
	}
	// Callers ask from left to right, so a span that ended before one question is never asked for again.
	spans.sort((a, b) => a.from - b.from || b.to - a.to);
	let first = 0;
	return (from, to, qualifier) => {
		while (first < spans.length && (spans[first]?.to ?? 0) <= from) first += 1;
		for (let at = first; at < spans.length; at += 1) {
			const candidate = spans[at];
			if (!candidate || candidate.from > from) break;
			if (candidate.to >= to) return candidate.kind;
		}
		const number = text.slice(from, to);
		if (number.toLowerCase() === 'one' && SINGLE.test(text.slice(to, to + 16))) return 'count';
		if (!LONE_YEAR.test(number)) return undefined;
		const limited =
			qualifier !== undefined && qualifier !== 'about' && !/\bover\s+$/.test(text.slice(0, from).slice(-8));
		return limited || !COUNTED_AFTER.test(text.slice(to, to + 24)) ? undefined : 'date';
	};
}
