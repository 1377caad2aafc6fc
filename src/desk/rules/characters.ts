import type { ContentFile } from '../file.ts';
import { type Found, leavesOf, type Rules } from '../rule.ts';

/**
 * Characters that cannot be seen: controls, zero-width, marks of direction, line and paragraph separators, tags,
 * variation selectors, private use; and the two signs that stand in for something lost. Tab, line ends and a byte
 * order mark have rules of their own; no-break spaces may stand.
 */
const HIDDEN =
	/(?![\t\r\n]|^\uFEFF)[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\uFFFC\uFFFD]/gu;
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

interface Only {
	/** Which of the spots are meant. */
	readonly fits?: (found: string) => boolean;
	/** Which of the files are looked through. */
	readonly files?: (file: ContentFile) => boolean;
}
/** A spreadsheet saves a table as it does, and cannot be told otherwise. */
const noTable = ({ csv }: ContentFile): boolean => csv === undefined;

/** What rules find in each file as it is, told at the first spot: {found} is what stands there. */
const strays: readonly (readonly [rule: string, pattern: RegExp, says: string, fix: string, only?: Only])[] = [
	[
		'byte-order-mark',
		/^\uFEFF/g,
		'the file starts with a byte order mark',
		'save it as "UTF-8" without BOM',
		{ files: noTable },
	],
	['hidden-character', HIDDEN, 'there is a character here that cannot be seen (U+{code})', 'delete it'],
	['hidden-character', ENTITY, '{found} is a character that cannot be seen', 'delete it', { fits: isHidden }],
	[
		'hidden-character',
		GARBLED,
		'"{found}" is one letter that was read in the wrong encoding',
		'type the word again, or copy it from a text in UTF-8',
	],
	['line-ending', /\r\n?/g, 'this line does not end with LF', 'save the file with line ends "LF"', { files: noTable }],
	[
		'merge-conflict',
		/^<{7}(?: .*)?$/gm,
		'here two versions of a text stand one below the other',
		'keep the one that is right, and take out the lines that start with <<<<<<<, ======= and >>>>>>>',
	],
	[
		'normal-form',
		LOOSE,
		'"{found}" is written in parts',
		'type "{whole}" again, as one character',
		{ fits: (found) => found !== found.normalize('NFC'), files: ({ text }) => text !== text.normalize('NFC') },
	],
	// One that makes YAML unreadable is told there, with its line; in a table tabs part the cells.
	[
		'tab',
		/\t/g,
		'there is a tab here',
		'use spaces',
		{ files: (file) => noTable(file) && !file.yaml?.faults.some(({ tab }) => tab) },
	],
];

function* straysIn(file: ContentFile, [, pattern, says, fix, only = {}]: (typeof strays)[number]): Iterable<Found> {
	const { fits = () => true, files = () => true } = only;
	const [first, ...more] = files(file) ? [...file.text.matchAll(pattern)].filter(([found]) => fits(found)) : [];
	if (!first) return;
	const [found] = first;
	const code = (found.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
	const parts: Readonly<Record<string, string>> = { found, code, whole: found.normalize('NFC') };
	const [message, remedy] = [says, fix].map((text) =>
		text.replace(/\{(\w+)\}/, (_, name: string) => parts[name] ?? ''),
	);
	const count = more.length > 0 ? ` (and ${more.length} more in this file)` : '';
	yield [file.place(first.index, first.index + found.length), `${message}${count}`, remedy ?? ''];
}

/** What is in a file as it is has been told; here only what an escape has made. */
function* escaped({ text, yaml, placeAt }: ContentFile): Iterable<Found> {
	if (!yaml || !text.includes('\\') || text.search(HIDDEN) >= 0) return;
	for (const [path, value] of leavesOf(yaml.data)) {
		const offset = typeof value === 'string' ? value.search(HIDDEN) : -1;
		if (offset < 0) continue;
		yield [placeAt(path, { offset }), 'an escape in this text is a character that cannot be seen', 'delete it'];
	}
}

export const characters: Rules = Object.fromEntries(
	[...new Set(strays.map(([rule]) => rule))].map((rule) => [
		rule,
		({ content: { files } }) => [
			...files.flatMap((file) => strays.filter(([of]) => of === rule).flatMap((stray) => [...straysIn(file, stray)])),
			...(rule === 'hidden-character' ? files.flatMap((file) => [...escaped(file)]) : []),
		],
	]),
);
