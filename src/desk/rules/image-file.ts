import { didYouMean } from '../../ledger/suggest.ts';
import { unsafe } from '../../prose/address.ts';
import { landmarksOf } from '../outline.ts';
import { finding, type Rule, textAt } from '../rule.ts';

export const rule: Rule = {
	name: 'image-file',
	summary: 'An image in the text is not a picture in public/, or nobody is credited for it.',
	remedy: 'Bring the picture in with npm run new -- image FILE, and write its address from the site’s root.',
	example: { wrong: '![A tent camp](/no-such-picture.png)', right: '![A tent camp](/images/camp.png)' },
	*check({ content, records }) {
		const credited = new Set(records('source').map((home) => textAt(home, 'image')));
		for (const home of records('source')) {
			const image = textAt(home, 'image');
			if (image === '' || content.pictures.has(image)) continue;
			const { kind, id } = home.entry;
			yield finding(
				rule.name,
				content.locate({ kind, id, path: ['image'] }),
				`there is no picture public${image}`,
				didYouMean(image, content.pictures, 'bring it in: npm run new -- image FILE'),
			);
		}
		for (const file of content.files) {
			const landmarks = landmarksOf(file);
			const pictured = new Set(
				landmarks.flatMap(({ type, identifier }) => (type === 'imageReference' ? [identifier] : [])),
			);
			for (const { type, url, identifier, place } of landmarks) {
				const shown = type === 'image' || (type === 'definition' && pictured.has(identifier));
				if (!shown || url === undefined || unsafe(url) || /^https?:/i.test(url) || credited.has(url)) continue;
				if (content.pictures.has(url)) {
					yield finding(
						rule.name,
						place,
						`nobody is credited for public${url}`,
						'bring it in with npm run new -- image FILE, or add a source with kind: picture and this image',
					);
					continue;
				}
				yield finding(
					rule.name,
					place,
					`there is no picture ${url.startsWith('/') ? `public${url}` : url}`,
					didYouMean(url, content.pictures, 'bring it in with npm run new -- image FILE, and write /images/name.jpg'),
				);
			}
		}
	},
};
