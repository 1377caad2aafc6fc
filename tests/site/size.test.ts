import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { across, icon, readSite, type Site, type SitePage } from './pages.ts';

/** Bytes over the wire, with brotli where hosts use it. */
const FIRST_VIEW = 14_600;
const PAGE = 60_000;
const SCRIPT = 12_000;

let site: Site;
beforeAll(async () => {
	site = readSite(inject('site').folder);
});

const brotli = (data: string | Buffer, quality: number = constants.BROTLI_MAX_QUALITY): number =>
	brotliCompressSync(data, { params: { [constants.BROTLI_PARAM_QUALITY]: quality } }).length;
/** A pass that is quick and never too small: most pages need no exact weight. */
const QUICK = 5;
const weighed = new Map<string, number>();

function weigh(file: string): number {
	const known = weighed.get(file);
	if (known !== undefined) return known;
	const data = readFileSync(join(site.folder, file));
	const size = /\.(?:woff2|png|jpe?g|webp|avif)$/.test(file) ? data.length : brotli(data);
	weighed.set(file, size);
	return size;
}

/** The page for what is not there names its files from the root of the host. */
const fileOf = (page: SitePage, address: string): string =>
	decodeURIComponent(new URL(address, `https://example.org${page.path}`).pathname).replace(
		page.path === '/404.html' ? /^\/a\/b\// : /^\//,
		'',
	);

/** Files the browser loads with the page: style sheets, scripts with what they import, fonts, pictures. */
function loaded(page: SitePage): {
	readonly styles: readonly string[];
	readonly scripts: readonly string[];
	readonly other: readonly string[];
} {
	const all = (selector: string, name: string) =>
		[...page.document.querySelectorAll(selector)].map((element) => fileOf(page, element.getAttribute(name) ?? ''));
	const scripts = new Set(all('script[src]', 'src'));
	for (const file of scripts) {
		const text = readFileSync(join(site.folder, file), 'utf8');
		for (const [, address = ''] of text.matchAll(/(?:from|import)\s*"(\.[^"]+)"/g))
			scripts.add(new URL(address, `https://example.org/${file}`).pathname.slice(1));
	}
	return {
		styles: all('link[rel=stylesheet]', 'href'),
		scripts: [...scripts],
		other: [
			...all('link[rel=preload]', 'href'),
			...all('img[src]', 'src'),
			...all(`link[rel=icon]:not([href="${icon}"])`, 'href'),
		],
	};
}

const sum = (files: readonly string[]): number => files.reduce((total, file) => total + weigh(file), 0);

describe('a page', () => {
	it(`weighs up to its first figure or table at most ${FIRST_VIEW} bytes, blocking style included`, () => {
		const heavy = across(site, function* (page) {
			if (!page.path.startsWith('/explainers/') && page.path !== '/') return;
			const figure = page.html.search(/<(?:figure|table)[\s>]/);
			const start = brotli(page.html.slice(0, figure === -1 ? undefined : figure)) + sum(loaded(page).styles);
			if (start > FIRST_VIEW) yield `${start} bytes`;
		});
		expect(heavy).toEqual([]);
	});

	it(`weighs at most ${PAGE} bytes with all it loads`, () => {
		const heavy = across(site, function* (page) {
			const { styles, scripts, other } = loaded(page);
			const rest = sum(styles) + sum(scripts) + sum(other);
			if (brotli(page.html, QUICK) + rest <= PAGE) return;
			const total = brotli(page.html) + rest;
			if (total > PAGE) yield `${total} bytes, of them ${brotli(page.html)} for the page itself`;
		});
		expect(heavy).toEqual([]);
	});

	it(`loads at most ${SCRIPT} bytes of script`, () => {
		const heavy = across(site, function* (page) {
			const total = sum(loaded(page).scripts);
			if (total > SCRIPT) yield `${total} bytes`;
		});
		expect(heavy).toEqual([]);
	});
});
