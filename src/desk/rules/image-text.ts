import { landmarksOf } from '../outline.ts';
import { finding, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'image-text',
	summary: 'An image has no words for those who cannot see it.',
	remedy: 'Say between the brackets what is to be seen.',
	example: { wrong: '![](/camp.png)', right: '![A tent camp between olive trees](/camp.png)' },
	*check({ content }) {
		for (const { type, words, place } of content.files.flatMap(landmarksOf)) {
			if ((type !== 'image' && type !== 'imageReference') || words.trim() !== '') continue;
			yield finding(rule.name, place, 'this image has no text', 'write in the brackets what is to be seen');
		}
	},
};
