import { spotsOf } from '../first-match.ts';
import { finding, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'line-ending',
	summary: 'A file has line ends of Windows or of old Macs.',
	remedy: 'Save the file with line ends "LF".',
	example: { wrong: 'a file saved with CRLF', right: 'the same file saved with LF' },
	*check({ content }) {
		for (const file of content.files) {
			// A spreadsheet saves a table so, and cannot be told otherwise.
			if (file.csv) continue;
			for (const { place, more } of spotsOf(file, /\r\n?/g)) {
				yield finding(rule.name, place, `this line does not end with LF${more}`, 'save the file with line ends "LF"');
			}
		}
	},
};
