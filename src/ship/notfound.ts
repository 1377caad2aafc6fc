const LINK = /(<(?:a|link|script|img|use|source|form)\b[^>]*?\s(?:href|src|action)=")((?:\.\.?\/|[\w-])[^":]*)(")/g;
const CSS_LINK = /url\((['"]?)((?:\.\.?\/|[\w-]+\/)[^'":)]*)\1\)/g;
const STYLE = /<style\b[^>]*>[\s\S]*?<\/style>/g;

/**
 * The page for what is not there is shown at any depth, so its addresses cannot be relative: they are written from the
 * root of the host, below the path that SITE_URL names.
 * @param base path of the site on its host: `/`, or `/a/b/`
 */
export function fromRoot(html: string, base: string): string {
	const resolve = (target: string) => {
		// The page is at the root of the site: however far up a link goes, it stays there.
		const url = new URL(target, 'http://localhost/404.html');
		return `${base.slice(0, -1)}${url.pathname}${url.search}${url.hash}`;
	};
	return html
		.replace(STYLE, (style) =>
			style.replace(CSS_LINK, (_whole, mark: string, target: string) => `url(${mark}${resolve(target)}${mark})`),
		)
		.replace(LINK, (_whole, before: string, target: string, after: string) => `${before}${resolve(target)}${after}`);
}
