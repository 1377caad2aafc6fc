import { link } from '../ledger/link.ts';

const TAG = /<(?:script|link|img|source|use)\b[^>]*>/g;
const ADDRESS = /\b(src|href)="(\/_astro\/[^"]*)"/g;
const STYLE = /<style\b[^>]*>[\s\S]*?<\/style>/g;
const CSS_ADDRESS = /url\((['"]?)(\/_astro\/[^'")]*)\1\)/g;

/**
 * Astro writes addresses of its bundled files from the site's root (`/_astro/…`); made relative, a page works under any
 * sub-path. Only tags that load files and style elements are touched, never text.
 * @param path of the page from the site's root, for example `/claims/a/`
 */
export function relativeAssets(html: string, path: string): string {
	return html
		.replace(TAG, (tag) =>
			tag.replace(ADDRESS, (_whole, name: string, target: string) => `${name}="${link(path, target)}"`),
		)
		.replace(STYLE, (style) =>
			style.replace(CSS_ADDRESS, (_whole, mark: string, target: string) => `url(${mark}${link(path, target)}${mark})`),
		);
}
