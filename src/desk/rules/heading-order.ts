import { nodesOf, wordsOf } from '../passage.ts';
import { placeOf } from '../place.ts';
import { finding, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'heading-order',
	summary: 'Headings skip a level, are empty, or repeat the level of the title.',
	remedy: 'Start with "## " and go down one level at a time.',
	example: { wrong: '# The night', right: '## The night' },
	*check({ content }) {
		for (const { path, lines, body } of content.files) {
			const parsed = body?.tree();
			if (!parsed?.ok) continue;
			let level = 1;
			for (const node of nodesOf(parsed.tree)) {
				if (node.type !== 'heading') continue;
				const place = placeOf(path, lines, node.position?.start.offset ?? 0, node.position?.end.offset);
				const { depth } = node;
				if (depth === 1)
					yield finding(rule.name, place, 'only the title of the page is a heading of the first level', 'write "## "');
				else if (depth > level + 1)
					yield finding(
						rule.name,
						place,
						`a heading of level ${depth} follows one of level ${level}`,
						`write "${'#'.repeat(level + 1)} "`,
					);
				if (wordsOf(node).trim() === '' && !('children' in node && node.children.length > 0))
					yield finding(rule.name, place, 'this heading is empty', 'write its words, or take it out');
				level = Math.max(2, depth);
			}
		}
	},
};
