import { fromLedger, type Rule } from '../rule.ts';
import { unknownReferences } from './attribute.ts';

export const rule: Rule = {
	name: 'unknown-reference',
	summary: 'An id leads nowhere.',
	remedy: 'Correct the id, or write the record first.',
	example: { wrong: 'source: bbc-2020-strik', right: 'source: bbc-2020-10-strike' },
	*check(desk) {
		yield* fromLedger('unknown-reference')(desk);
		yield* unknownReferences(desk);
	},
};
