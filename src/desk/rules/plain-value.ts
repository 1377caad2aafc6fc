import { placeOf } from '../position.ts';
import { finding, type Rule } from '../rule.ts';

/** A key with a value on one line; in front of it perhaps the hyphen of a list. */
const LINE = /^[ \t]*(?:- +)?(?:([\w-]+):[ \t]+)?(\S.*)$/gm;
/** The words of others may begin and end with marks of their own. */
const OTHERS: ReadonlySet<string> = new Set(['quote', 'text', 'reading', 'ownTitle', 'locator']);

const looks: readonly (readonly [pattern: RegExp, message: string, fix: string])[] = [
	[
		/^[“„‘][^“”„‘’"]*[”’]$/,
		'curly quotation marks are part of the text here, and readers would see them',
		'write the words without them, or between straight ones',
	],
	[
		/^[^"'[{|>&*!][^"]*"$/,
		'a quotation mark closes what was not opened, and readers would see it',
		'put one in front of the text too, or take this one out',
	],
	[
		/^(?!.*To be written)[^"'[{|>&*!#]\S*(?: #(?=\S)| +\S[^"]*? #)/,
		'what stands behind " #" is not read',
		'put the whole text in quotes: "…"',
	],
];

export const rule: Rule = {
	name: 'plain-value',
	summary: 'A value in YAML is read otherwise than it looks: with its curly quotation marks, or only up to a "#".',
	remedy: 'Write it without the marks, or between straight ones. To show marks to readers: "“…”".',
	example: { wrong: 'title: “The strike”', right: 'title: "The strike"' },
	*check({ content }) {
		for (const { path, lines, yaml, yamlStart, bodyStart, text } of content.files) {
			if (!yaml || yaml.faults.length > 0) continue;
			const front = text.slice(yamlStart, bodyStart);
			for (const match of front.matchAll(LINE)) {
				const [whole, key = '', written = ''] = match;
				const value = written.trimEnd();
				const found = looks.find(([pattern]) => pattern.test(value));
				// Lines that go on from the one before are not read so.
				if (!found || OTHERS.has(key) || (key === '' && !/^[ \t]*- /.test(whole))) continue;
				const start = yamlStart + match.index + whole.lastIndexOf(value);
				yield finding(rule.name, placeOf(path, lines, start, start + value.length), found[1], found[2], 'warning');
			}
		}
	},
};
