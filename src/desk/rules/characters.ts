import type { Path } from '../../ledger/problem.ts';
import type { ContentFile } from '../file.ts';
import { placeOf } from '../position.ts';
import type { Found, Rules } from '../rule.ts';

/**
 * Characters that cannot be seen: controls, zero-width, marks of direction, line and paragraph separators, tags,
 * variation selectors, private use; and the two signs that stand in for something lost. Tab, line ends and a byte
 * order mark have rules of their own; no-break spaces may stand.
 */
const HIDDEN = /(?![\t\r\n]|^\uFEFF)[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFFC\uFFFD]/gu;
/** Ways to write a character by its number or name in the text of a page. */
const ENTITY =
	/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|shy|lrm|rlm|zwj|zwnj|ZeroWidthSpace|Negative(?:VeryThin|Thin|Medium|Thick)Space|NoBreak|ApplyFunction|af|InvisibleTimes|it|InvisibleComma|ic);/gi;
/** Letters that were read in the wrong encoding and saved again: "ErdoÄŸan". */
const GARBLED = /Ã[\u0080-\u00bfŸœ‡‚¶¼±©¨§]|Ä[ŸžŸ±°‡]|Å[ŸžŸ\u0080-\u00bf]|â€[™œ\u009d“”˜¦]|Â[\u00a0«»©°]/gu;
/** Letters with their marks, and signs that have another normal form by themselves. */
const LOOSE = /\P{M}\p{M}+|[\u0340-\u0344\u0374\u037E\u0387\u2126\u212A\u212B\uF900-\uFAFF]/gu;

/** Whether an entity stands for a character that cannot be seen. */
function isHidden(entity: string): boolean {
	const [, hex, decimal] = new RegExp(ENTITY, 'i').exec(entity) ?? [];
	if (hex === undefined && decimal === undefined) return true;
	const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
	return code === 0 || code > 0x10ffff || ` ${String.fromCodePoint(code)}`.search(HIDDEN) > 0;
}

interface Stray {
	readonly pattern: RegExp;
	readonly says: (found: string) => string;
	readonly fix: (found: string) => string;
	readonly fits?: (found: string) => boolean;
	/** Whether a file may hold it: a spreadsheet saves a table as it does, and cannot be told otherwise. */
	readonly spares?: (file: ContentFile) => boolean;
}

/** Rules that look through each file as it is, and tell of the first spot with how many more there are. */
const strays: Readonly<Record<string, readonly Stray[]>> = {
	'byte-order-mark': [
		{
			pattern: /^\uFEFF/g,
			says: () => 'the file starts with a byte order mark',
			fix: () => 'save it as "UTF-8" without BOM',
			spares: ({ csv }) => csv !== undefined,
		},
	],
	'hidden-character': [
		{
			pattern: HIDDEN,
			says: (found) =>
				`there is a character here that cannot be seen (U+${(found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')})`,
			fix: () => 'delete it',
		},
		{
			pattern: ENTITY,
			fits: isHidden,
			says: (found) => `${found} is a character that cannot be seen`,
			fix: () => 'delete it',
		},
		{
			pattern: GARBLED,
			says: (found) => `"${found}" is one letter that was read in the wrong encoding`,
			fix: () => 'type the word again, or copy it from a text in UTF-8',
		},
	],
	'line-ending': [
		{
			pattern: /\r\n?/g,
			says: () => 'this line does not end with LF',
			fix: () => 'save the file with line ends "LF"',
			spares: ({ csv }) => csv !== undefined,
		},
	],
	'merge-conflict': [
		{
			pattern: /^<{7}(?: .*)?$/gm,
			says: () => 'here two versions of a text stand one below the other',
			fix: () => 'keep the one that is right, and take out the lines that start with <<<<<<<, ======= and >>>>>>>',
		},
	],
	'normal-form': [
		{
			pattern: LOOSE,
			fits: (found) => found !== found.normalize('NFC'),
			says: (found) => `"${found}" is written in parts`,
			fix: (found) => `type "${found.normalize('NFC')}" again, as one character`,
			spares: ({ text }) => text === text.normalize('NFC'),
		},
	],
	tab: [
		{
			pattern: /\t/g,
			says: () => 'there is a tab here',
			fix: () => 'use spaces',
			// One that makes YAML unreadable is told there, with its line; in a table tabs part the cells.
			spares: ({ yaml, csv }) => csv !== undefined || yaml?.faults.some(({ tab }) => tab) === true,
		},
	],
};

function* spotted(file: ContentFile, { pattern, says, fix, fits = () => true, spares }: Stray): Iterable<Found> {
	if (spares?.(file)) return;
	const [first, ...more] = [...file.text.matchAll(pattern)].filter(([found]) => fits(found));
	if (!first) return;
	const [found] = first;
	const place = placeOf(file.path, file.lines, first.index, first.index + found.length);
	yield [place, `${says(found)}${more.length > 0 ? ` (and ${more.length} more in this file)` : ''}`, fix(found)];
}

/** Texts of a YAML value in which an escape has put what cannot be seen, by their paths. */
function* hiddenTexts(value: unknown, path: Path): Iterable<readonly [path: Path, offset: number]> {
	if (typeof value === 'string') {
		const offset = value.search(HIDDEN);
		if (offset >= 0) yield [path, offset];
	} else if (typeof value === 'object' && value !== null)
		for (const [key, inner] of Object.entries(value))
			yield* hiddenTexts(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

/** What is in a file as it is has been told; here only what an escape has made. */
function* escaped({ path: file, text, yaml, yamlStart, lines }: ContentFile): Iterable<Found> {
	if (!yaml || !text.includes('\\') || text.search(HIDDEN) >= 0) return;
	for (const [path, offset] of hiddenTexts(yaml.data, [])) {
		const { start, end } = yaml.span(path, { offset });
		const place = placeOf(file, lines, yamlStart + start, yamlStart + end);
		yield [place, 'an escape in this text is a character that cannot be seen', 'delete it'];
	}
}

export const characters: Rules = Object.fromEntries(
	Object.entries(strays).map(([rule, list]) => [
		rule,
		({ content: { files } }) =>
			files.flatMap((file) => [
				...list.flatMap((stray) => [...spotted(file, stray)]),
				...(rule === 'hidden-character' ? escaped(file) : []),
			]),
	]),
);
