import { fromReading, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'public-file',
	summary: 'A file in public/ may not be published.',
	remedy: 'Keep to pictures and fonts, in the folders images, icons and fonts, with names in lower case.',
	example: { wrong: 'public/Camp photo.html', right: 'public/images/camp.jpg' },
	check: fromReading('public-file'),
};
