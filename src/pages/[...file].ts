import type { APIRoute, GetStaticPaths } from 'astro';
import { drawFigure, figureIds } from '../charts/figures.ts';
import { csvFile, jsonFile, svgFile } from '../charts/file.ts';
import { ceasefiresIcs } from '../formats/calendar.ts';
import { ceasefiresCsv, dataPackage, tableCsv } from '../formats/datapackage.ts';
import { atomFeed, jsonFeed } from '../formats/feed.ts';
import { leaveFiles, type SiteFile } from '../formats/files.ts';
import { explainerMarkdown } from '../formats/markdown.ts';
import { ceasefiresJson, recordFiles, writeJson } from '../formats/records.ts';
import { searchData } from '../formats/searchable.ts';
import { figurePicture } from '../formats/share/embed-chart.ts';
import { picture } from '../formats/share/picture.ts';
import { shareCards } from '../formats/share.ts';
import { fullAddress, siteAddress } from '../formats/site.ts';
import { robots, securityText, sitemap, sitemapIndex } from '../formats/sitemap.ts';
import { dataTables } from '../formats/tables.ts';
import { webManifest } from '../formats/webmanifest.ts';
import { type Ledger, siteOf } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { getLedger, published } from '../site-ledger.ts';
import { drawingStyle } from '../styles/marks.ts';

type Write = SiteFile[1];

const drawn = (svg: string, scale: number) => picture(svg, scale, import.meta.env.KEPT);

const alone = (ledger: Ledger): Readonly<Record<string, Write>> => ({
	'.well-known/security.txt': (site) => securityText(ledger, site),
	'ceasefires.csv': () => ceasefiresCsv(ledger),
	'ceasefires.ics': (site) => ceasefiresIcs(ledger, site),
	'ceasefires.json': (site) => ceasefiresJson(ledger, site),
	'data/datapackage.json': (site) => writeJson(dataPackage(ledger, site)),
	'feed.json': (site) => jsonFeed(ledger, site),
	'feed.xml': (site) => atomFeed(ledger, site),
	'robots.txt': (site) => robots(site),
	'search.json': () => JSON.stringify(searchData(ledger)),
	'site.webmanifest': () => webManifest(siteOf(ledger)),
	'sitemap-index.xml': (site) => sitemapIndex(site),
	'sitemap.xml': (site) => sitemap(ledger, site),
});

/** The files of one figure. */
function ofFigure(ledger: Ledger, id: string): Readonly<Record<string, Write>> {
	const figure = () => drawFigure(ledger, id);
	const page = (site: string) => fullAddress(site, address('chart', id));
	return {
		[`charts/${id}.csv`]: () => csvFile(figure()),
		[`charts/${id}.json`]: (site) => jsonFile(ledger, figure(), page(site)),
		[`charts/${id}.svg`]: (site) => svgFile(ledger, figure(), drawingStyle, page(site)),
		[`charts/${id}.png`]: (site) => drawn(figurePicture(ledger, figure(), drawingStyle, page(site)), 2),
	};
}

/** Every file of the site that is no page. */
function filesOf(ledger: Ledger): readonly SiteFile[] {
	const explainers = published(ledger);
	const cards = [...shareCards(ledger, explainers, drawingStyle)];
	return [
		...Object.entries(alone(ledger)),
		...figureIds(ledger).flatMap((id) => Object.entries(ofFigure(ledger, id))),
		...explainers.map((one): SiteFile => [`explainers/${one.id}.md`, (site) => explainerMarkdown(ledger, one, site)]),
		...dataTables(ledger).map((table): SiteFile => [`data/${table.name}.csv`, () => tableCsv(table)]),
		...recordFiles(ledger).map(({ path, write }): SiteFile => [path.slice(1), write]),
		...cards.map(([path, card]): SiteFile => [`share/${path}.png`, () => drawn(card(), 1)]),
	];
}

export const getStaticPaths: GetStaticPaths = () => {
	const files = filesOf(getLedger());
	if (import.meta.env.DEV) return files.map(([file, write]) => ({ params: { file }, props: { write } }));
	leaveFiles(files);
	return [];
};

export const GET: APIRoute<{ readonly write: Write }> = ({ props, params, site }) => {
	const type = params['file']?.endsWith('.png') ? { headers: { 'content-type': 'image/png' } } : {};
	return new Response(props.write(siteAddress(site?.href)) || null, type);
};
