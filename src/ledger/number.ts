import { type NumberKind, numberKinds } from './number-kind.ts';
import { limitAfter, limitBefore } from './number-limit.ts';
import { ANY_NUMBER, type Token, tokenise } from './number-token.ts';
import type { Qualifier } from './schemas/index.ts';

/**
 * Finds number expressions in English text: digits, number words, and vague words that stand for a number.
 * Whatever looks like a number is found; deciding whether it matters is left to `kind`.
 */
export interface FoundNumber {
	/** Place in the text, in characters (UTF-16). */
	readonly offset: number;
	readonly length: number;
	/** The expression as it stands: "1.4 million", "a hundred and fifty", "several thousand", "23 to 25". */
	readonly text: string;
	/** What it says; null for vague words ("dozens") and for digits we cannot read. */
	readonly value: number | null;
	/** The upper end of a range, whose qualifier is "between". */
	readonly upper?: number;
	/** The limit stated around it: "over 50" is "more than"; absent for a plain number. */
	readonly qualifier?: Qualifier;
	/** The words of the limit as they stand, "another" included. */
	readonly lead?: string;
	readonly kind: NumberKind;
}

interface Reading {
	readonly value: number | null;
	readonly kind?: NumberKind;
}

/** What is read from the tokens of a production; undefined where the words around say that it is none. */
type Read = (tokens: Tokens, around: { readonly before: string; readonly after: string }) => Reading | undefined;
type Tokens = readonly Token[];

const of = (token: Token | undefined): number => token?.value ?? Number.NaN;
/** Scales move powers of ten; the sum is rounded so that 1.4 million is 1400000 and not a hair beside it. */
const round = (value: number): number => Number(value.toPrecision(15));

/** "two million three hundred thousand and five", "1.4 million", "one and a half million", "a dozen". */
const cardinal: Read = (tokens) => {
	let total = 0;
	let current: number | undefined;
	let scale = 1;
	for (const [at, { sort, value }] of tokens.entries()) {
		const size = value ?? 0;
		if ('hz'.includes(sort)) current = (current ?? 1) * size;
		else if (sort === 's') {
			total = current === undefined ? (total || 1) * size : total + current * size;
			current = undefined;
			scale = size;
		} else if ('HQ'.includes(sort)) {
			if (current === undefined) total += scale * size;
			else current += size;
		} else if ('d109qnR'.includes(sort) || (sort === 'a' && at === 0)) current = (current ?? 0) + size;
	}
	return { value: round(total + (current ?? 0)) };
};

/** "2½", "3bn": each times the next. */
const product: Read = (tokens) => ({ value: round(tokens.reduce((sum, token) => sum * (token.value ?? 1), 1)) });
/** "½", "½ of a million". */
const share: Read = (tokens, around) => ({ value: null, ...product(tokens, around), kind: 'fraction' });
const part: Read = ([token]) => ({ value: of(token), kind: 'fraction' });
const fraction: Read = (tokens) => {
	const last = of(tokens.at(-1));
	return { value: round(of(tokens[0]) * (last < 1 ? last : 1 / last)), kind: 'fraction' };
};
const ordinal: Read = (tokens) => ({ value: tokens[0]?.sort === 'd' ? of(tokens[0]) : null, kind: 'ordinal' });
const vague: Read = () => ({ value: null, kind: 'vague' });

const METRES = /^\s*(?:high|wide|deep|long|tall|thick|across|away|from|above|below|[²³/]|of\s+(?:snow|water|wall))/;
const shortScale: Read = (tokens, around) => {
	const metres = of(tokens.at(-1)) === 1e6 && (METRES.test(around.after) || /\bwithin\s+$/.test(around.before));
	return metres ? { value: of(tokens[0]) } : product(tokens, around);
};

/** "3 bn"; "3 m" are metres. */
const spacedScale: Read = (tokens, around) =>
	of(tokens[1]) === 1e6 || of(tokens[1]) === 1e3 ? undefined : product(tokens, around);

/** "a third of", "by a third": a part. "a third truce" is one that follows two. */
const aPart: Read = (tokens, around) => {
	const isPart =
		/^\s+of\b(?!\s+(?:an\s+hour|its\s+kind))/.test(around.after) ||
		(/\b(?:by|than|almost|nearly|about|around|over|to|only|just|roughly|another)\s+$/i.test(around.before) &&
			/^\s*(?:[.,;:!?)]|$|\s(?:in|from|since|to|were|are|had|have|fled|died|fell)\b)/.test(around.after));
	return isPart ? fraction(tokens, around) : undefined;
};

const REGION =
	/\b(?:\p{L}{3,}ern|north|south|east|west|first|fourth|upper|lower|second|third|other|latter|better)\s+$/u;
/** "half of them". "half-hearted" is a word, "the northern half" a region, "the second half of 2019" a time. */
const half: Read = ([token], { before, after }) => {
	if (/^-\p{L}/u.test(after) || /^\s+(?:an\s+hour|past|way)\b/.test(after)) return { value: null, kind: 'name' };
	if (REGION.test(before)) return { value: null, kind: 'ordinal' };
	return { value: of(token), kind: 'fraction' };
};

