import { beforeAll, describe, expect, inject, it } from 'vitest';
import { SITE_URL } from './global-setup.ts';
import { across, icon, readSite, type Site } from './pages.ts';

let site: Site;
beforeAll(async () => {
	site = readSite(inject('site').folder);
});

const isEmbed = (path: string): boolean => path.startsWith('/embed/');

/** A drawing is hidden from assistive technology, since its table says the same, or has a name. */
const isQuiet = (svg: Element): boolean =>
	['aria-label', 'aria-labelledby'].some((name) => svg.getAttribute(name)) ||
	svg.getAttribute('aria-hidden') === 'true';

describe('every page', () => {
	it('is there', () => {
		expect(site.pages.length).toBeGreaterThan(100);
		const paths = new Set(site.pages.map(({ path }) => path));
		for (const path of [
			'/',
			'/explainers/',
			'/ceasefires/',
			'/charts/',
			'/claims/',
			'/sources/',
			'/actors/',
			'/unknown/',
			'/data/',
			'/search/',
			'/about/',
			'/404.html',
		]) {
			expect(paths).toContain(path);
		}
	});

	it('gives each id once', () => {
		const twice = across(site, function* ({ document }) {
			const seen = new Set<string>();
			for (const { id } of document.querySelectorAll('[id]')) {
				if (seen.has(id)) yield `id="${id}" is there twice`;
				seen.add(id);
			}
		});
		expect(twice).toEqual([]);
	});

	it('has one h1 and leaves out no level of headings', () => {
		const wrong = across(site, function* ({ document, path }) {
			const levels = [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(({ localName }) =>
				Number(localName[1]),
			);
			const firsts = levels.filter((level) => level === 1).length;
			if (firsts !== 1 && !isEmbed(path)) yield `${firsts} h1`;
			for (const [at, level] of levels.entries()) {
				const before = levels[at - 1] ?? (isEmbed(path) ? level : 0);
				if (level > before + 1) yield `h${level} after h${before}`;
			}
		});
		expect(wrong).toEqual([]);
	});

	it('says its language, title, description and canonical address', () => {
		const wrong = across(site, function* ({ document, path }) {
			if (!document.documentElement.getAttribute('lang')) yield 'no lang';
			if (!document.querySelector('title')?.textContent?.trim()) yield 'no title';
			if (!document.querySelector('meta[name=viewport]')) yield 'no viewport';
			const hidden = document.querySelector('meta[name=robots][content*=noindex]');
			if (isEmbed(path) || hidden) return;
			if (!document.querySelector('meta[name=description]')?.getAttribute('content')?.trim()) yield 'no description';
			const canonical = document.querySelector('link[rel=canonical]')?.getAttribute('href');
			if (canonical !== `${SITE_URL}${path.slice(1)}`) yield `canonical is ${canonical}`;
		});
		expect(wrong).toEqual([]);
	});

	it('has a title of its own', () => {
		// Sources are named as they were published, and copies of one text share a title.
		const titles = Map.groupBy(
			site.pages.filter(({ path }) => !isEmbed(path) && !path.startsWith('/sources/')),
			({ document }) => document.querySelector('title')?.textContent ?? '',
		);
		expect(
			[...titles]
				.filter(([, pages]) => pages.length > 1)
				.map(([title, pages]) => `${title}: ${pages.map(({ path }) => path).join(' ')}`),
		).toEqual([]);
	});

	it('has no inline style, handler or script, and carries its policy', () => {
		const wrong = across(site, function* ({ document }) {
			for (const element of document.querySelectorAll('*')) {
				for (const { name } of element.attributes) {
					if (name === 'style' || name.startsWith('on')) yield `<${element.localName} ${name}>`;
				}
			}
			for (const script of document.querySelectorAll('script')) {
				const data = script.getAttribute('type') === 'application/ld+json';
				if (!data && (!script.getAttribute('src') || script.textContent?.trim())) yield 'a script inside the page';
			}
			if (!document.querySelector('meta[http-equiv=content-security-policy]')) yield 'no policy';
		});
		expect(wrong).toEqual([]);
	});

	it('loads nothing from elsewhere', () => {
		const foreign = across(site, function* ({ document, html }) {
			const loaders =
				'img, script, iframe, source, video, audio, track, embed, object, use, image, link:not([rel=canonical]):not([rel=alternate]):not([rel=license])';
			for (const element of document.querySelectorAll(loaders)) {
				for (const name of ['src', 'href', 'data', 'srcset', 'xlink:href']) {
					const address = element.getAttribute(name);
					if (address && address !== icon && /^(?:[a-z][a-z0-9+.-]*:|\/\/)/i.test(address))
						yield `<${element.localName} ${name}="${address}">`;
				}
			}
			for (const [address] of html.matchAll(/(?:url\(|@import)\s*["']?(?:https?:)?\/\/[^)"']*/g)) yield address;
		});
		expect(foreign).toEqual([]);
	});

	it('has alternative text, labelled fields and header cells', () => {
		const wrong = across(site, function* ({ document }) {
			for (const image of document.querySelectorAll('img:not([alt])')) yield `no alt: ${image.getAttribute('src')}`;
			for (const table of document.querySelectorAll('table'))
				if (!table.querySelector('th')) yield 'a table without header cells';
			for (const button of document.querySelectorAll('button')) {
				if (!button.textContent?.trim() && !button.getAttribute('aria-label')) yield 'a button without a name';
			}
			for (const anchor of document.querySelectorAll('a[href]')) {
				// The link of a heading to itself is for pointers alone: no reader hears it, no Tab key stops at it.
				if (anchor.matches('.anchor[aria-hidden="true"][tabindex="-1"]')) continue;
				if (!anchor.textContent?.trim() && !anchor.getAttribute('aria-label'))
					yield `a link without words: ${anchor.getAttribute('href')}`;
			}
		});
		expect(wrong).toEqual([]);
	});

	it('leaves no reference, placeholder or missing value in its text', () => {
		const wrong = across(site, function* ({ document }) {
			// Code for reference managers has braces of its own.
			const text = [
				...document.querySelectorAll('h1, h2, h3, p, li, td, th, dt, dd, summary, figcaption, button, title'),
			]
				.filter((element) => !element.closest('pre'))
				.map((element) => element.textContent)
				.join('\n');
			for (const [found] of text.matchAll(
				/\bundefined\b|\bNaN\b|\[object \w+\]|\{\{[^}]*\}\}|<(?:Claim|Value|Term|Actor)\b/g,
			))
				yield found;
		});
		expect(wrong).toEqual([]);
	});
});

describe('every figure', () => {
	it('has a title, a summary, drawings hidden from screen readers or named, a table and a source', () => {
		let count = 0;
		const tabled = new Set(
			site.pages
				.filter(({ document }) => document.querySelector('figure table tbody tr'))
				.map(({ path }) => `${SITE_URL}${path.slice(1)}`),
		);
		const wrong = across(site, function* ({ document, path }) {
			for (const figure of document.querySelectorAll('figure.figure:not(.map)')) {
				count += 1;
				const name = figure.id || 'a figure';
				// In another site's frame the figure is the page; what opens the front page shows its words to no eye twice. The
				// table of both is a link away.
				const opens = figure.classList.contains('opening');
				const titled = isEmbed(path)
					? document.querySelector('h1')?.textContent?.trim()
					: opens
						? figure.getAttribute('aria-label')
						: document.getElementById(figure.getAttribute('aria-labelledby') ?? '')?.textContent?.trim();
				if (!titled) yield `${name} has no title`;
				const summary = figure.querySelector(opens ? 'figcaption .visually-hidden' : '.figure-summary');
				if (!summary?.textContent?.trim()) yield `${name} has no summary`;
				if (!figure.querySelector('svg')) yield `${name} has no drawing`;
				for (const svg of figure.querySelectorAll('svg'))
					if (!isQuiet(svg)) yield `${name}: a drawing is neither hidden nor named`;
				const away = [...figure.querySelectorAll('a[href]')].map(
					(anchor) => new URL(anchor.getAttribute('href') ?? '', `${SITE_URL}${path.slice(1)}`).href,
				);
				const table =
					isEmbed(path) || opens ? away.some((to) => tabled.has(to)) : figure.querySelector('table tbody tr');
				if (!table) yield `${name} has no table`;
				if (!figure.querySelector('.figure-source')?.textContent?.includes('ource')) yield `${name} has no source`;
			}
		});
		expect(wrong).toEqual([]);
		expect(count).toBeGreaterThan(5);
	});

	it('that is a map says in words what it shows, and whose the outlines are', () => {
		const wrong = across(site, function* ({ document }) {
			for (const map of document.querySelectorAll('figure.map')) {
				if (!map.querySelector('svg')) yield 'no drawing';
				for (const svg of map.querySelectorAll('svg')) if (!isQuiet(svg)) yield 'a drawing is neither hidden nor named';
				if (!map.querySelector('details p')?.textContent?.trim()) yield 'no words';
				if (!map.querySelector('.figure-source')?.textContent?.trim()) yield 'no source';
			}
		});
		expect(wrong).toEqual([]);
	});

	it('shows the same points in every one of its drawings; a map for a phone may leave some out', () => {
		const wrong = across(site, function* ({ document }) {
			for (const figure of document.querySelectorAll('figure.figure')) {
				const of = (drawing: Element) =>
					new Set([...drawing.querySelectorAll('[data-point]')].map((mark) => mark.getAttribute('data-point')));
				const drawings = [...figure.querySelectorAll('svg')];
				const [first, ...others] = drawings.filter((one) => !one.matches('.drawing-narrow:has(.map-sea)')).map(of);
				if (first && others.some((other) => first.symmetricDifference(other).size > 0))
					yield `${figure.id}: its drawings show other points`;
				if (first && drawings.some((one) => !of(one).isSubsetOf(first))) yield `${figure.id}: one shows more points`;
				if (drawings.some((one) => first?.size && of(one).size === 0)) yield `${figure.id}: one shows no point`;
			}
		});
		expect(wrong).toEqual([]);
	});
});
