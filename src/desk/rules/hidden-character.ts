import type { Path } from '../../ledger/problem.ts';
import { spotsOf } from '../first-match.ts';
import { placeOf } from '../position.ts';
import { finding, type Rule } from '../rule.ts';

/**
 * Characters that cannot be seen: controls, zero-width, marks of direction, line and paragraph separators, tags,
 * variation selectors, private use; and the two signs that stand in for something lost. Tab, line ends and a byte
 * order mark have rules of their own; no-break spaces may stand.
 */
const HIDDEN = /(?![\t\r\n]|^\uFEFF)[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFFC\uFFFD]/gu;

/** Ways to write a character by its number or name in the text of a page. */
const ENTITY =
	/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|shy|lrm|rlm|zwj|zwnj|ZeroWidthSpace|Negative(?:VeryThin|Thin|Medium|Thick)Space|NoBreak|ApplyFunction|af|InvisibleTimes|it|InvisibleComma|ic);/gi;

/** Whether an entity stands for a character that cannot be seen. */
function isHidden(entity: string): boolean {
	const [, hex, decimal] = new RegExp(ENTITY, 'i').exec(entity) ?? [];
	if (hex === undefined && decimal === undefined) return true;
	const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
	return code === 0 || code > 0x10ffff || ` ${String.fromCodePoint(code)}`.search(HIDDEN) > 0;
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

/** Letters that were read in the wrong encoding and saved again: "ErdoÄŸan". */
const GARBLED = /Ã[\u0080-\u00bfŸœ‡‚¶¼±©¨§]|Ä[ŸžŸ±°‡]|Å[ŸžŸ\u0080-\u00bf]|â€[™œ\u009d“”˜¦]|Â[\u00a0«»©°]/gu;

export const rule: Rule = {
	name: 'hidden-character',
	summary: 'A character stands in a file that cannot be seen, or that turns the direction of the text.',
	remedy: 'Delete it: put the cursor behind it and press backspace.',
	example: { wrong: 'a zero-width space between two words', right: 'the words without it' },
	*check({ content }) {
		for (const file of content.files) {
			for (const { place, text, more } of spotsOf(file, HIDDEN)) {
				const code = (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
				yield finding(
					rule.name,
					place,
					`there is a character here that cannot be seen (U+${code})${more}`,
					'delete it',
				);
			}
			for (const { place, text, more } of spotsOf(file, ENTITY, isHidden))
				yield finding(rule.name, place, `${text} is a character that cannot be seen${more}`, 'delete it');
			for (const { place, text, more } of spotsOf(file, GARBLED)) {
				yield finding(
					rule.name,
					place,
					`"${text}" is one letter that was read in the wrong encoding${more}`,
					'type the word again, or copy it from a text in UTF-8',
				);
			}
			// What is in the file as it is has been told above; here only what an escape has made.
			if (!file.yaml || !file.text.includes('\\') || file.text.search(HIDDEN) >= 0) continue;
			for (const [path, offset] of hiddenTexts(file.yaml.data, [])) {
				const { start, end } = file.yaml.span(path, { offset });
				yield finding(
					rule.name,
					placeOf(file.path, file.lines, file.yamlStart + start, file.yamlStart + end),
					'an escape in this text is a character that cannot be seen',
					'delete it',
				);
			}
		}
	},
};
