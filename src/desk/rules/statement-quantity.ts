import { fromLedger, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'statement-quantity',
	summary: 'The statement of a claim gives another figure than its quantity and its quote.',
	remedy: 'Make statement, quantity and quote say the same.',
	example: {
		wrong: 'statement: The Observatory counted 87 dead. with value: 78',
		right: 'statement: The Observatory counted 78 dead.',
	},
	check: fromLedger('statement-quantity'),
};
