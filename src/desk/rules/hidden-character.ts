import { spotsOf } from '../first-match.ts';
import { finding, type Rule } from '../rule.ts';

/**
 * Characters that cannot be seen: controls, zero-width, marks of direction, line and paragraph separators, tags,
 * variation selectors, private use; and the two signs that stand in for something lost. Tab, line ends and a byte
 * order mark have rules of their own; no-break spaces may stand.
 */
const HIDDEN = /(?![\t\r\n]|^\uFEFF)[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFFC\uFFFD]/gu;

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
		}
	},
};
