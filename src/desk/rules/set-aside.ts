import { fromLedger, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'set-aside',
	summary: 'Words that are set aside, or named as a slip, do not stand in the seed as written.',
	remedy: 'Copy the words from the seed exactly.',
	example: { wrong: 'setAside text: several thousands', right: 'setAside text: several thousand people' },
	check: fromLedger('set-aside'),
};
