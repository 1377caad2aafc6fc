import { fromLedger, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'chart',
	summary: 'A chart puts together what cannot share an axis, or names what has no place in it.',
	remedy: 'Make two charts, or correct the dates and names.',
	example: { wrong: 'series: [refugees-north, refugee-returns] (a stock and a flow)', right: 'two charts' },
	check: fromLedger('chart'),
};
