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

interface Paragraph {
	readonly lines: number;
	readonly width: number;
}
/** Of the first paragraphs: how many lines each has, and how wide its first words are. */
const PARAGRAPHS = `[...document.querySelectorAll('main .article > p, main .article-head > .dek')].slice(0, 8).map((paragraph) => {
	const { blockSize, lineHeight } = getComputedStyle(paragraph);
	const range = document.createRange();
	range.selectNodeContents(paragraph);
	return { lines: Math.round(parseFloat(blockSize) / parseFloat(lineHeight)), width: range.getClientRects()[0].width };
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
])('paragraphs of $name at $width px have as many lines without the font as with it', async ({ name, width }) => {
	const { page, close } = await visit(browser, 'about:blank', { width });
	let blocked = true;
	await page.setRequestInterception(true);
	page.on('request', (request) => {
		void (blocked && request.url().endsWith('.woff2') ? request.abort() : request.continue());
	});
	await page.goto(`${url}explainers/${name}/`);
	const without = await ask<readonly Paragraph[]>(page, PARAGRAPHS);
	blocked = false;
	await ask(page, arrive);
	const within = await ask<readonly Paragraph[]>(page, PARAGRAPHS);
	await close();
	expect(within).toHaveLength(8);
	expect(within.map((one) => one.width)).not.toEqual(without.map((one) => one.width));
	expect(within.map((one) => one.lines)).toEqual(without.map((one) => one.lines));
});
