import { fromReading, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'plain-file',
	summary: 'Something in content/, seeds/ or public/ is a link or a device and not a file.',
	remedy: 'Put the file itself there.',
	example: { wrong: 'content/sources/bbc.yaml → ../../other.yaml', right: 'content/sources/bbc.yaml' },
	check: fromReading('plain-file'),
};
