import { corrections } from '../ledger/corrections.ts';
import { type Ledger, publishedIn, siteOf } from '../ledger/ledger.ts';
import { remember } from '../ledger/remember.ts';
import { plainText } from '../prose/words.ts';
import { escapeMarkup } from './escape.ts';
import { sha256 } from './hash.ts';
import { explainerHtml } from './markdown.ts';
import { writeJson } from './records.ts';
import { absolute, recordUrl } from './site.ts';

interface Item {
	/** Permanent and unique. */
	readonly id: string;
	readonly url: string;
	readonly title: string;
	/** The day on which readers first had it, where the content says so. */
	readonly published: string | undefined;
	/** The day of the last change, from the content. */
	readonly day: string;
	readonly summary: string;
	readonly html: string;
}

/** An id that holds as it is: the full address, or a name made from the path where the site has no address. */
const permanent = (address: string): string => (/^https?:/.test(address) ? address : `urn:sha256:${sha256(address)}`);

/** More than readers of feeds keep; the full texts of a thousand explainers would make a file that hosts refuse. */
const MOST = 100;
const latestFirst = (a: string, b: string): number => (a < b ? 1 : a > b ? -1 : 0);

/** The latest explainers, with their full text, and corrections. Drafts are left out. Both feeds tell the same. */
const items = remember((ledger: Ledger) => remember((site: string) => itemsOf(ledger, site)));

function itemsOf(ledger: Ledger, site: string): readonly Item[] {
	const latest = publishedIn(ledger).toSorted((a, b) => latestFirst(a.updated, b.updated));
	const articles = latest.slice(0, MOST).map((explainer): Item => {
		const url = recordUrl(site, 'explainer', explainer.id);
		return {
			id: permanent(url),
			url,
			title: explainer.title,
			published: explainer.published,
			day: explainer.updated,
			summary: plainText(ledger, explainer.dek),
			html: explainerHtml(ledger, explainer, site),
		};
	});
	const corrected = corrections(ledger).map((entry): Item => {
		const page = absolute(site, entry.path);
		const change = entry.old && entry.new ? ` It read “${entry.old}”; it now reads “${entry.new}”.` : '';
		const words = `${entry.what}${change} ${entry.why}`;
		return {
			id: permanent(`${page}#correction-${entry.date}-${entry.number}`),
			url: `${page}#corrections`,
			title: `Correction: ${entry.title}`,
			published: entry.date,
			day: entry.date,
			summary: words,
			html: `<p>${escapeMarkup(words)}</p>`,
		};
	});
	return [...articles, ...corrected].sort((a, b) => latestFirst(a.day, b.day)).slice(0, MOST);
}

const moment = (day: string): string => `${day}T00:00:00Z`;
const element = (name: string, text: string, attributes = ''): string =>
	`<${name}${attributes}>${escapeMarkup(text)}</${name}>`;
const linkTo = (rel: string, type: string, href: string): string =>
	`<link rel="${rel}" type="${type}" href="${escapeMarkup(href)}"/>`;

/** The Atom feed (RFC 4287), whole. Its dates are the content's. */
export function atomFeed(ledger: Ledger, site: string): string {
	const all = items(ledger)(site);
	const { title, description } = siteOf(ledger);
	const entries = all.flatMap((item) => [
		'<entry>',
		element('id', item.id),
		element('title', item.title),
		linkTo('alternate', 'text/html', item.url),
		...(item.published ? [element('published', moment(item.published))] : []),
		element('updated', moment(item.day)),
		element('summary', item.summary),
		element('content', item.html, ' type="html"'),
		'</entry>',
	]);
	return `${[
		'<?xml version="1.0" encoding="utf-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
		element('id', permanent(site)),
		element('title', title),
		element('subtitle', description),
		linkTo('self', 'application/atom+xml', absolute(site, '/feed.xml')),
		linkTo('alternate', 'text/html', absolute(site, '/')),
		element('updated', moment(all[0]?.day ?? '1970-01-01')),
		`<author>${element('name', title)}</author>`,
		'<rights>Our words: CC BY 4.0</rights>',
		...entries,
		'</feed>',
	].join('\n')}\n`;
}

/** The same as a JSON feed, version 1.1. */
export function jsonFeed(ledger: Ledger, site: string): string {
	const { title, description } = siteOf(ledger);
	return writeJson({
		version: 'https://jsonfeed.org/version/1.1',
		title,
		description,
		...(site && { home_page_url: site, feed_url: absolute(site, '/feed.json') }),
		language: 'en',
		authors: [{ name: title, url: site || undefined }],
		items: items(ledger)(site).map((item) => ({
			id: item.id,
			url: site ? item.url : undefined,
			title: item.title,
			summary: item.summary,
			content_html: item.html,
			date_published: item.published && moment(item.published),
			date_modified: moment(item.day),
		})),
	});
}
