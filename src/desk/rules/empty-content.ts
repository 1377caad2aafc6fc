import { fromReading, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'empty-content',
	summary: 'There is no content at all.',
	remedy: 'Bring back the files of content/.',
	example: { wrong: 'an empty folder content/', right: 'content/ with its files' },
	check: fromReading('empty-content'),
};
