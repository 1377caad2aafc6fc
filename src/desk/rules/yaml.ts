import { fromReading, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'yaml',
	summary: 'A file is not valid YAML, or uses parts of YAML that are not used here.',
	remedy: 'Mend the line that is marked; most often a quote, a colon or a space is missing.',
	example: { wrong: 'title: "The strike', right: 'title: "The strike"' },
	check: fromReading('yaml'),
};
