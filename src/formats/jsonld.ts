import { machineDate, toDate } from '../ledger/date.ts';
import {
	type Ceasefire,
	type Chart,
	type Claim,
	type Explainer,
	type Ledger,
	type Series,
	type Source,
	siteOf,
} from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { plainText } from '../prose/words.ts';
import { escapeScript } from './escape.ts';
import { recordFile } from './records.ts';
import { absolute } from './site.ts';

/** Linked data for a page, in schema.org's words. */
export type LinkedData = Readonly<Record<string, unknown>>;

const ours = 'https://creativecommons.org/licenses/by/4.0/';
/** Where the site has no address, what is described has no name but its own. */
const base = (type: string, url: string) => ({
	'@context': 'https://schema.org',
	'@type': type,
	...(url.startsWith('/') ? {} : { '@id': url, url }),
});
const publisher = (ledger: Ledger, site: string) => ({
	'@type': 'Organization',
	name: siteOf(ledger).title,
	...(site ? { url: site } : {}),
});

/** Text for a `<script type="application/ld+json">`: nothing in it can end the element. */
export const linkedDataText = (data: LinkedData): string => escapeScript(data);

/** An explainer's page: an article by the site, as of the day it speaks from. */
export function articleData(ledger: Ledger, site: string, explainer: Explainer): LinkedData {
	return {
		...base('Article', absolute(site, address('explainer', explainer.id))),
		headline: explainer.title,
		description: plainText(ledger, explainer.dek),
		...(explainer.published ? { datePublished: explainer.published } : {}),
		dateModified: explainer.updated,
		temporalCoverage: explainer.asOf,
		inLanguage: 'en',
		isAccessibleForFree: true,
		license: ours,
		author: publisher(ledger, site),
		publisher: publisher(ledger, site),
	};
}

function dataset(
	ledger: Ledger,
	site: string,
	url: string,
	name: string,
	description: string,
	series: readonly Series[],
): LinkedData {
	const dates = series.flatMap(({ rows }) => rows.map((row) => row.date)).sort((a, b) => toDate(a).min - toDate(b).min);
	const [first] = dates;
	const last = dates.at(-1);
	const places = [...new Set(series.flatMap(({ place }) => (place ? (ledger.places.get(place)?.name ?? []) : [])))];
	return {
		...base('Dataset', url),
		name,
		description,
		inLanguage: 'en',
		isAccessibleForFree: true,
		creator: [...new Set(series.map(({ provider }) => provider))].map((provider) => ({
			'@type': 'Organization',
			name: provider,
		})),
		publisher: publisher(ledger, site),
		...(first && last ? { temporalCoverage: `${machineDate(first)}/${machineDate(last)}` } : {}),
		...(places.length > 0 ? { spatialCoverage: places } : {}),
		variableMeasured: [...new Set(series.map(({ measure }) => ledger.measures.get(measure)?.label))],
		license: [...new Set(series.map(({ licence }) => (licence === 'CC BY 4.0' ? ours : licence)))],
		distribution: series.map(({ id }) => ({
			'@type': 'DataDownload',
			encodingFormat: 'text/csv',
			contentUrl: absolute(site, `/data/${id}.csv`),
		})),
	};
}

/** What a chart's page describes: a chart as declared, or a drawing of the ceasefires. */
type Described = Pick<Chart, 'id' | 'title' | 'summary'> & { readonly series?: readonly string[] };

/** A chart's page: the data behind it. One without series is described by its own table. */
export function chartData(ledger: Ledger, site: string, chart: Described): LinkedData {
	const ids = chart.series ?? [];
	const series = ids.flatMap((id) => ledger.series.get(id) ?? []);
	const data = dataset(
		ledger,
		site,
		absolute(site, address('chart', chart.id)),
		plainText(ledger, chart.title),
		plainText(ledger, chart.summary),
		series,
	);
	if (series.length > 0) return data;
	return {
		...data,
		creator: publisher(ledger, site),
		license: ours,
		distribution: [
			{ '@type': 'DataDownload', encodingFormat: 'text/csv', contentUrl: absolute(site, `/charts/${chart.id}.csv`) },
		],
	};
}

/** The page of all downloads. */
export function catalogData(ledger: Ledger, site: string): LinkedData {
	return {
		...base('DataCatalog', absolute(site, '/data/')),
		name: `${siteOf(ledger).title}: data`,
		license: ours,
		publisher: publisher(ledger, site),
		dataset: [...ledger.series.values()].map((series) =>
			dataset(ledger, site, absolute(site, address('series', series.id)), series.title, series.definition, [series]),
		),
	};
}

/** The list of ceasefires: each by its page, which says the rest. */
export function ceasefireListData(ledger: Ledger, site: string): LinkedData {
	return {
		...base('ItemList', absolute(site, '/ceasefires/')),
		name: 'Ceasefires',
		numberOfItems: ledger.ceasefires.size,
		itemListElement: [...ledger.ceasefires.values()].map(({ id, name }, index) => ({
			'@type': 'ListItem',
			position: index + 1,
			name,
			url: absolute(site, address('ceasefire', id)),
		})),
	};
}

/** A ceasefire's page: an event, its brokers as organisers; without an end where none is known. */
export function ceasefireData(ledger: Ledger, site: string, ceasefire: Ceasefire): LinkedData {
	const { inForce, ended } = ceasefire;
	const organizers = ceasefire.brokers.flatMap((id) => ledger.actors.get(id) ?? []);
	return {
		...base('Event', absolute(site, address('ceasefire', ceasefire.id))),
		name: ceasefire.name,
		description: plainText(ledger, ceasefire.outcome),
		startDate: machineDate(inForce),
		...(ended ? { endDate: machineDate(ended) } : {}),
		location: { '@type': 'Place', name: plainText(ledger, ceasefire.scope) },
		...(organizers.length > 0
			? {
					organizer: organizers.map(({ name, kind }) => ({
						'@type': kind === 'person' ? 'Person' : 'Organization',
						name,
					})),
				}
			: {}),
	};
}

const work = (source: Source): LinkedData => ({
	'@type': source.kind === 'dataset' ? 'Dataset' : source.kind === 'article' ? 'NewsArticle' : 'CreativeWork',
	name: source.title,
	...(source.publisher === 'Unknown' ? {} : { publisher: { '@type': 'Organization', name: source.publisher } }),
	...(source.published ? { datePublished: machineDate(source.published) } : {}),
	...(source.url ? { url: source.url } : {}),
});

/** A claim's page: its words, who said them, and the work they stand in. */
export function claimData(ledger: Ledger, site: string, claim: Claim): LinkedData {
	const actor = claim.saidBy === undefined ? undefined : ledger.actors.get(claim.saidBy);
	const source = ledger.sources.get(claim.source);
	return {
		...base('Claim', absolute(site, address('claim', claim.id))),
		name: claim.statement,
		text: claim.quote ?? claim.statement,
		...(claim.said ? { datePublished: machineDate(claim.said) } : {}),
		...(actor ? { author: { '@type': actor.kind === 'person' ? 'Person' : 'Organization', name: actor.name } } : {}),
		...(source ? { appearance: work(source) } : {}),
		encoding: {
			'@type': 'MediaObject',
			encodingFormat: 'application/json',
			contentUrl: absolute(site, recordFile('claim', claim.id)),
		},
	};
}
