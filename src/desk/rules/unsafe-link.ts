import { landmarksOf } from '../outline.ts';
import { finding, type Rule } from '../rule.ts';

/** Browsers skip control characters and spaces in front of a scheme, and some of them inside it. */
const HIDDEN = /[\p{Cc}\p{Cf}\s]/gu;

/** Why an address must not be published; undefined when it may. */
export function unsafe(url: string): readonly [message: string, fix: string] | undefined {
	const bare = url.replace(HIDDEN, '');
	if (bare !== url) return ['this address holds a space or a control character', 'write the address without it'];
	if (/\\/.test(url)) return ['this address holds a "\\"', 'write "/" instead'];
	if (url.startsWith('//')) return ['this address has no scheme', 'start it with https://'];
	const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
	if (scheme !== undefined && scheme !== 'https' && scheme !== 'http')
		return [`an address that starts with "${scheme}:" is not safe`, 'link to a page with https://'];
	if (scheme !== undefined && (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url))) {
		return ['this is not a web address', 'write it as https://example.org/page'];
	}
	if (scheme !== undefined && (new URL(url).username !== '' || new URL(url).password !== '')) {
		return ['this address holds a user name', 'write the address without it'];
	}
	return undefined;
}

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
