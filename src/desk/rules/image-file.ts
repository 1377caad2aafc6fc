import { didYouMean } from '../../ledger/suggest.ts';
import { unsafe } from '../../prose/address.ts';
import { landmarksOf } from '../outline.ts';
import { finding, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'image-file',
	summary: 'An image in the text is not a picture in public/.',
	remedy: 'Put the picture into public/images/ and write its address from the site’s root.',
	example: { wrong: '![A tent camp](/no-such-picture.png)', right: '![A tent camp](/images/camp.png)' },
	*check({ content }) {
		for (const file of content.files) {
			const landmarks = landmarksOf(file);
			const pictured = new Set(
				landmarks.flatMap(({ type, identifier }) => (type === 'imageReference' ? [identifier] : [])),
			);
			for (const { type, url, identifier, place } of landmarks) {
				const shown = type === 'image' || (type === 'definition' && pictured.has(identifier));
				if (!shown || url === undefined || unsafe(url) || /^https?:/i.test(url) || content.pictures.has(url)) continue;
				yield finding(
					rule.name,
					place,
					`there is no picture ${url.startsWith('/') ? `public${url}` : url}`,
					didYouMean(url, content.pictures, 'put it into public/images/ and write /images/name.png'),
				);
			}
		}
	},
};
