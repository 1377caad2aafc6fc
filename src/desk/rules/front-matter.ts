import { fromReading, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'front-matter',
	summary: 'A page does not start with its front matter.',
	remedy: 'Start the file with ---, title and the other keys, ---.',
	example: { wrong: 'The strike hit a camp.', right: '---\ntitle: The strike\n---\n\nThe strike hit a camp.' },
	check: fromReading('front-matter'),
};
