import { didYouMean } from '../../ledger/suggest.ts';
import { unsafe } from '../../prose/address.ts';
import type { ContentFile } from '../file.ts';
import { nodesOf } from '../outline.ts';
import type { Fault } from '../position.ts';
import { placeIn, type Rules, textAt } from '../rule.ts';

const TRACKING =
	/^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|ref_src|ref_url|s_cid|ocid|at_medium|at_campaign|xtor)$/;
const REDIRECTS =
	/^(?:www\.)?(?:google\.\w+\/url|l\.facebook\.com\/l\.php|lm\.facebook\.com|t\.co\/|bit\.ly\/|tinyurl\.com\/|duckduckgo\.com\/l\/|bing\.com\/ck\/)/;
const LOCAL =
	/^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\])|\.(?:local|internal|lan)$/;
/** Sites that keep copies of what others published. */
const KEEPERS =
	/(?:^|\.)(?:docslib\.org|pdfslide\.\w+|documents\.pub|vdocuments\.\w+|docplayer\.\w+|studylib\.net|scribd\.com|dokumen\.tips|rssing\.com|kiwix\.org|iiab\.me|nina\.az|wikizero\.\w+|alchetron\.com|tellerreport\.com)$/;
const TOLD =
	/\b(?:read|seen) (?:only )?in (?:a|an|its|the) (?:\S+ ){0,4}(?:copy|extract)\b|\bre-?post\b|\ba relay of\b|\bcopy on another site\b/i;
/** An archived copy, and the moment of one: /web/20201026120000/https://… */
const ARCHIVE = /^https?:\/\/web\.archive\.org\/(?:web\/)?([^/]*)/;
const MOMENT = /^\d{4}(?:(?:0[1-9]|1[0-2])(?:(?:[0-2]\d|3[01])(?:(?:[01]\d|2[0-3])(?:\d{2}){0,2})?)?)?(?:[a-z]{2}_)?$/;

/** The address without what only follows readers. */
export function withoutTracking(url: string): string {
	const parsed = new URL(url);
	const kept = [...parsed.searchParams].filter(([name]) => !TRACKING.test(name));
	if (kept.length === parsed.searchParams.size) return url;
	const [base = ''] = url.split(/[?#]/, 1);
	const query = kept.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
	return `${base}${query === '' ? '' : `?${query}`}${parsed.hash}`;
}

/** What is wrong with an address that readers would be sent to; undefined where nothing is. */
function poor(url: string): Fault | undefined {
	if (!/^https?:/i.test(url) || !URL.canParse(url)) return undefined;
	const { hostname, pathname, host } = new URL(url);
	if (LOCAL.test(hostname))
		return ['this address leads to the machine of its reader', 'write the address that everyone can open'];
	if (REDIRECTS.test(`${host}${pathname}`))
		return ['this address leads through another site', 'open it, and copy the address it ends at'];
	if (withoutTracking(url) === url) return undefined;
	return ['this address tells its owner who sent the reader', `write ${withoutTracking(url)}`];
}

function poorCopy(url: string): Fault | undefined {
	const [, stamp] = ARCHIVE.exec(url) ?? [];
	if (stamp === undefined || MOMENT.test(stamp)) return undefined;
	return [
		'this address is no archived copy: it has no moment',
		'open the copy, and write its address: https://web.archive.org/web/20201026120000/https://…',
	];
}

/** The pictures that texts show, also by way of a definition. */
const picturesIn = (files: readonly ContentFile[]) =>
	files.flatMap((file) => {
		const named = new Set(nodesOf([file], 'imageReference').map(({ node }) => node.identifier));
		return nodesOf([file], 'image', 'definition').filter(
			({ node }) => node.type === 'image' || named.has(node.identifier),
		);
	});
const linksIn = (files: readonly ContentFile[]) => nodesOf(files, 'link', 'image', 'definition');

const isFar = (url: string): boolean => /^https?:/i.test(url);

export const addresses: Rules = {
	*'copied-source'(desk) {
		for (const home of desk.records('source')) {
			const url = textAt(home, 'url');
			const kept = URL.canParse(url) && KEEPERS.test(new URL(url).hostname);
			const told = textAt(home, 'archived') === '' && TOLD.test(textAt(home, 'note'));
			if (textAt(home, 'readIn') !== '' || !(kept || told)) continue;
			const message = kept ? 'this site keeps copies of what others published' : 'the note tells of a copy';
			yield [placeIn(desk, home, [kept ? 'url' : 'note']), message, 'say in readIn whose copy was read'];
		}
	},

	*'image-file'(desk) {
		const { pictures, files } = desk.content;
		for (const home of desk.records('source')) {
			const image = textAt(home, 'image');
			if (image === '' || pictures.has(image)) continue;
			const fix = didYouMean(image, pictures, 'bring it in: npm run new -- image FILE');
			yield [placeIn(desk, home, ['image']), `there is no picture public${image}`, fix];
		}
		const credited = new Set(desk.records('source').map((home) => textAt(home, 'image')));
		for (const { node, place } of picturesIn(files)) {
			const { url } = node;
			if (unsafe(url) || isFar(url) || credited.has(url)) continue;
			const bring = 'bring it in with npm run new -- image FILE, ';
			yield pictures.has(url)
				? [place, `nobody is credited for public${url}`, `${bring}or add a source with kind: picture and this image`]
				: [
						place,
						`there is no picture ${url.startsWith('/') ? `public${url}` : url}`,
						didYouMean(url, pictures, `${bring}and write /images/name.jpg`),
					];
		}
	},

	*'image-text'({ content }) {
		for (const { node, place } of nodesOf(content.files, 'image', 'imageReference'))
			if (!node.alt?.trim()) yield [place, 'this image has no text', 'write in the brackets what is to be seen'];
	},

	*'poor-address'(desk) {
		for (const home of desk.records('source'))
			for (const key of ['url', 'archived']) {
				const url = textAt(home, key);
				const found = poor(url) ?? (key === 'archived' ? poorCopy(url) : undefined);
				if (found) yield [placeIn(desk, home, [key]), ...found];
			}
		for (const { node, place } of linksIn(desk.content.files)) {
			const found = poor(node.url);
			if (found) yield [place, ...found];
		}
	},

	*'unsafe-link'({ content }) {
		for (const { node, place } of linksIn(content.files)) {
			const found = unsafe(node.url);
			if (found) yield [place, ...found];
		}
		const fix = 'put the file into public/ and write its address from the site’s root: /name.png';
		for (const { node, place } of picturesIn(content.files))
			if (!unsafe(node.url) && isFar(node.url)) yield [place, 'this image comes from another site', fix];
	},
};
