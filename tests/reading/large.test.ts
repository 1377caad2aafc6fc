import axe from 'axe-core';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../browser/axe.ts';
import { kindsOfPages, resize, visit } from '../browser/visit.ts';
import { launch } from '../chromium.ts';
import { ask, BEYOND, CUT } from './pages.ts';

const { url, below } = inject('site');
const paths = kindsOfPages().map((path) => ({ path }));
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

const WORDS = `document.querySelector('main').innerText.replace(/\\s+/g, ' ').length`;
/** Text alone at twice its size, as Firefox and Safari zoom it: boxes keep the width that they have. */
const DOUBLED = `(() => {
	const sizes = [...document.querySelectorAll('body *')].map((one) => [one, parseFloat(getComputedStyle(one).fontSize)]);
	for (const [one, size] of sizes) one.style.setProperty('font-size', size * 2 + 'px', 'important');
})()`;
const SIZE = `parseFloat(getComputedStyle(document.documentElement).fontSize)`;
const homeOf = (path: string): string => (path === '404.html' ? below : url);

describe('text at 200 % and zoom at 400 %', () => {
	it.each(paths)('lose nothing on /$path', async ({ path }) => {
		const { page, close } = await visit(browser, homeOf(path) + path, { width: 1280 });
		const words = await ask<number>(page, WORDS);
		const found: string[] = [];

		const twice = await visit(large, homeOf(path) + path, { width: 1280 });
		expect(await ask<number>(twice.page, SIZE)).toBeGreaterThanOrEqual(32);
		found.push(...(await ask<string[]>(twice.page, BEYOND)).map((what) => `200 %: ${what}`));
		found.push(...(await ask<string[]>(twice.page, CUT)).map((what) => `200 %, cut off: ${what}`));
		found.push(...(await resize(twice.page, 360, 780)));
		found.push(...(await ask<string[]>(twice.page, BEYOND)).map((what) => `200 % at 360 px: ${what}`));
		await twice.close();

		// 1,280 by 1,024 pixels at 400 %.
		found.push(...(await resize(page, 320, 256)));
		found.push(...(await ask<string[]>(page, BEYOND)).map((what) => `400 %: ${what}`));
		found.push(...(await ask<string[]>(page, CUT)).map((what) => `400 %, cut off: ${what}`));
		const left = await ask<number>(page, WORDS);
		// Drawings for narrow windows carry a little less text than those for wide ones.
		if (left < words * 0.95) found.push(`400 %: ${left} of ${words} characters are left`);

		found.push(...(await resize(page, 360, 780)));
		await ask(page, DOUBLED);
		found.push(...(await ask<string[]>(page, BEYOND)).map((what) => `text alone at 200 %, 360 px: ${what}`));
		await close();
		expect(found).toEqual([]);
	});
});

describe('targets', () => {
	it.each(paths)('are 24 px or apart from others on /$path', async ({ path }) => {
		const { page, close } = await visit(browser, homeOf(path) + path, { width: 360, touch: true });
		await ask(page, axe.source);
		const found = await violations(page, ['target-size']);
		await close();
		expect(found).toEqual([]);
	});
});
