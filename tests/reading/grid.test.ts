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

/** Left and right edges of what a reader sees first of each kind, in whole pixels. */
const EDGES = `Object.fromEntries(
	Object.entries({ name: 'header a', title: 'h1', text: 'main p', figure: 'main .figure .drawing svg', foot: 'footer p' }).flatMap(([key, selector]) => {
		const boxes = [...document.querySelectorAll(selector)].map((element) => element.getBoundingClientRect());
		const box = boxes.find(({ width }) => width > 1);
		return box ? [[key, { left: Math.round(box.left), right: Math.round(box.right) }]] : [];
	}),
)`;

const paths = ['', 'explainers/the-strike/', 'ceasefires/', 'charts/strike-killed/', 'charts/', 'claims/', 'about/'];

it.each(paths.map((path) => ({ path })))(
	'name, title, text, figures and foot share their edges on /$path',
	async ({ path }) => {
		const { page, close } = await visit(browser, url + path, { width: 360 });
		for (const width of [360, 768, 1280, 1920]) {
			await page.setViewport({ width, height: 900 });
			const edges = await ask<Record<string, { readonly left: number; readonly right: number }>>(page, EDGES);
			expect(new Set(Object.values(edges).map(({ left }) => left)).size, `${width} px: ${JSON.stringify(edges)}`).toBe(
				1,
			);
			if (edges['figure']) expect(edges['figure'].right, `${width} px`).toBe(edges['foot']?.right);
			if (edges['figure'] && width >= 1280)
				expect(edges['figure'].right - edges['figure'].left, `${width} px`).toBeGreaterThan(1000);
		}
		await close();
	},
);

it.each([
	[360, 780],
	[1280, 800],
] as const)('the front page shows its opening drawing without scrolling at %i × %i', async (width, height) => {
	const { page, close } = await visit(browser, url, { width, height });
	const bottom = `Math.min(...[...document.querySelectorAll('main .opening svg')].map((drawing) => drawing.getBoundingClientRect().bottom).filter((bottom) => bottom > 0))`;
	expect(await ask<number>(page, bottom)).toBeLessThanOrEqual(height);
	await close();
});
