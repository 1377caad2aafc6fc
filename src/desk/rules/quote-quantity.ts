import { fromLedger, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'quote-quantity',
	summary: 'The number in the quote is not the number in the quantity.',
	remedy: 'Correct whichever is wrong: value and qualifier must be those of the source.',
	example: { wrong: 'quantity: { value: 87 } with quote: He spoke of 78 dead', right: 'quantity: { value: 78 }' },
	check: fromLedger('quote-quantity'),
};
