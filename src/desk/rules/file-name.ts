import { fromReading, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'file-name',
	summary: 'A file name is not an id.',
	remedy: 'Use lower-case letters, digits and single hyphens.',
	example: { wrong: 'content/sources/BBC Strike.yaml', right: 'content/sources/bbc-strike.yaml' },
	check: fromReading('file-name'),
};
