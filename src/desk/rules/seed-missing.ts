import { fromLedger, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'seed-missing',
	summary: 'The seed of a source is not in seeds/.',
	remedy: 'Put the file back as it was received, or correct its name.',
	example: { wrong: 'seed: 000.txt while seeds/ holds no such file', right: 'the name of a file in seeds/' },
	check: fromLedger('seed-missing'),
};
