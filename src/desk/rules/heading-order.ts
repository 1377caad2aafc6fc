import { landmarksOf } from '../outline.ts';
import { finding, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'heading-order',
	summary: 'Headings skip a level, are empty, or repeat the level of the title.',
	remedy: 'Start with "## " and go down one level at a time.',
	example: { wrong: '# The night', right: '## The night' },
	*check({ content }) {
		for (const file of content.files) {
			let level = 1;
			for (const { type, depth = 2, words, place } of landmarksOf(file)) {
				if (type !== 'heading') continue;
				if (depth === 1) {
					yield finding(rule.name, place, 'only the title of the page is a heading of the first level', 'write "## "');
				} else if (depth > level + 1) {
					yield finding(
						rule.name,
						place,
						`a heading of level ${depth} follows one of level ${level}`,
						`write "${'#'.repeat(level + 1)} "`,
					);
				}
				if (words.trim() === '')
					yield finding(rule.name, place, 'this heading is empty', 'write its words, or take it out');
				level = Math.max(2, depth);
			}
		}
	},
};