const J = '[ -]';
const SMALL = `(?:9(?:${J}1)?|[10])`;
const LARGE = `(?:${J}[hs])+(?:(?:${J}A)?${J}${SMALL}(?!${J}[of]))?`;
const AND_HALF = `${J}A${J}a${J}[HQ]`;
const CARDINAL = `(?:${SMALL}|d|a(?=${J}[hsz]))(?:${AND_HALF}(?:${J}s)?|(?:${LARGE})*(?:${J}z)?(?:(?<=[hs])${AND_HALF})?)`;
const SCALES = `(?:${J}(?:[hszp]|O${J}p))`;

/**
 * The productions: how tokens, by their sorts, make an expression. A space or a hyphen between two sorts says that
 * these are so joined, "+" that nothing is between them, "|" that something else is. In order: the first that fits.
 */
const TABLE: readonly (readonly [pattern: string, read: Read])[] = [
	['d\\+r', ordinal],
	['D', () => ({ value: null })],
	[`d[+ ]q`, cardinal],
	['d\\+k', shortScale],
	['d k', spacedScale],
	[`q(?:${J}O${J}a${J}s)?`, share],
	[`H${J}a${J}[sz]|H-[sz]`, product],
	[`[1a]${J}Q${J}O${J}a${J}s`, (tokens) => ({ value: round(0.25 * of(tokens.at(-1))) })],
	[`a${J}Q`, aPart],
	[`${SMALL}${J}[Qf]`, fraction],
	[`1[ -]o`, (tokens, around) => (of(tokens[0]) === 1 && of(tokens[1]) > 2 ? fraction(tokens, around) : undefined)],
	[`a${J}o`, (tokens, around) => (of(tokens[1]) > 2 ? aPart(tokens, around) : undefined)],
	['9-o', ordinal],
	[`${CARDINAL}[ -]T`, (tokens, around) => cardinal(tokens.slice(0, -1), around)],
	[`1(?!${J}(?:[hszHQ]|A${J}a${J}[HQ]))`, ([token]) => ({ value: of(token), ...(of(token) === 1 && { kind: 'one' }) })],
	[`a${J}z(?=${J}O)|${CARDINAL}`, cardinal],
	['H', half],
	[`[vV]${SCALES}+|V`, vague],
	[`w(?=${J}[hsz])${SCALES}+`, vague],
	[`p${SCALES}*|C${J}O(?:${J}p)?|C(?=${J}[BP])`, vague],
	['[vC]', () => ({ value: null, kind: 'loose' })],
	[`(?:a )?c O`, vague],
	['m|y(?= S)', part],
	['n', cardinal],
	['R(?= P)', cardinal],
	['[of]', ordinal],
	['[hs]', product],
	['z', (tokens, around) => (of(tokens[0]) === 12 ? product(tokens, around) : undefined)],
];
const PRODUCTIONS = TABLE.map(([pattern, read]) => [new RegExp(pattern, 'y'), read] as const);

/** Sorts of all tokens with the joints between them: token number `i` stands at `2 * i`. */
function sortsOf(text: string, tokens: readonly Token[]): string {
	return tokens
		.map(({ sort, offset, end }, at) => {
			const next = tokens[at + 1];
			if (!next) return sort;
			const gap = text.slice(end, next.offset);
			const joined = next.end - offset < 40 && /^(?:\s+|\s?[-‐‑]\s?)$/u.test(gap);
			return `${sort}${gap === '' ? '+' : !joined ? '|' : /\S/.test(gap) ? '-' : ' '}`;
		})
		.join('');
}

/** What was found last: those who look at a text often look at it twice. */
let latest: { readonly text: string; readonly found: readonly FoundNumber[] } = { text: '', found: [] };

/** Every number expression in the text, in order: digits anywhere, number words, vague words. Used for seeds. */
export function findNumbers(text: string): readonly FoundNumber[] {
	if (latest.text !== text) latest = { text, found: readNumbers(text) };
	return latest.found;
}

function readNumbers(text: string): readonly FoundNumber[] {
	if (!ANY_NUMBER.test(text)) return [];
	const tokens = tokenise(text);
	const sorts = sortsOf(text, tokens);
	// Most texts hold no number: what surrounds them is read only when one is found.
	let kindAt: ReturnType<typeof numberKinds> | undefined;
	const found: FoundNumber[] = [];
	for (let at = 0; at < tokens.length; ) {
		const [count, reading] = tokens[at]?.sort === 'x' ? [0] : readAt(text, tokens, sorts, at);
		const last = tokens[at + count - 1];
		if (!reading || !last) {
			at += 1;
			continue;
		}
		at += count;
		const { offset: first } = tokens[at - count] ?? last;
		const minus = signBefore(text, first, last.end);
		const offset = first - minus.length;
		const limit = limitBefore(text, offset);
		const qualifier = limit.qualifier ?? limitAfter(text, last.end);
		// "Several" alone is no figure, whatever stands around it.
		const loose = reading.kind === 'loose';
		if (!loose) kindAt ??= numberKinds(text);
		found.push({
			offset,
			length: last.end - offset,
			text: text.slice(offset, last.end),
			value: minus === '' || reading.value === null ? reading.value : -reading.value,
			...(qualifier ? { qualifier } : {}),
			...(limit.lead ? { lead: limit.lead } : {}),
			kind: (loose ? undefined : kindAt?.(offset, last.end, qualifier, reading.kind)) ?? reading.kind ?? 'count',
		});
	}
	return withRanges(text, found);
}

