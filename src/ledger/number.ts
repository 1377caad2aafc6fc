import { type NumberKind, numberKinds } from './number-kind.ts';
import type { Qualifier } from './schemas/index.ts';

/**
 * Finds number expressions in English text: digits, number words, and vague words that stand for a number.
 * Whatever looks like a number is found; deciding whether it matters is left to `kind`.
 */
export interface FoundNumber {
	/** Place in the text, in characters (UTF-16). */
	readonly offset: number;
	readonly length: number;
	/** The expression as it stands: "1.4 million", "a hundred and fifty", "several thousand". */
	readonly text: string;
	/** What it says; null for vague words ("dozens") and for digits we cannot read. */
	readonly value: number | null;
	/** The limit stated around it: "over 50" is "more than"; absent for a plain number. */
	readonly qualifier?: Qualifier;
	/** The words of the limit as they stand, "another" included. */
	readonly lead?: string;
	readonly kind: NumberKind;
}

const words = (list: string): readonly string[] => list.split(' ');

const UNITS = new Map(
	words(
		'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
	).map((word, value) => [word, value]),
);
const TENS = new Map(
	words('twenty thirty forty fifty sixty seventy eighty ninety').map((word, at) => [word, (at + 2) * 10]),
);
const SCALES = new Map([
	['thousand', 1e3],
	['million', 1e6],
	['billion', 1e9],
	['trillion', 1e12],
]);
const PLURALS = new Set(words('dozens scores tens hundreds thousands millions billions trillions'));
const VAGUE = new Set(words('several numerous many countless'));
const ORDINALS = new Set(
	words(
		'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth hundredth thousandth millionth',
	),
);
const FRACTIONS = new Set(words('half halves quarter quarters thirds fifths'));

/** A digit or one of the words: without them a text holds no number, and need not be taken apart. */
const ANY_NUMBER = new RegExp(
	`\\p{Nd}|[\u00bc-\u00be\u2150-\u215e]|(?<![\\p{L}])(?:${[
		...[UNITS, TENS, SCALES].flatMap((names) => [...names.keys()]),
		...[PLURALS, VAGUE, ORDINALS, FRACTIONS].flatMap((names) => [...names]),
		'hundred',
		'dozen',
	].join('|')})(?![\\p{L}\\p{M}])`,
	'iu',
);

interface Token {
	readonly offset: number;
	readonly end: number;
	/** Lower case. */
	readonly word: string;
	/** Set for digits; null where the digits cannot be read as one number. */
	readonly digits?: number | null;
}

