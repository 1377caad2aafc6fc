import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { visit } from '../browser/visit.ts';
import { launch } from '../chromium.ts';
import { ask } from './pages.ts';

const { url } = inject('site');
let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(async () => {
	await browser?.close();
});

/** How wide each of the first paragraphs is, set in one line. */
const WIDTHS = `[...document.querySelectorAll('main .article > p, main .article-head > .dek')].slice(0, 8).map((paragraph) => {
	paragraph.style.whiteSpace = 'nowrap';
	const range = document.createRange();
	range.selectNodeContents(paragraph);
	return range.getBoundingClientRect().width;
})`;
/** As if the font came now: a page that was drawn without it does not take it up by itself. */
const arrive = `(async () => {
	const face = new FontFace('Source Serif 4', 'url("${url}fonts/source-serif-4.woff2")', { weight: '400 700' });
	document.fonts.add(await face.load());
	await document.fonts.ready;
})()`;

it.each([
	{ name: 'the-strike', width: 800 },
	{ name: 'the-displaced', width: 1280 },
])('paragraphs of $name at $width px are as wide without the font as with it', async ({ name, width }) => {
	const { page, close } = await visit(browser, 'about:blank', { width });
	let blocked = true;
	await page.setRequestInterception(true);
	page.on('request', (request) => {
		void (blocked && request.url().endsWith('.woff2') ? request.abort() : request.continue());
	});
	await page.goto(`${url}explainers/${name}/`);
	const without = await ask<readonly number[]>(page, WIDTHS);
	blocked = false;
	await ask(page, arrive);
	const within = await ask<readonly number[]>(page, WIDTHS);
	await close();
	expect(within).toHaveLength(8);
	// Another face: not to the pixel. Unfitted, DejaVu Serif is an eighth wider.
	expect(within).not.toEqual(without);
	for (const [at, width] of within.entries()) expect(Math.abs((without[at] ?? 0) / width - 1)).toBeLessThan(0.03);
});
