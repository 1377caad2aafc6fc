import type { Browser, HTTPRequest, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { visit } from '../browser/visit.ts';
import { launch } from '../chromium.ts';
import { readSite } from '../site/pages.ts';
import { builtFigures } from './figures.ts';

const { url, folder } = inject('site');
const pages = readSite(folder)
	.pages.filter(({ path }) => /^\/(charts\/.|explainers\/|$)/.test(path))
	.filter(({ document }) => document.querySelector('.drawing'))
	.map(({ path }) => path.slice(1));
const own = [...new Set(builtFigures(folder).map(({ page }) => page))].filter((page) => page.startsWith('charts/'));
let browser: Browser;
/** As a reader has it who has set the browser's text to 200 %. */
let large: Browser;
beforeAll(async () => {
	browser = await launch();
	large = await launch(['--blink-settings=defaultFontSize=32']);
});
afterAll(async () => {
	await browser?.close();
	await large?.close();
});

/** What a reader's tool may set, by WCAG 1.4.12. */
const SPACING = '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }';

/** Two texts of a drawing that a reader sees one over the other, as "a / b"; the boxes may touch. */
const overlaps = (page: Page): Promise<readonly string[]> =>
	page.evaluate(() => {
		const found: string[] = [];
		for (const svg of document.querySelectorAll('.drawing svg')) {
			const texts = [...svg.querySelectorAll('text')].flatMap((text) => {
				const lines = text.querySelectorAll('tspan');
				return (lines.length > 0 ? [...lines] : [text]).map((line) => ({
					text,
					words: line.textContent ?? '',
					box: line.getBoundingClientRect(),
				}));
			});
			const seen = texts.filter(({ box }) => box.width > 0);
			for (const [at, a] of seen.entries()) {
				for (const b of seen.slice(at + 1)) {
					if (a.text === b.text) continue;
					const across = Math.min(a.box.right, b.box.right) - Math.max(a.box.left, b.box.left);
					// A line box is taller than its letters.
					const down = Math.min(a.box.bottom, b.box.bottom) - Math.max(a.box.top, b.box.top);
					if (across > 1 && down > 3) found.push(`${svg.id}: ${a.words} / ${b.words}`);
				}
			}
		}
		return found;
	});

const smallest = (page: Page): Promise<number> =>
	page.evaluate(() => {
		const sizes = [...document.querySelectorAll('.drawing svg')]
			.filter((svg) => svg.getClientRects().length > 0)
			.flatMap((svg) => {
				const scale = svg.getBoundingClientRect().width / ((svg as SVGSVGElement).viewBox.baseVal.width || 1);
				return [...svg.querySelectorAll('text')].map((text) => Number(text.getAttribute('font-size') ?? '16') * scale);
			});
		return Math.min(...sizes);
	});

describe.each(pages)('/%s', (page) => {
	it('has labels of 12 px or more that never overlap, from 360 to 1920 px, at 200 % text and with text spacing', async () => {
		const { page: tab, close } = await visit(browser, `${url}${page}`, { width: 360 });
		const twice = await visit(large, `${url}${page}`, { width: 360 });
		for (const width of [360, 768, 1280, 1920]) {
			await tab.setViewport({ width, height: 800 });
			await twice.page.setViewport({ width, height: 800 });
			expect(await overlaps(tab), `${width} px`).toEqual([]);
			expect(await overlaps(twice.page), `${width} px, 200 %`).toEqual([]);
			expect(Math.round((await smallest(tab)) * 10) / 10, `${width} px`).toBeGreaterThanOrEqual(12);
			expect(await smallest(twice.page), `${width} px, 200 %`).toBeGreaterThan((await smallest(tab)) * 1.3);
		}
		await tab.evaluate((rules) => {
			// Through the object model: the site's policy lets no style in.
			const sheet = new CSSStyleSheet();
			sheet.replaceSync(rules);
			document.adoptedStyleSheets = [sheet];
		}, SPACING);
		for (const width of [360, 768, 1280]) {
			await tab.setViewport({ width, height: 800 });
			expect(await overlaps(tab), `${width} px, spaced`).toEqual([]);
		}
		await close();
		await twice.close();
	});
});

// Once for each figure: on its own page.
describe.each(own)('/%s', (page) => {
	it('looks the same at rest with script, without it, with scripts blocked by policy, and when they fail', async () => {
		const shot = async (prepare: (tab: Page) => Promise<void>, script: boolean, policy?: string): Promise<string> => {
			// Wide enough for the wide drawing, and too narrow for the web font: whether one arrives in time must not decide.
			const { page: tab, close } = await visit(browser, 'about:blank', { width: 700, script });
			const answer = async (request: HTTPRequest): Promise<void> => {
				if (request.resourceType() !== 'document') return request.continue();
				const body = await (await fetch(request.url())).text();
				const headers = { 'content-security-policy': policy ?? '' };
				return request.respond({ status: 200, contentType: 'text/html; charset=utf-8', headers, body });
			};
			if (policy !== undefined) {
				await tab.setRequestInterception(true);
				// What is asked for while the tab closes needs no answer; a page without one does not load, and that fails.
				tab.on('request', (request) => void answer(request).catch(() => undefined));
			}
			await prepare(tab);
			await tab.goto(`${url}${page}`, { waitUntil: 'load' });
			const clip = await tab.$('traced-chart');
			// At rest is what stays: a busy machine may still be painting when the page has loaded.
			let image = await clip?.screenshot({ encoding: 'base64' });
			for (let before: typeof image; before !== image; ) {
				before = image;
				image = await clip?.screenshot({ encoding: 'base64' });
			}
			const rows = await tab.$$('traced-chart tbody tr');
			expect(rows.length).toBeGreaterThan(0);
			await close();
			return String(image);
		};
		const still = async () => {};
		const plain = await shot(still, false);
		expect(plain.length).toBeGreaterThan(1000);
		const same = async (picture: Promise<string>): Promise<boolean> => (await picture) === plain;
		expect(await same(shot(still, true)), 'with script').toBe(true);
		expect(await same(shot(still, true, "script-src 'none'")), 'with scripts blocked').toBe(true);
		const failing = async (tab: Page): Promise<void> => {
			await tab.evaluateOnNewDocument('customElements.define = () => { throw new Error("early") };');
		};
		expect(await same(shot(failing, true)), 'when scripts fail').toBe(true);
	});
});