function readAt(text: string, tokens: Tokens, sorts: string, at: number): readonly [count: number, reading?: Reading] {
	for (const [pattern, read] of PRODUCTIONS) {
		pattern.lastIndex = 2 * at;
		const match = pattern.exec(sorts);
		if (!match) continue;
		// "a couple of" ends with a word that belongs to what follows.
		const count = Math.ceil(match[0].replace(/ O$/, '').length / 2);
		const own = tokens.slice(at, at + count);
		const [first, last] = [own[0], own.at(-1)];
		if (!first || !last) continue;
		const reading = read(own, {
			before: text.slice(Math.max(0, first.offset - 24), first.offset),
			after: text.slice(last.end, last.end + 24),
		});
		if (reading) return [count, reading];
	}
	return [0];
}

/** A minus sign, or the word, that belongs to the number behind it. */
function signBefore(text: string, offset: number, end: number): string {
	const before = text.slice(Math.max(0, offset - 10), offset);
	// "at -5C": nothing but a degree has a sign behind a word.
	const degrees = /^\s?(?:°|C(?!\p{L})|F(?!\p{L})|degrees\b)/u.test(text.slice(end, end + 10));
	if (degrees && /(?<=^|[\s(])[-−]$/.test(before.slice(-2))) return before.slice(-1);
	return /(?:(?<![\p{L}\p{N}\s][\s]?|[\p{N}]\s)(?<=^|[\s(“"‘'])[-−]|(?<!\p{L})minus\s+)$/iu.exec(before)?.[0] ?? '';
}

const SCALES_BEHIND = [
	[/\bthousand$|\dk$/i, 1e3],
	[/\bmillion$|\dm$/i, 1e6],
	[/\bbillion$|\dbn$/i, 1e9],
] as const;

/** Joins the two ends of a range: "between 15 and 20", "1.5-2 million", "23 to 25"; not those of a rise, "from 38 to 78". */
function withRanges(text: string, found: readonly FoundNumber[]): readonly FoundNumber[] {
	const joined: FoundNumber[] = [];
	for (const high of found) {
		const low = joined.at(-1);
		const range = low && rangeOf(text, low, high);
		if (range) joined.splice(-1, 1, range);
		else joined.push(high);
	}
	return joined;
}

function rangeOf(text: string, low: FoundNumber, high: FoundNumber): FoundNumber | undefined {
	if (low.kind !== 'count' || high.kind !== 'count' || low.value === null || high.value === null) return undefined;
	if (low.upper !== undefined || high.qualifier !== undefined) return undefined;
	const end = low.offset + low.length;
	const joint = /^\s*([-‐‑–—]|to|and)\s*$/.exec(text.slice(end, high.offset))?.[1];
	const before = text.slice(Math.max(0, low.offset - 24), low.offset);
	const between = /\bbetween\s+$/i.exec(before)?.[0];
	const rise = /\bfrom\s+(?:[a-z]+\s+){0,2}$/i.test(before);
	if (joint === undefined || (joint === 'and' && between === undefined) || (rise && joint === 'to')) return undefined;
	const [, scale = 1] = SCALES_BEHIND.find(([pattern]) => pattern.test(high.text)) ?? [];
	// "1.5 to 2 million" are millions both.
	const value = low.value < scale && low.value * scale < high.value ? low.value * scale : low.value;
	if (value >= high.value) return undefined;
	const { qualifier: _, ...rest } = low;
	const length = high.offset + high.length - low.offset;
	return {
		...rest,
		length,
		text: text.slice(low.offset, low.offset + length),
		value: round(value),
		upper: high.value,
		qualifier: 'between',
		...(between ? { lead: between.trim() } : {}),
	};
}

const FIGURE_KINDS: ReadonlySet<NumberKind> = new Set(['count', 'vague', 'fraction']);

/** Whether a number counts something; the others say when, which or where, or nothing that could be checked. */
export const isFigure = ({ kind }: FoundNumber): boolean => FIGURE_KINDS.has(kind);

/**
 * The figures in prose: numbers that need a source. Dates, years, ordinals, clock times, document numbers, names
 * with a digit in them, "one" as a pronoun and "several" or "many" alone are left out.
 */
export function findFigures(text: string): readonly FoundNumber[] {
	return findNumbers(text).filter(isFigure);
}
