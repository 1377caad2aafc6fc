import { spotsOf } from '../first-match.ts';
import { finding, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'normal-form',
	summary: 'A letter is written as a letter and a loose accent.',
	remedy: 'Type the letter again, as one character.',
	example: { wrong: 'Erdog + a loose breve + an', right: 'Erdoğan' },
	*check({ content }) {
		for (const file of content.files) {
			if (file.text === file.text.normalize('NFC')) continue;
			// Letters with their marks, and signs that have another normal form by themselves.
			for (const { place, text, more } of spotsOf(
				file,
				/\P{M}\p{M}+|[\u0340-\u0344\u0374\u037E\u0387\u2126\u212A\u212B\uF900-\uFAFF]/gu,
				(found) => found !== found.normalize('NFC'),
			)) {
				yield finding(
					rule.name,
					place,
					`"${text}" is written in parts${more}`,
					`type "${text.normalize('NFC')}" again, as one character`,
				);
			}
		}
	},
};
