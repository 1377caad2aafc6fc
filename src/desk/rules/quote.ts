import { fromLedger, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'quote',
	summary: 'The quote of a claim does not stand in its seed, or stands there more than once.',
	remedy: 'Copy the words from the seed exactly; add words until they are found once.',
	example: { wrong: 'quote: He spoke of 87 dead', right: 'quote: He spoke of 78 dead' },
	check: fromLedger('quote'),
};
