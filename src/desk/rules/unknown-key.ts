import { fromLedger, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'unknown-key',
	summary: 'A record has a key that nobody reads.',
	remedy: 'Correct the spelling, or take the key out.',
	example: { wrong: 'publishr: BBC', right: 'publisher: BBC' },
	check: fromLedger('unknown-key'),
};
