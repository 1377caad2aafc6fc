import { unsafe } from '../../prose/address.ts';
import { landmarksOf } from '../outline.ts';
import { finding, type Rule } from '../rule.ts';

export const rule: Rule = {
	name: 'unsafe-link',
	summary: 'A link or an image has an address that is not safe to publish.',
	remedy: 'Link with https:// or with an address of this site; images come from this site only.',
	example: { wrong: '[Read more](javascript:read())', right: '[Read more](https://example.org/report)' },
	*check({ content }) {
		for (const file of content.files) {
			const landmarks = landmarksOf(file);
			const pictured = new Set(
				landmarks.flatMap(({ type, identifier }) =>
					type === 'imageReference' && identifier !== undefined ? [identifier] : [],
				),
			);
			for (const { type, url, identifier = '', place } of landmarks) {
				const found = url === undefined ? undefined : unsafe(url);
				if (found) yield finding(rule.name, place, ...found);
				const isPicture = type === 'image' || (type === 'definition' && pictured.has(identifier));
				if (!found && isPicture && /^https?:/i.test(url ?? '')) {
					yield finding(
						rule.name,
						place,
						'this image comes from another site',
						'put the file into public/ and write its address from the site’s root: /name.png',
					);
				}
			}
		}
	},
};
