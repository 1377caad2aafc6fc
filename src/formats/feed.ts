import { type Ledger, siteOf } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { plainText } from '../prose/words.ts';
import { corrections } from './corrections.ts';
import { escapeMarkup } from './escape.ts';
import { sha256 } from './hash.ts';
import { explainerHtml } from './markdown.ts';
import { writeJson } from './records.ts';
import { absolute } from './site.ts';

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

/** Explainers with their full text, and corrections; the latest first. Drafts are left out. */
function items(ledger: Ledger, site: string): readonly Item[] {
	const articles = [...ledger.explainers.values()]
		.filter((explainer) => !explainer.draft)
		.map((explainer): Item => {
			const url = absolute(site, address('explainer', explainer.id));
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
	return [...articles, ...corrected].sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : 0));
}

const moment = (day: string): string => `${day}T00:00:00Z`;

/** The Atom feed (RFC 4287), whole. Its dates are the content's. */
export function atomFeed(ledger: Ledger, site: string): string {
	const all = items(ledger, site);
	const latest = all[0]?.day ?? '1970-01-01';
	const entry = (item: Item) =>
		[
			'<entry>',
			`<id>${escapeMarkup(item.id)}</id>`,
			`<title>${escapeMarkup(item.title)}</title>`,
			`<link rel="alternate" type="text/html" href="${escapeMarkup(item.url)}"/>`,
			...(item.published ? [`<published>${moment(item.published)}</published>`] : []),
			`<updated>${moment(item.day)}</updated>`,
			`<summary>${escapeMarkup(item.summary)}</summary>`,
			`<content type="html">${escapeMarkup(item.html)}</content>`,
			'</entry>',
		].join('\n');
	return `${[
		'<?xml version="1.0" encoding="utf-8"?>',
		'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
		`<id>${escapeMarkup(permanent(site))}</id>`,
		`<title>${escapeMarkup(siteOf(ledger).title)}</title>`,
		`<subtitle>${escapeMarkup(siteOf(ledger).description)}</subtitle>`,
		`<link rel="self" type="application/atom+xml" href="${escapeMarkup(absolute(site, '/feed.xml'))}"/>`,
		`<link rel="alternate" type="text/html" href="${escapeMarkup(absolute(site, '/'))}"/>`,
		`<updated>${moment(latest)}</updated>`,
		`<author><name>${escapeMarkup(siteOf(ledger).title)}</name></author>`,
		'<rights>Our words: CC BY 4.0</rights>',
		...all.map(entry),
		'</feed>',
	].join('\n')}\n`;
}

/** The same as a JSON feed, version 1.1. */
export function jsonFeed(ledger: Ledger, site: string): string {
	return writeJson({
		version: 'https://jsonfeed.org/version/1.1',
		title: siteOf(ledger).title,
		description: siteOf(ledger).description,
		...(site ? { home_page_url: site, feed_url: absolute(site, '/feed.json') } : {}),
		language: 'en',
		authors: [{ name: siteOf(ledger).title, ...(site ? { url: site } : {}) }],
		items: items(ledger, site).map((item) => ({
			id: item.id,
			...(site ? { url: item.url } : {}),
			title: item.title,
			summary: item.summary,
			content_html: item.html,
			...(item.published ? { date_published: moment(item.published) } : {}),
			date_modified: moment(item.day),
		})),
	});
}
