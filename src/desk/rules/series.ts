import { fromLedger, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'series',
	summary: 'A row of a series, or what its record says of the rows, cannot be.',
	remedy: 'Look at the row that is marked: one date each, in order, plain numbers, whole people.',
	example: { wrong: '2021,25.632', right: '2021,25632' },
	check: fromLedger('series'),
};
