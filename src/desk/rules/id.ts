import { fromLedger, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'id',
	summary: 'An id is not written as ids are.',
	remedy: 'Use lower-case letters, digits and single hyphens.',
	example: { wrong: '- id: Strike_Killed', right: '- id: strike-killed' },
	check: fromLedger('id'),
};
