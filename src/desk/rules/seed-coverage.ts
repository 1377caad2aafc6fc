import { fromLedger, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'seed-coverage',
	summary: 'A figure of a seed is not accounted for.',
	remedy: 'Write a claim whose quote holds it, or list it under setAside with the reason.',
	example: {
		wrong: 'a seed says “almost 90 injured” and no claim quotes it',
		right: 'a claim with quote: almost 90 injured',
	},
	check: fromLedger('seed-coverage'),
};
