import { figureIds } from '../charts/figures.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { escapeMarkup } from './escape.ts';
import { absolute } from './site.ts';

export interface SitePage {
	/** From the site's root. */
	readonly path: string;
	/** The day of its last change, where the content says one. */
	readonly changed?: string;
}

/** Every page that is meant to be found, in order. Drafts, embeds and the page for what is not there are left out. */
export function sitePages(ledger: Ledger): readonly SitePage[] {
	const of = (kind: 'source' | 'claim' | 'ceasefire' | 'chart', ids: Iterable<string>) =>
		[...ids].map((id) => ({ path: address(kind, id) }));
	const explainers = [...ledger.explainers.values()]
		.filter((explainer) => !explainer.draft)
		.map(({ id, updated }) => ({ path: address('explainer', id), changed: updated }));
	const latest = explainers
		.map(({ changed }) => changed)
		.sort()
		.at(-1);
	const dated = (path: string, changed: string | undefined): SitePage => (changed ? { path, changed } : { path });
	return [
		dated('/', [ledger.pages.get('front')?.updated ?? '', latest ?? ''].sort().at(-1) || undefined),
		dated('/explainers/', latest),
		...explainers,
		{ path: '/ceasefires/' },
		...of('ceasefire', ledger.ceasefires.keys()),
		{ path: '/charts/' },
		...of('chart', figureIds(ledger)),
		{ path: '/claims/' },
		...of('claim', ledger.claims.keys()),
		{ path: '/sources/' },
		...of('source', ledger.sources.keys()),
		{ path: '/actors/' },
		{ path: '/unknown/' },
		{ path: '/data/' },
		{ path: '/search/' },
		dated('/about/', ledger.pages.get('about')?.updated),
	];
}

const head = '<?xml version="1.0" encoding="utf-8"?>';
const namespace = 'http://www.sitemaps.org/schemas/sitemap/0.9';

/** `sitemap.xml`: every page, with the day of its last change where the content says one. */
export function sitemap(ledger: Ledger, site: string): string {
	const urls = sitePages(ledger).map(
		({ path, changed }) =>
			`<url><loc>${escapeMarkup(absolute(site, path))}</loc>${changed ? `<lastmod>${changed}</lastmod>` : ''}</url>`,
	);
	return `${[head, `<urlset xmlns="${namespace}">`, ...urls, '</urlset>'].join('\n')}\n`;
}

/** `sitemap-index.xml`, which search engines are told of. */
export function sitemapIndex(site: string): string {
	const loc = escapeMarkup(absolute(site, '/sitemap.xml'));
	return `${[head, `<sitemapindex xmlns="${namespace}">`, `<sitemap><loc>${loc}</loc></sitemap>`, '</sitemapindex>'].join('\n')}\n`;
}

/** `robots.txt`: everything may be read. */
export const robots = (site: string): string =>
	`User-agent: *\nAllow: /\n\nSitemap: ${absolute(site, '/sitemap-index.xml')}\n`;

/** The last day on which the content changed, as its pages say. */
export function lastChanged(ledger: Ledger): string {
	const days = [...ledger.explainers.values(), ...ledger.pages.values()].map(({ updated }) => updated);
	return days.sort().at(-1) ?? '2026-01-01';
}

/**
 * `security.txt` (RFC 9116): the editors' address if they named one, else the page that says whom to tell. It ends a year
 * after the last change of the content: a site nobody tends says so.
 */
export function securityText(ledger: Ledger, site: string): string {
	const day = lastChanged(ledger);
	// 28 February stands in for a leap day, which the next year does not have.
	const end = `${Number(day.slice(0, 4)) + 1}${day.slice(4).replace('-02-29', '-02-28')}`;
	return [
		`Contact: ${ledger.pages.get('about')?.contact ?? absolute(site, '/about/#report')}`,
		`Expires: ${end}T00:00:00Z`,
		'Preferred-Languages: en',
		`Canonical: ${absolute(site, '/.well-known/security.txt')}`,
		'',
	].join('\n');
}
