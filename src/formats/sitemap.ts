import { type Ledger, siteOf } from '../ledger/ledger.ts';
import { routesIn } from '../routes.ts';
import { escapeMarkup } from './escape.ts';
import { absolute, fullAddress } from './site.ts';

const file = (root: string, entries: readonly string[]): string =>
	`<?xml version="1.0" encoding="utf-8"?>\n<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n${entries.join('\n')}\n</${root}>\n`;

/** `sitemap.xml`: every page, with the day of its last change where the content says one. None without an address. */
export function sitemap(ledger: Ledger, site: string): string {
	if (!site) return '';
	const urls = routesIn(ledger).flatMap(({ path, found, changed }) => {
		const day = changed ? `<lastmod>${changed}</lastmod>` : '';
		return found ? `<url><loc>${escapeMarkup(absolute(site, path))}</loc>${day}</url>` : [];
	});
	return file('urlset', urls);
}

/** `sitemap-index.xml`, which search engines are told of. None without an address. */
export const sitemapIndex = (site: string): string =>
	site && file('sitemapindex', [`<sitemap><loc>${escapeMarkup(absolute(site, '/sitemap.xml'))}</loc></sitemap>`]);

/** `robots.txt`: everything may be read. */
export const robots = (site: string): string =>
	`User-agent: *\nAllow: /\n${site && `\nSitemap: ${absolute(site, '/sitemap-index.xml')}\n`}`;

/** The last day on which the content changed, as its pages say. */
export function lastChanged(ledger: Ledger): string {
	const days = [...ledger.explainers.values(), ...ledger.pages.values()].map(({ updated }) => updated);
	return days.sort().at(-1) ?? '2026-01-01';
}

/**
 * `security.txt` (RFC 9116): the editors' address if they named one, else the page that says whom to tell. It ends a year
 * after the last change of the content: a site nobody tends says so. There is none where nobody can be named.
 */
export function securityText(ledger: Ledger, site: string): string {
	const contact = siteOf(ledger).contact ?? fullAddress(site, '/about/#report');
	if (contact === undefined) return '';
	const day = lastChanged(ledger);
	// 28 February stands in for a leap day, which the next year does not have.
	const end = `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace('-02-29', '-02-28')}`;
	return [
		`Contact: ${contact}`,
		`Expires: ${end}T00:00:00Z`,
		'Preferred-Languages: en',
		...(site ? [`Canonical: ${absolute(site, '/.well-known/security.txt')}`] : []),
		'',
	].join('\n');
}
