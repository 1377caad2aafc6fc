import { spotsOf } from '../first-match.ts';
import { finding, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'byte-order-mark',
	summary: 'A file starts with a byte order mark.',
	remedy: 'Save the file as "UTF-8", not as "UTF-8 with BOM".',
	example: { wrong: 'a file saved as UTF-8 with BOM', right: 'the same file saved as UTF-8' },
	*check({ content }) {
		for (const file of content.files) {
			// A spreadsheet saves a table so, and cannot be told otherwise.
			if (file.csv) continue;
			for (const { place } of spotsOf(file, /^\uFEFF/g)) {
				yield finding(rule.name, place, 'the file starts with a byte order mark', 'save it as "UTF-8" without BOM');
			}
		}
	},
};
