import { landmarksOf } from '../outline.ts';
import { finding, placeIn, type Rule, textAt } from '../rule.ts';

type Told = readonly [message: string, fix: string];

const TRACKING =
	/^(?:utm_\w+|fbclid|gclid|dclid|msclkid|igshid|mc_[ce]id|ref_src|ref_url|s_cid|ocid|at_medium|at_campaign|xtor)$/;
const REDIRECTS =
	/^(?:www\.)?(?:google\.\w+\/url|l\.facebook\.com\/l\.php|lm\.facebook\.com|t\.co\/|bit\.ly\/|tinyurl\.com\/|duckduckgo\.com\/l\/|bing\.com\/ck\/)/;
const LOCAL =
	/^(?:localhost|127\.|0\.0\.0\.0|10\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|\[::1\])|\.(?:local|internal|lan)$/;

/** The address without what only follows readers. */
export function withoutTracking(url: string): string {
	const parsed = new URL(url);
	const kept = [...parsed.searchParams].filter(([name]) => !TRACKING.test(name));
	if (kept.length === [...parsed.searchParams].length) return url;
	const [base = ''] = url.split(/[?#]/, 1);
	const query = kept.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value)}`).join('&');
	return `${base}${query === '' ? '' : `?${query}`}${parsed.hash}`;
}

/** What is wrong with an address that readers would be sent to; undefined where nothing is. */
function poor(url: string): Told | undefined {
	if (!/^https?:/i.test(url) || !URL.canParse(url)) return undefined;
	const { hostname, pathname, host } = new URL(url);
	if (LOCAL.test(hostname))
		return ['this address leads to the machine of its reader', 'write the address that everyone can open'];
	if (REDIRECTS.test(`${host}${pathname}`))
		return ['this address leads through another site', 'open it, and copy the address it ends at'];
	if (withoutTracking(url) !== url)
		return ['this address tells its owner who sent the reader', `write ${withoutTracking(url)}`];
	return undefined;
}

/** An archived copy has one moment: /web/20201026120000/https://… */
function poorCopy(url: string): Told | undefined {
	const [, stamp] = /^https?:\/\/web\.archive\.org\/(?:web\/)?([^/]*)/.exec(url) ?? [];
	if (stamp === undefined) return undefined;
	const [, month = '01', day = '01', hour = '00'] =
		/^\d{4}(\d\d)(\d\d)?(\d\d)?(?:\d{4})?(?:[a-z]{2}_)?$/.exec(stamp) ?? [];
	const held =
		/^\d{4,14}(?:[a-z]{2}_)?$/.test(stamp) &&
		Number(month) <= 12 &&
		Number(month) > 0 &&
		Number(day) <= 31 &&
		Number(hour) < 24;
	return held
		? undefined
		: [
				'this address is no archived copy: it has no moment',
				'open the copy, and write its address: https://web.archive.org/web/20201026120000/https://…',
			];
}

export const rule: Rule = {
	name: 'poor-address',
	summary: 'A web address leads through a tracker, to one’s own machine, or to no one archived copy.',
	remedy: 'Open it, and copy the address that everyone ends at.',
	example: { wrong: 'url: https://example.org/report?utm_source=feed', right: 'url: https://example.org/report' },
	*check(desk) {
		for (const home of desk.records('source')) {
			for (const key of ['url', 'archived'] as const) {
				const url = textAt(home, key);
				const found = poor(url) ?? (key === 'archived' ? poorCopy(url) : undefined);
				if (found) yield finding(rule.name, placeIn(desk, home, [key]), ...found);
			}
		}
		for (const file of desk.content.files) {
			for (const { url, place } of landmarksOf(file)) {
				const found = url === undefined ? undefined : poor(url);
				if (found) yield finding(rule.name, place, ...found);
			}
		}
	},
};
