import { fromLedger, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'claim',
	summary: 'A claim contradicts its measure or the claim that it replaces.',
	remedy: 'A measure that counts nothing takes no quantity; a claim replaces one about the same thing.',
	example: {
		wrong: 'measure: responsibility with quantity: { value: 1 }',
		right: 'measure: responsibility without quantity',
	},
	check: fromLedger('claim'),
};
