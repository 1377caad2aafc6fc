import { parse as parseCsv } from 'csv-parse/sync';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { parseAtomFeed, parseJsonFeed } from 'feedsmith';
import { parseHTML } from 'linkedom';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { beforeAll, describe, expect, it } from 'vitest';
import { ceasefiresIcs } from '../../src/formats/calendar.ts';
import { dataPackage, tableCsv } from '../../src/formats/datapackage.ts';
import { atomFeed, jsonFeed } from '../../src/formats/feed.ts';
import { articleData, ceasefireData, chartData, claimData, linkedDataText } from '../../src/formats/jsonld.ts';
import { explainerMarkdown } from '../../src/formats/markdown.ts';
import { recordFiles, writeJson } from '../../src/formats/records.ts';
import { robots, securityText, sitemap, sitemapIndex } from '../../src/formats/sitemap.ts';
import { dataTables } from '../../src/formats/tables.ts';
import { type Explainer, type Ledger, siteOf } from '../../src/ledger/ledger.ts';
import { components } from '../../src/prose/dialect.ts';
import { routesIn } from '../../src/routes.ts';
import { ownEntries, ownLedger, planted } from '../support/own-content.ts';

const site = 'https://a.example/b/';
/** Means something to a parser of each format that is written. */
const hostile =
	'=HYPERLINK("x")|A0\r\nBEGIN:VEVENT\r\nSet-Cookie: a=b\n---\n# No\n\n"\'`><script>alert(1)</script><img src=x onerror=alert(1)></p></entry>]]>--><!--\u2028{x} [a](javascript:alert(1)) $(y) \\ &lt;b&gt; \u0000\u000b';

/** The ledger with the hostile text in every string of every record that its schema lets pass. */
function hostileLedger(): { readonly ledger: Ledger; readonly count: number } {
	const own = ownLedger();
	let count = 0;
	const records = <T extends { readonly id: string }>(
		kind: Parameters<typeof planted>[0]['kind'],
		map: ReadonlyMap<string, T>,
	) =>
		new Map(
			[...map].map(([id, record]) => {
				const { id: _id, body, rows, ...data } = record as T & { body?: unknown; rows?: unknown };
				const result = planted({ kind, data }, () => hostile);
				count += result.count;
				const rest = { ...(body === undefined ? {} : { body }), ...(rows === undefined ? {} : { rows }) };
				return [id, { id, ...(result.data as object), ...rest } as unknown as T] as const;
			}),
		);
	const explainers = [...records('explainer', own.explainers)].map(
		([id, one]) =>
			[
				id,
				{
					...one,
					corrections: [{ date: '2026-01-02', what: hostile, why: hostile, old: hostile, new: hostile }],
				} satisfies Explainer,
			] as const,
	);
	const ledger: Ledger = {
		sources: records('source', own.sources),
		actors: records('actor', own.actors),
		places: records('place', own.places),
		measures: records('measure', own.measures),
		topics: records('topic', own.topics),
		terms: records('term', own.terms),
		claims: records('claim', own.claims),
		series: records('series', own.series),
		ceasefires: records('ceasefire', own.ceasefires),
		charts: own.charts,
		maps: own.maps,
		explainers: new Map(explainers),
		pages: records('page', own.pages),
		sites: own.sites,
		seeds: own.seeds,
	};
	return { ledger, count };
}

const ledgers: { name: string; ledger: Ledger; count: number }[] = [];
beforeAll(() => {
	ledgers.push({ name: 'own', ledger: ownLedger(), count: ownEntries().entries.length });
	ledgers.push({ name: 'hostile', ...hostileLedger() });
});
/** A draft is published nowhere, and may be a stub. */
const finished = (ledger: Ledger) => [...ledger.explainers.values()].filter((one) => !one.draft);
const each = (check: (ledger: Ledger, name: string) => void) => {
	for (const { ledger, name } of ledgers) check(ledger, name);
};

/** Elements and attributes that run something. */
function active(html: string): readonly string[] {
	const { document } = parseHTML(`<!doctype html><html><body>${html}</body></html>`);
	return [...document.body.querySelectorAll('*')].flatMap((element) => [
		...(/^(script|iframe|object|embed|style|img|form|base|link|meta)$/i.test(element.tagName) ? [element.tagName] : []),
		...[...element.attributes]
			.filter(({ name, value }) => /^on|^style$/i.test(name) || /^\s*javascript:/i.test(value))
			.map(({ name }) => name),
	]);
}

