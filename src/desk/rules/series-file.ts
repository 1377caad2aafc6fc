import { fromReading, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'series-file',
	summary: 'A series has only one of its two files.',
	remedy: 'Write the other: the YAML says what the values are, the CSV holds them.',
	example: { wrong: 'content/series/a.csv alone', right: 'content/series/a.csv and content/series/a.yaml' },
	check: fromReading('series-file'),
};
