import { fromReading, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'released-file',
	summary:
		'The record of what was published (content/published.json), or of what has moved (content/moved.yaml), cannot be read.',
	remedy: 'Take published.json from the last release; in moved.yaml write from, to and why for each address.',
	example: { wrong: '- { from: claims/old/ }', right: '- { from: /claims/old/, to: /claims/new/, why: renamed }' },
	check: fromReading('released-file'),
};
