import { finding, type Rule } from '../rule.ts';
import { spotsOf } from '../spots.ts';

export const rule: Rule = {
	name: 'tab',
	summary: 'A tab stands in a file.',
	remedy: 'Use spaces.',
	example: { wrong: 'title:\\tThe strike', right: 'title: The strike' },
	*check({ content }) {
		for (const file of content.files) {
			for (const { place, more } of spotsOf(file, /\t/g)) {
				yield finding(rule.name, place, `there is a tab here${more}`, 'use spaces');
			}
		}
	},
};
