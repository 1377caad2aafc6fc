import { link } from '../ledger/link.ts';

const TAG = /<(?:a|form|script|link|img|source|use)\b(?:[^"'>]|"[^"]*"|'[^']*')*>/g;
const ATTRIBUTE = /(\s(?:src|href|action)=")([^"]*)"/g;
const STYLE = /<style\b[^>]*>[\s\S]*?<\/style>/g;
const CSS_ADDRESS = /url\((['"]?)([^'")]*)\1\)/g;

/** A page with each address in its tags and style elements as `to` says; never text. */
const readdress = (html: string, to: (target: string) => string): string =>
	html
		.replace(STYLE, (style) =>
			style.replace(CSS_ADDRESS, (_, mark: string, target: string) => `url(${mark}${to(target)}${mark})`),
		)
		.replace(TAG, (tag) => tag.replace(ATTRIBUTE, (_, name: string, target: string) => `${name}${to(target)}"`));

/**
 * Astro writes addresses of its bundled files from the site's root (`/_astro/…`); made relative, a page works under any
 * sub-path.
 * @param path of the page from the site's root, for example `/claims/a/`
 */
export const relativeAssets = (html: string, path: string): string =>
	readdress(html, (target) => (target.startsWith('/_astro/') ? link(path, target) : target));

/**
 * The page for what is not there is shown at any depth, so its addresses cannot be relative: they are written from the
 * root of the host, below the path that SITE_URL names.
 * @param base path of the site on its host: `/`, or `/a/b/`
 */
export const fromRoot = (html: string, base: string): string =>
	readdress(html, (target) => {
		if (!/^(?:\.\.?\/|[\w-])[^:]*$/.test(target)) return target;
		// The page is at the root of the site: however far up a link goes, it stays there.
		const url = new URL(target, 'http://localhost/404.html');
		return `${base.slice(0, -1)}${url.pathname}${url.search}${url.hash}`;
	});
