import { fromReading, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'unreadable-file',
	summary: 'A file cannot be read as UTF-8 text.',
	remedy: 'Save it again as UTF-8; look at its size.',
	example: { wrong: 'a text saved as Windows-1252', right: 'the same text saved as UTF-8' },
	check: fromReading('unreadable-file'),
};
