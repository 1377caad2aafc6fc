import { placeOf } from '../position.ts';
import { finding, isDraft, type Rule } from '../rule.ts';
import { UNWRITTEN } from '../stub.ts';

/** In any field, in an address, and in the comment behind a value that a stub had to choose. */
const PATTERN = new RegExp(`${UNWRITTEN}|${UNWRITTEN.toLowerCase().replaceAll(' ', '-')}`, 'g');

export const rule: Rule = {
	name: 'stub',
	summary: 'A text is still that of the stub.',
	remedy: 'Write it, or take the key out where it may be left out. In a draft it is a warning.',
	example: {
		wrong: `outcome: ${UNWRITTEN}, what came of it.`,
		right: 'outcome: It ended with the offensive of November.',
	},
	*check({ content, records }) {
		const drafts = new Set(
			records('explainer')
				.filter(({ entry }) => isDraft(entry))
				.map(({ file }) => file.path),
		);
		for (const { path, text, lines } of content.files) {
			for (const { index } of text.matchAll(PATTERN)) {
				yield finding(
					rule.name,
					placeOf(path, lines, index, index + UNWRITTEN.length),
					'this text is still that of the stub',
					'write it',
					drafts.has(path) ? 'warning' : 'error',
				);
			}
		}
	},
};
