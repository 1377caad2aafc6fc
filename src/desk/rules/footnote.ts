import { landmarksOf } from '../outline.ts';
import { finding, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'footnote',
	summary: 'A footnote stands in the text.',
	remedy: 'A source belongs to a claim, which shows it in place; a remark goes into the text or into <Aside>.',
	example: { wrong: 'The Observatory counted the dead.[^1]', right: '<Aside>The Observatory is in Coventry.</Aside>' },
	*check({ content }) {
		for (const { type, place } of content.files.flatMap(landmarksOf)) {
			if (type !== 'footnote') continue;
			yield finding(rule.name, place, 'pages have no footnotes', 'name the source in a claim, or use <Aside>');
		}
	},
};