describe('what machines read, of our content and of a hostile one', () => {
	it('has the hostile text in many places', () => {
		expect(ledgers[1]?.count).toBeGreaterThan(2000);
	});

	it('Atom: well-formed, one entry for each explainer and correction, whole text, nothing active', () => {
		each((ledger, name) => {
			const xml = atomFeed(ledger, site);
			expect(XMLValidator.validate(xml)).toBe(true);
			const feed = parseAtomFeed(xml);
			const corrections = [...finished(ledger), ...ledger.pages.values()].flatMap((one) => one.corrections ?? []);
			expect(feed.entries?.length).toBe(finished(ledger).length + corrections.length);
			for (const entry of feed.entries ?? []) {
				expect(entry.id).toMatch(/^https:\/\/a\.example\/b\//);
				expect(active(entry.content?.value ?? '')).toEqual([]);
				expect((entry.content?.value ?? '').length).toBeGreaterThan(100);
			}
			const days = new Map((feed.entries ?? []).map((entry) => [entry.title?.value, entry.published]));
			for (const { title, published } of name === 'own' ? finished(ledger) : []) {
				expect(published, title).toMatch(/^\d{4}-\d\d-\d\d$/);
				expect(days.get(title), title).toBe(`${published}T00:00:00Z`);
			}
			expect((parseJsonFeed(jsonFeed(ledger, site)).items ?? []).map((item) => item.date_published)).toEqual(
				(feed.entries ?? []).map((entry) => entry.published),
			);
		});
	});

	it('JSON feed: as many items, nothing active, no component names', () => {
		each((ledger, name) => {
			const text = jsonFeed(ledger, site);
			const feed = parseJsonFeed(text);
			expect(feed.items?.length).toBe(parseAtomFeed(atomFeed(ledger, site)).entries?.length);
			const html = (feed.items ?? []).map((item) => item.content_html ?? '').join('');
			expect(active(html)).toEqual([]);
			if (name !== 'own') return;
			for (const component of components)
				expect(html).not.toMatch(new RegExp(`<${component.name}[\\s/>]|\\b(import|export) `));
			expect(html).not.toContain('{');
		});
	});

	it('sitemap: well-formed, every page once, dates from the content', () => {
		each((ledger) => {
			const xml = sitemap(ledger, site);
			expect(XMLValidator.validate(xml)).toBe(true);
			expect(XMLValidator.validate(sitemapIndex(site))).toBe(true);
			const urls = (new XMLParser().parse(xml) as { urlset: { url: { loc: string; lastmod?: string }[] } }).urlset.url;
			expect(urls.length).toBe(routesIn(ledger).filter(({ found }) => found).length);
			expect(new Set(urls.map(({ loc }) => loc)).size).toBe(urls.length);
			for (const { loc, lastmod } of urls) {
				expect(loc).toMatch(/^https:\/\/a\.example\/b\/([\w-]+\/){0,2}$/);
				if (lastmod !== undefined) expect(lastmod).toMatch(/^\d{4}-\d\d-\d\d$/);
			}
		});
	});

	it('robots.txt and security.txt have no line that nobody wrote', () => {
		each((ledger) => {
			expect(
				robots(site)
					.trim()
					.split('\n')
					.map((line) => line.split(':')[0]),
			).toEqual(['User-agent', 'Allow', '', 'Sitemap']);
			const lines = securityText(ledger, site)
				.trim()
				.split('\n')
				.map((line) => line.split(':')[0]);
			expect(lines).toEqual(['Contact', 'Expires', 'Preferred-Languages', 'Canonical']);
		});
	});

	it('security.txt names the editors once they have said where they are', () => {
		const [own] = ledgers;
		if (!own) throw new Error('There is no content.');
		const { contact: _, ...silent } = siteOf(own.ledger);
		const saying = (contact?: string) => ({
			...own.ledger,
			sites: new Map([['site', contact === undefined ? silent : { ...silent, contact }]]),
		});
		expect(securityText(saying('mailto:desk@a.example'), site)).toContain('Contact: mailto:desk@a.example\n');
		expect(securityText(saying('mailto:desk@a.example'), '')).not.toContain('Canonical');
		expect(securityText(saying(), site)).toContain(`Contact: ${site}about/#report\n`);
		expect(securityText(saying(), '')).toBe('');
	});

	it('feeds hold the latest hundred of many explainers', () => {
		const own = ownLedger();
		const [first] = own.explainers.values();
		if (!first) throw new Error('There is no explainer.');
		const many = Array.from({ length: 150 }, (_, at): [string, Explainer] => {
			const day = new Date(Date.UTC(2050, 0, 1 + at)).toISOString().slice(0, 10);
			return [`more-${at}`, { ...first, id: `more-${at}`, updated: day }];
		});
		const { items = [] } = parseJsonFeed(jsonFeed({ ...own, explainers: new Map(many) }, site));
		expect(items.map(({ url }) => /more-(\d+)/.exec(url ?? '')?.[1])).toEqual(
			Array.from({ length: 100 }, (_, at) => String(149 - at)),
		);
	});

	it('a site without an address names none: feeds keep ids of their own, and there is no sitemap', () => {
		each((ledger) => {
			expect(sitemap(ledger, '') + sitemapIndex('')).toBe('');
			expect(robots('')).not.toContain('Sitemap');
			const atom = atomFeed(ledger, '');
			expect(XMLValidator.validate(atom)).toBe(true);
			const ids = [...atom.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id);
			expect(new Set(ids).size).toBe(ids.length);
			expect(ids.filter((id) => !/^urn:sha256:[0-9a-f]{64}$/.test(id ?? ''))).toEqual([]);
			expect(JSON.parse(jsonFeed(ledger, ''))).not.toHaveProperty('home_page_url');
			expect(ceasefiresIcs(ledger, '')).not.toContain('\nURL:');
			expect(dataPackage(ledger, '')).not.toHaveProperty('homepage');
		});
	});

	it('CSV: every row has as many cells as the header, and no cell is a formula', () => {
		each((ledger) => {
			for (const table of dataTables(ledger)) {
				const rows = parseCsv(tableCsv(table)) as string[][];
				expect(rows.length, table.name).toBe(table.rows.length + 1);
				for (const row of rows.slice(1)) {
					expect(row.length, table.name).toBe(table.fields.length);
					for (const [index, cell] of row.entries())
						if (table.fields[index]?.type !== 'number') expect(cell).not.toMatch(/^[=+\-@\t\r]/);
				}
			}
		});
	});

	it('CSV: cells come back as they stand in the ledger', () => {
		const [own] = ledgers;
		for (const table of own ? dataTables(own.ledger) : []) {
			const rows = parseCsv(tableCsv(table)) as string[][];
			expect(rows.slice(1).map((row) => row.map((cell) => cell.replace(/^'(?=[=+\-@])/, '')))).toEqual(
				table.rows.map((row) => row.map((cell) => (cell === undefined || cell === null ? '' : String(cell)))),
			);
		}
	});

	it('data package: every table has a description for each field, a licence and a checksum', () => {
		each((ledger) => {
			const found = JSON.parse(writeJson(dataPackage(ledger, site))) as ReturnType<typeof dataPackage>;
			expect(found.resources.length).toBe(dataTables(ledger).length);
			for (const resource of found.resources) {
				expect(resource.name).toMatch(/^[-a-z0-9._]+$/);
				expect(resource.licenses.length).toBe(1);
				expect(resource.hash).toMatch(/^sha256:[0-9a-f]{64}$/);
				for (const field of resource.schema.fields)
					expect(field.description, `${resource.name}.${field.name}`).toBeTruthy();
			}
		});
	});

	it('records: JSON that reads back, with stable addresses and no text of a seed', () => {
		each((ledger) => {
			const seeds = [...ledger.seeds.values()];
			for (const { path, write } of recordFiles(ledger)) {
				const written = write(site);
				const { json } = JSON.parse(written) as { readonly json: string };
				expect(json).toBe(new URL(path.slice(1), site).href);
				for (const seed of seeds) expect(written).not.toContain(JSON.stringify(seed.slice(0, 400)).slice(1, -1));
			}
		});
	});

	it('linked data: cannot end its element, and reads back', () => {
		each((ledger) => {
			const all = [
				...[...ledger.explainers.values()].map((one) => articleData(ledger, site, one)),
				...[...ledger.charts.values()].map((one) => chartData(ledger, site, one)),
				...[...ledger.ceasefires.values()].map((one) => ceasefireData(ledger, site, one)),
				...[...ledger.claims.values()].map((one) => claimData(ledger, site, one)),
			];
			for (const data of all) {
				const text = linkedDataText(data);
				const { document } = parseHTML(
					`<html><body><script type="application/ld+json">${text}</script><p>after</p></body></html>`,
				);
				expect(document.querySelectorAll('script').length).toBe(1);
				expect(document.querySelector('p')?.textContent).toBe('after');
				expect(JSON.parse(document.querySelector('script')?.textContent ?? '')).toEqual(
					JSON.parse(JSON.stringify(data)),
				);
			}
		});
	});

	it('Markdown: no raw HTML, no component, the same headings whatever the text, every note in its place', () => {
		const reader = remark().use(remarkGfm);
		const kinds = (markdown: string) => {
			const counts = new Map<string, number>();
			const walk = (node: { readonly type: string; readonly children?: readonly unknown[] }): void => {
				counts.set(node.type, (counts.get(node.type) ?? 0) + 1);
				for (const child of node.children ?? []) walk(child as typeof node);
			};
			walk(reader.parse(markdown));
			return counts;
		};
		const [own, bad] = ledgers;
		if (!own || !bad) throw new Error('no ledgers');
		const texts = (ledger: Ledger) => finished(ledger).map((one) => explainerMarkdown(ledger, one, site));
		const good = texts(own.ledger).map(kinds);
		const hostiles = texts(bad.ledger).map(kinds);
		for (const [index, counts] of hostiles.entries()) {
			expect(counts.get('html'), `${index}`).toBeUndefined();
			for (const kind of ['table', 'thematicBreak', 'code'])
				expect(counts.get(kind), `${index} ${kind}`).toBe(good[index]?.get(kind));
			// The hostile explainers have a list of corrections under a heading of its own.
			for (const kind of ['heading', 'list'])
				expect(counts.get(kind), `${index} ${kind}`).toBe((good[index]?.get(kind) ?? 0) + 1);
		}
		for (const counts of good.slice(1)) {
			expect(counts.get('html')).toBeUndefined();
			expect(counts.get('footnoteDefinition') ?? 0).toBeGreaterThan(5);
			expect(counts.get('footnoteReference') ?? 0).toBeGreaterThanOrEqual(counts.get('footnoteDefinition') ?? 0);
		}
	});
});
