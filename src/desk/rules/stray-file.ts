import { fromReading, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'stray-file',
	summary: 'A file stands in content/ where nothing reads it.',
	remedy: 'Move it to the folder of its kind, with the right ending.',
	example: { wrong: 'content/sources/bbc.yml', right: 'content/sources/bbc.yaml' },
	check: fromReading('stray-file'),
};
