import { fromLedger, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'inline-reference',
	summary: 'A reference in prose cannot be resolved.',
	remedy: 'Write it as the guide shows: capital first, straight quotation marks, closed.',
	example: { wrong: '<claim id="strike-killed-sohr">', right: '<Claim id="strike-killed-sohr"/>' },
	check: fromLedger('inline-reference'),
};
