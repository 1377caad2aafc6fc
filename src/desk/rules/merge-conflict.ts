import { spotsOf } from '../first-match.ts';
import { finding, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'merge-conflict',
	summary: 'Git has put two versions of a part of a file below each other.',
	remedy: 'Keep the version that is right, and take out the other and the three lines with the signs.',
	example: { wrong: '<<<<<<< HEAD', right: 'one of the two versions' },
	*check({ content }) {
		for (const file of content.files) {
			for (const { place, more } of spotsOf(file, /^<{7}(?: .*)?$/gm)) {
				yield finding(
					rule.name,
					place,
					`here two versions of a text stand one below the other${more}`,
					'keep the one that is right, and take out the lines that start with <<<<<<<, ======= and >>>>>>>',
				);
			}
		}
	},
};