const TOKEN =
	/\p{Nd}+(?:[.,'’\u00a0\u2009\u202f]\p{Nd}{3}(?!\p{Nd}))*(?:[.,]\p{Nd}+)?|[\u00bc-\u00be\u2150-\u215e]|\p{L}[\p{L}\p{M}]*/gu;
const FRACTION_SIGNS = new Map([
	['¼', 0.25],
	['½', 0.5],
	['¾', 0.75],
]);

/** Digits of other scripts as 0 to 9, where the block is one of the common ones. */
function plainDigits(text: string): string {
	return text
		.normalize('NFKC')
		.replace(/[\u0660-\u0669]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replace(/[\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
		.replace(/[\u0966-\u096f]/g, (digit) => String(digit.charCodeAt(0) - 0x966));
}

/** Reads digits with separators: "380,000", "1.4", "1.400.000"; null for what is no single number ("4.12.7"). */
function readDigits(text: string): number | null {
	const plain = plainDigits(text).replace(/['’\s]/g, '');
	if (/^\d+(\.\d+)?$/.test(plain)) return Number(plain);
	if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''));
	if (/^\d{1,3}(\.\d{3}){2,}$/.test(plain)) return Number(plain.replaceAll('.', ''));
	if (/^\d+,\d{1,2}$/.test(plain)) return Number(plain.replace(',', '.'));
	return null;
}

function tokenise(text: string): readonly Token[] {
	const tokens: Token[] = [];
	for (const match of text.matchAll(TOKEN)) {
		const [found] = match;
		const at = { offset: match.index, end: match.index + found.length, word: found.toLowerCase() };
		const sign = FRACTION_SIGNS.get(found);
		if (sign !== undefined) tokens.push({ ...at, digits: sign });
		else if (/^\p{N}/u.test(found)) tokens.push({ ...at, digits: readDigits(found) });
		else tokens.push(at);
	}
	return tokens;
}

interface Expression {
	/** Index of the first token after it. */
	readonly next: number;
	readonly value: number | null;
	readonly kind?: NumberKind;
}

/** Tokens joined by white space or one hyphen belong together: "twenty-one", "1.4 million". */
function joined(text: string, a: Token, b: Token | undefined): b is Token {
	return b !== undefined && b.end - a.end < 40 && /^(?:\s+|\s?[-‐‑]\s?)$/u.test(text.slice(a.end, b.offset));
}

/** "of thousands", "of a million" and the like after a vague word. */
function takeScales(text: string, tokens: readonly Token[], from: number): number {
	let at = from;
	for (;;) {
		const last = tokens[at - 1];
		const here = tokens[at];
		if (!last || !joined(text, last, here)) return at;
		if (SCALES.has(here.word) || here.word === 'hundred' || here.word === 'dozen' || PLURALS.has(here.word)) {
			at += 1;
			continue;
		}
		const after = tokens[at + 1];
		if (here.word === 'of' && joined(text, here, after) && PLURALS.has(after.word)) {
			at += 2;
			continue;
		}
		return at;
	}
}

/** Reads the cardinal number that starts at `from`: digits or words, with scales. */
function readCardinal(text: string, tokens: readonly Token[], from: number): Expression | undefined {
	let at = from;
	let total = 0;
	let current: number | null = null;
	let last: 'none' | 'unit' | 'tens' | 'digits' | 'hundred' | 'scale' = 'none';
	let floor = Number.POSITIVE_INFINITY;
	for (;;) {
		const here = tokens[at];
		const before = tokens[at - 1];
		if (!here || (at > from && before && !joined(text, before, here))) break;
		const { word } = here;
		const unit = UNITS.get(word);
		const tens = TENS.get(word);
		const scale = SCALES.get(word);
		if (here.digits !== undefined) {
			if (last !== 'none' || here.digits === null) break;
			current = here.digits;
			last = 'digits';
		} else if (unit !== undefined) {
			if (last === 'unit' || last === 'digits' || (last === 'tens' && (unit === 0 || unit > 9))) break;
			current = (current ?? 0) + unit;
			last = 'unit';
		} else if (tens !== undefined) {
			if (last === 'unit' || last === 'tens' || last === 'digits') break;
			current = (current ?? 0) + tens;
			last = 'tens';
		} else if (word === 'hundred' && last !== 'none' && last !== 'hundred' && last !== 'scale') {
			current = (current ?? 1) * 100;
			last = 'hundred';
		} else if (word === 'dozen' && last !== 'none' && last !== 'scale') {
			current = (current ?? 1) * 12;
			at += 1;
			break;
		} else if (scale !== undefined && last !== 'none' && scale < floor) {
			total += (current ?? 1) * scale;
			current = null;
			floor = scale;
			last = 'scale';
		} else if (word === 'and' && last !== 'none') {
			const next = tokens[at + 1];
			const half = tokens[at + 2];
			if (joined(text, here, next) && next.word === 'a' && joined(text, next, half) && half.word === 'half') {
				if (last === 'scale') total += floor / 2;
				else current = (current ?? 0) + 0.5;
				at += 3;
				last = last === 'scale' ? 'scale' : 'unit';
				continue;
			}
			const continues = joined(text, here, next) && (UNITS.has(next.word) || TENS.has(next.word));
			if (!continues || (last !== 'hundred' && last !== 'scale')) break;
		} else break;
		at += 1;
	}
	if (at === from) return undefined;
	if (tokens[at - 1]?.word === 'and') at -= 1;
	// Scales move powers of ten; the sum is rounded so that 1.4 million is 1400000 and not a hair beside it.
	return { next: at, value: Number((total + (current ?? 0)).toPrecision(15)) };
}

function readExpression(text: string, tokens: readonly Token[], at: number): Expression | undefined {
	const here = tokens[at];
	if (!here) return undefined;
	const next = tokens[at + 1];
	const { word } = here;
	if (here.digits === null) return { next: at + 1, value: null };
	if (here.digits !== undefined) {
		const glued = next && next.offset === here.end ? next.word : '';
		if (/^(?:st|nd|rd|th)$/.test(glued)) return { next: at + 2, value: here.digits, kind: 'ordinal' };
		const scale = { k: 1e3, m: Number.isInteger(here.digits) ? 1 : 1e6, mn: 1e6, bn: 1e9 }[glued];
		if (scale !== undefined && scale > 1) return { next: at + 2, value: Number((here.digits * scale).toPrecision(15)) };
		return readCardinal(text, tokens, at);
	}
	if (word === 'half' && joined(text, here, next) && next.word === 'a') {
		const scale = tokens[at + 2];
		const size = scale && (scale.word === 'dozen' ? 12 : SCALES.get(scale.word));
		if (joined(text, next, scale) && size !== undefined) return { next: at + 3, value: size / 2 };
	}
	if (FRACTIONS.has(word)) {
		// "the second half of 2019" is a time, not a share.
		const ordinal = ORDINALS.has(tokens[at - 1]?.word ?? '');
		return { next: at + 1, value: word === 'half' ? 0.5 : null, kind: ordinal ? 'ordinal' : 'fraction' };
	}
	if (VAGUE.has(word)) {
		const end = takeScales(text, tokens, at + 1);
		return { next: end, value: null, kind: end > at + 1 || word === 'numerous' ? 'vague' : 'loose' };
	}
	if (PLURALS.has(word)) {
		return { next: takeScales(text, tokens, at + 1), value: null, kind: 'vague' };
	}
	if ((word === 'a' || word === 'an' || word === 'few') && joined(text, here, next)) {
		if (word === 'few' && (SCALES.has(next.word) || next.word === 'hundred' || next.word === 'dozen')) {
			return { next: takeScales(text, tokens, at + 1), value: null, kind: 'vague' };
		}
		if (word !== 'few' && (SCALES.has(next.word) || next.word === 'hundred' || next.word === 'dozen')) {
			const one: readonly Token[] = [{ ...here, word: 'one' }, ...tokens.slice(at + 1, at + 12)];
			const read = readCardinal(text, one, 0);
			return read && { next: at + read.next, value: read.value };
		}
		return undefined;
	}
	if (ORDINALS.has(word)) return { next: at + 1, value: null, kind: 'ordinal' };
	if (UNITS.has(word) || TENS.has(word)) {
		const read = readCardinal(text, tokens, at);
		const last = read && tokens[read.next - 1];
		const after = read && tokens[read.next];
		if (read && last && joined(text, last, after)) {
			if (ORDINALS.has(after.word) && TENS.has(last.word) && text[last.end] === '-')
				return { next: read.next + 1, value: null, kind: 'ordinal' };
			if (FRACTIONS.has(after.word)) return { next: read.next + 1, value: null, kind: 'fraction' };
		}
		if (word === 'one' && read?.next === at + 1) return { ...read, kind: 'one' };
		return read;
	}
	if (SCALES.has(word) || word === 'hundred' || word === 'dozen') {
		const scale = word === 'hundred' ? 100 : word === 'dozen' ? 12 : SCALES.get(word);
		return { next: at + 1, value: scale ?? null };
	}
	return undefined;
}

const LEADS: readonly (readonly [RegExp, Qualifier | undefined])[] = [
	[
		/(?:no more than|not more than|at most|as many as|up to|(?<!no )fewer than|(?<!no |not )less than|(?<!just )under)$/i,
		'up to',
	],
	[/(?:more than|over|above|in excess of|exceeding|upwards of)$/i, 'more than'],
	[/(?:at least|no fewer than|no less than|not less than|a minimum of)$/i, 'at least'],
	[/(?:almost|nearly|close to|just under)$/i, 'almost'],
	[/(?:about|around|some|roughly|approximately|an estimated|estimated|circa|ca\.|~|≈)$/i, 'about'],
	[/(?:exactly|precisely)$/i, 'exactly'],
	[/(?:another|a further|further|an additional|additional)$/i, undefined],
];
/** The longest lead with its white space. */
const LEAD_REACH = 24;

function leadBefore(text: string, offset: number): { lead?: string; qualifier?: Qualifier } {
	const before = text
		.slice(Math.max(0, offset - LEAD_REACH), offset)
		.replace(/[\s\u00a0]+/g, ' ')
		.trimEnd();
	for (const [pattern, qualifier] of LEADS) {
		const match = pattern.exec(before);
		if (!match) continue;
		const preceding = before[match.index - 1] ?? ' ';
		if (/[\p{L}\p{N}]/u.test(preceding)) continue;
		return { lead: match[0], ...(qualifier ? { qualifier } : {}) };
	}
	return {};
}

function limitAfter(text: string, end: number): Qualifier | undefined {
	return /^(?:\+|\s+or more\b)/.test(text.slice(end, end + 12)) ? 'at least' : undefined;
}

/** Every number expression in the text, in order: digits anywhere, number words, vague words. Used for seeds. */
export function findNumbers(text: string): readonly FoundNumber[] {
	if (!ANY_NUMBER.test(text)) return [];
	const tokens = tokenise(text);
	// Most texts hold no number: what surrounds them is read only when one is found.
	let kindAt: ReturnType<typeof numberKinds> | undefined;
	const found: FoundNumber[] = [];
	for (let at = 0; at < tokens.length; ) {
		const expression = readExpression(text, tokens, at);
		const first = tokens[at];
		const last = expression && tokens[expression.next - 1];
		if (!expression || !first || !last) {
			at += 1;
			continue;
		}
		const { offset } = first;
		const length = last.end - offset;
		const limit = leadBefore(text, offset);
		const qualifier = limit.qualifier ?? limitAfter(text, last.end);
		kindAt ??= numberKinds(text);
		found.push({
			offset,
			length,
			text: text.slice(offset, last.end),
			value: expression.value,
			...(qualifier ? { qualifier } : {}),
			...(limit.lead ? { lead: limit.lead } : {}),
			kind: kindAt(offset, last.end, qualifier) ?? expression.kind ?? 'count',
		});
		at = expression.next;
	}
	return found;
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
