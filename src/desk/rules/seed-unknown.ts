import { fromLedger, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'seed-unknown',
	summary: 'A file in seeds/ belongs to no source.',
	remedy: 'Add a source: npm run new -- source <id> --seed FILE.',
	example: { wrong: 'seeds/002.txt without a source', right: 'content/sources/third-report.yaml with seed: 002.txt' },
	check: fromLedger('seed-unknown'),
};
