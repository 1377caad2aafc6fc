import { type Kind, kindRow, kinds, namesFor } from './ledger/kinds.ts';
import { type Ledger, recordsOf } from './ledger/ledger.ts';
import { address, recordAt } from './ledger/link.ts';

/** One address of the site. Pages, sitemap, desk, search and releases read this table and know no other. */
export interface Route {
	/** From the site's root: `/claims/x/` for a page, `/claims/x.json` for a file. */
	readonly path: string;
	/** The record that it shows or gives away, where it is one. */
	readonly record?: { readonly kind: Kind; readonly id: string };
	/** true for a page that is meant to be found: it stands in the sitemap. */
	readonly found: boolean;
	/** The day of its last change, where the content says one. */
	readonly changed?: string;
}

/** What is asked of a record: the desk knows no more of one that it cannot read whole. */
export interface Listed {
	readonly id: string;
	readonly draft?: boolean | undefined;
	readonly updated?: string | undefined;
	/** Of the site: the parts of the list of ceasefires that have a page each. */
	readonly parts?: readonly { readonly id: string }[] | undefined;
}

/** The records of a kind in their order. */
export type Listing = (kind: Kind) => Iterable<Listed>;

/** Files that give one record away, from the site's root. */
export const filesOf = (kind: Kind, id: string): readonly string[] => {
	const { files } = kindRow(kind);
	return files === undefined ? [] : namesFor(files, id);
};

/** Kinds whose records have a page each, in the order of the sitemap, with the pages that stand before and behind. */
const order = [
	'/explainers/',
	'explainer',
	'/ceasefires/',
	'ceasefire',
	'/charts/',
	'chart',
	'map',
	'/claims/',
	'claim',
	'/sources/',
	'source',
	'/actors/',
	'/glossary/',
	'/unknown/',
	'/data/',
	'/search/',
	'/about/',
] as const;

/** Tables of the data package beside the series, by name. */
export const tables = ['claims', 'ceasefires', 'ceasefire-events', 'actors', 'places', 'sources', 'measures'] as const;

/** Files that are there whatever the content. */
const alone = [
	'/404.html',
	'/.well-known/security.txt',
	'/ceasefires.csv',
	'/ceasefires.ics',
	'/ceasefires.json',
	'/data/datapackage.json',
	'/feed.json',
	'/feed.xml',
	'/manifest.json',
	'/robots.txt',
	'/search.json',
	'/site.webmanifest',
	'/sitemap-index.xml',
	'/sitemap.xml',
];

/** Kinds of record of which a link shows a picture. */
const pictured = ['explainer', 'chart', 'map', 'ceasefire'] as const;

/** The picture of the front page, and of pages without one of their own. */
export const frontPicture = '/share/front.png';

/** Address of the picture that sites put beside a link. */
export const sharePath = (kind: (typeof pictured)[number], id: string): string =>
	`/share${address(kind, id).slice(0, -1)}.png`;

/** Address of a part of the list of ceasefires. */
export const partPath = (id: string): string => `/ceasefires/only/${id}/`;

/** The address at which a chart stands alone, for other sites to show. */
export const embedPath = (id: string): string => `/embed/${id}/`;

/**
 * What goes where a record's page goes: its files, its picture, its place in other sites; for a page that shows no
 * record, nothing.
 * @param page `/charts/x/`
 */
export function belongings(page: string): readonly string[] {
	const { kind, id } = recordAt(page) ?? {};
	if (kind === undefined || id === undefined) return [];
	return [
		...filesOf(kind, id),
		...pictured.filter((one) => one === kind).map((one) => sharePath(one, id)),
		...(kind === 'chart' ? [embedPath(id)] : []),
	];
}

/** Every address of a ledger's site. */
export const routesIn = (ledger: Ledger): readonly Route[] =>
	routesOf((kind) => recordsOf(ledger, kind).values() as Iterable<Listed>);

/**
 * Every address of the site, those of the sitemap first and in its order. Drafts have none.
 */
export function routesOf(list: Listing): readonly Route[] {
	const shown = (kind: Kind) => [...list(kind)].filter(({ draft }) => !draft);
	const latest = shown('explainer')
		.map(({ updated = '' }) => updated)
		.sort()
		.at(-1);
	const updated = (id: string) => shown('page').find((one) => one.id === id)?.updated;
	const changes: Readonly<Record<string, string | undefined>> = { '/explainers/': latest, '/about/': updated('about') };
	const page = (path: string, changed?: string): Route => ({ path, found: true, ...(changed ? { changed } : {}) });
	const of = (kind: Kind, { id, updated }: Listed): Route => ({
		...page(address(kind, id), updated),
		record: { kind, id },
	});
	const other = (path: string): Route => ({ path, found: false });
	return [
		page('/', [updated('front') ?? '', latest ?? ''].sort().at(-1)),
		...order.flatMap((one) =>
			one.startsWith('/') ? [page(one, changes[one])] : shown(one as Kind).map((record) => of(one as Kind, record)),
		),
		...[...list('site')].flatMap(({ parts = [] }) => parts.map(({ id }) => other(partPath(id)))),
		...kinds.flatMap((kind) =>
			shown(kind).flatMap(({ id }) =>
				filesOf(kind, id).map((path): Route => ({ ...other(path), record: { kind, id } })),
			),
		),
		...tables.map((name) => other(`/data/${name}.csv`)),
		...[...shown('chart'), ...shown('map')].map(({ id }) => other(embedPath(id))),
		other(frontPicture),
		...pictured.flatMap((kind) => shown(kind).map(({ id }) => other(sharePath(kind, id)))),
		...alone.map(other),
	];
}
