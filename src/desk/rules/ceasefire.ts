import { fromLedger, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'ceasefire',
	summary: 'The dates of a ceasefire cannot follow each other, or say more than is known.',
	remedy: 'Correct the date; where it is so, the keys earlyStart, before and after say why.',
	example: { wrong: 'ended: 2020-01-01 with inForce: 2020-03-06', right: 'ended: 2024-11-27' },
	check: fromLedger('ceasefire'),
};
