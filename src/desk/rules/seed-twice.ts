import { fromLedger, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'seed-twice',
	summary: 'Two sources name the same seed.',
	remedy: 'Keep one source for each seed.',
	example: { wrong: 'two sources with seed: 000.txt', right: 'one of them' },
	check: fromLedger('seed-twice'),
};
