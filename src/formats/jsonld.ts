import { machineDate, toDate } from '../ledger/date.ts';
import { type Ledger, type Records, siteOf } from '../ledger/ledger.ts';
import { plainText } from '../prose/words.ts';
import { recordFile } from './records.ts';
import { absolute, recordUrl } from './site.ts';

/** Linked data for a page, in schema.org's words. What is undefined is not written. */
export type LinkedData = Readonly<Record<string, unknown>>;

const ours = 'https://creativecommons.org/licenses/by/4.0/';
/** Where the site has no address, what is described has no name but its own. */
const base = (type: string, url: string): LinkedData => ({
	'@context': 'https://schema.org',
	'@type': type,
	...(url.startsWith('/') ? {} : { '@id': url, url }),
});
const agent = ({ name, kind }: Pick<Records['actor'], 'name'> & Partial<Records['actor']>): LinkedData => ({
	'@type': kind === 'person' ? 'Person' : 'Organization',
	name,
});
const publisher = (ledger: Ledger, site: string): LinkedData => ({
	...agent({ name: siteOf(ledger).title }),
	url: site || undefined,
});
const file = (type: string, encodingFormat: string, contentUrl: string): LinkedData => ({
	'@type': type,
	encodingFormat,
	contentUrl,
});
const table = (url: string) => file('DataDownload', 'text/csv', url);
const dateOf = (date: string | undefined) => (date === undefined ? undefined : machineDate(date));

/** Text for a `<script type="application/ld+json">`: no "<" in it, so that nothing can end the element or open a comment. */
export const linkedDataText = (data: LinkedData): string =>
	JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');

/** An explainer's page: an article by the site, as of the day it speaks from. */
export const articleData = (ledger: Ledger, site: string, explainer: Records['explainer']): LinkedData => ({
	...base('Article', recordUrl(site, 'explainer', explainer.id)),
	headline: explainer.title,
	description: plainText(ledger, explainer.dek),
	datePublished: explainer.published,
	dateModified: explainer.updated,
	temporalCoverage: explainer.asOf,
	inLanguage: 'en',
	isAccessibleForFree: true,
	license: ours,
	author: publisher(ledger, site),
	publisher: publisher(ledger, site),
});

/** What a chart's page describes: a chart as declared, or a drawing of the ceasefires. */
type Described = Pick<Records['chart'], 'id' | 'title' | 'summary'> & { readonly series?: readonly string[] };

/** A chart's page: the data behind it. One without series is described by its own table. */
export function chartData(
	ledger: Ledger,
	site: string,
	{ id, title, summary, series: ids = [] }: Described,
): LinkedData {
	const series = ids.flatMap((one) => ledger.series.get(one) ?? []);
	const dates = series.flatMap(({ rows }) => rows.map((row) => row.date)).sort((a, b) => toDate(a).min - toDate(b).min);
	const places = new Set(series.flatMap(({ place = '' }) => ledger.places.get(place)?.name ?? []));
	const data = {
		...base('Dataset', recordUrl(site, 'chart', id)),
		name: plainText(ledger, title),
		description: plainText(ledger, summary),
		inLanguage: 'en',
		isAccessibleForFree: true,
		creator: [...new Set(series.map(({ provider }) => provider))].map((name) => agent({ name })),
		publisher: publisher(ledger, site),
		temporalCoverage: dates.length > 0 ? `${dateOf(dates[0])}/${dateOf(dates.at(-1))}` : undefined,
		spatialCoverage: places.size > 0 ? [...places] : undefined,
		variableMeasured: [...new Set(series.map(({ measure }) => ledger.measures.get(measure)?.label))],
		license: [...new Set(series.map(({ licence }) => (licence === 'CC BY 4.0' ? ours : licence)))],
		distribution: series.map((one) => table(absolute(site, `/data/${one.id}.csv`))),
	};
	if (series.length > 0) return data;
	const distribution = [table(absolute(site, `/charts/${id}.csv`))];
	return { ...data, creator: publisher(ledger, site), license: ours, distribution };
}

/** The list of ceasefires: each by its page, which says the rest. */
export const ceasefireListData = (ledger: Ledger, site: string): LinkedData => ({
	...base('ItemList', absolute(site, '/ceasefires/')),
	name: 'Ceasefires',
	numberOfItems: ledger.ceasefires.size,
	itemListElement: [...ledger.ceasefires.values()].map(({ id, name }, index) => ({
		'@type': 'ListItem',
		position: index + 1,
		name,
		url: recordUrl(site, 'ceasefire', id),
	})),
});

/** A ceasefire's page: an event, its brokers as organisers; without an end where none is known. */
export function ceasefireData(ledger: Ledger, site: string, ceasefire: Records['ceasefire']): LinkedData {
	const organizers = ceasefire.brokers.flatMap((id) => ledger.actors.get(id) ?? []);
	return {
		...base('Event', recordUrl(site, 'ceasefire', ceasefire.id)),
		name: ceasefire.name,
		description: plainText(ledger, ceasefire.outcome),
		startDate: dateOf(ceasefire.inForce),
		endDate: dateOf(ceasefire.ended),
		location: { '@type': 'Place', name: plainText(ledger, ceasefire.scope) },
		organizer: organizers.length > 0 ? organizers.map(agent) : undefined,
	};
}

const work = (source: Records['source']): LinkedData => ({
	'@type': source.kind === 'dataset' ? 'Dataset' : source.kind === 'article' ? 'NewsArticle' : 'CreativeWork',
	name: source.title,
	publisher: source.publisher === 'Unknown' ? undefined : agent({ name: source.publisher }),
	datePublished: dateOf(source.published),
	url: source.url,
});

/** A claim's page: its words, who said them, and the work they stand in. */
export function claimData(ledger: Ledger, site: string, claim: Records['claim']): LinkedData {
	const actor = ledger.actors.get(claim.saidBy ?? '');
	const source = ledger.sources.get(claim.source);
	return {
		...base('Claim', recordUrl(site, 'claim', claim.id)),
		name: claim.statement,
		text: claim.quote ?? claim.statement,
		datePublished: dateOf(claim.said),
		author: actor && agent(actor),
		appearance: source && work(source),
		encoding: file('MediaObject', 'application/json', absolute(site, recordFile('claim', claim.id))),
	};
}
