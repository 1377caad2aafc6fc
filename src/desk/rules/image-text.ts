import { nodesOf } from '../passage.ts';
import { placeOf } from '../place.ts';
import { finding, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'image-text',
	summary: 'An image has no words for those who cannot see it.',
	remedy: 'Say between the brackets what is to be seen.',
	example: { wrong: '![](/camp.png)', right: '![A tent camp between olive trees](/camp.png)' },
	*check({ content }) {
		for (const { path, lines, body } of content.files) {
			const parsed = body?.tree();
			if (!parsed?.ok) continue;
			for (const node of nodesOf(parsed.tree)) {
				if ((node.type !== 'image' && node.type !== 'imageReference') || (node.alt ?? '').trim() !== '') continue;
				yield finding(
					rule.name,
					placeOf(path, lines, node.position?.start.offset ?? 0, node.position?.end.offset),
					'this image has no text',
					'write in the brackets what is to be seen',
				);
			}
		}
	},
};
