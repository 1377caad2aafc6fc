import { fromLedger, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'seed-changed',
	summary: 'A seed is not, byte for byte, the file that was read.',
	remedy: 'Bring back the file as it was received; seeds are never edited.',
	example: { wrong: 'a seed with one letter corrected', right: 'the seed as received; the slip goes into slips' },
	check: fromLedger('seed-changed'),
};
