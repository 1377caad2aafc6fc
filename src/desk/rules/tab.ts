import { spotsOf } from '../first-match.ts';
import { finding, type Rule } from '../rule.ts';
import { TAB_INDENT } from '../yaml.ts';

export const rule: Rule = {
	name: 'tab',
	summary: 'A tab stands in a file.',
	remedy: 'Use spaces.',
	example: { wrong: 'title:\\tThe strike', right: 'title: The strike' },
	*check({ content }) {
		for (const file of content.files) {
			// A tab that makes YAML unreadable is told there, with its line; in a table tabs part the cells.
			if (file.yaml?.faults.some(({ message }) => message.startsWith(TAB_INDENT)) || file.csv) continue;
			for (const { place, more } of spotsOf(file, /\t/g)) {
				yield finding(rule.name, place, `there is a tab here${more}`, 'use spaces');
			}
		}
	},
};
