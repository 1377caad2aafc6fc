import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../chromium.ts';
import { violations } from './axe.ts';
import { emulate, kindsOfPages, resize, visit } from './visit.ts';

const { url, below } = inject('site');
const paths = kindsOfPages();
let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(async () => {
	await browser?.close();
});

/** The rules whose answer hangs on colours; all others see the same page in every scheme. */
const COLOURS = ['color-contrast', 'link-in-text-block'];

const scheme = (page: Page, value: 'light' | 'dark'): Promise<void> =>
	page.emulateMediaFeatures([
		{ name: 'prefers-color-scheme', value },
		{ name: 'prefers-reduced-motion', value: 'reduce' },
	]);

async function sideways(page: Page, width: number): Promise<readonly string[]> {
	const cut = await resize(page, width);
	const over = (await page.evaluate(
		`document.documentElement.scrollWidth - document.documentElement.clientWidth`,
	)) as number;
	return over > 0 ? [...cut, `at ${width} px it is ${over} px too wide`] : cut;
}

/** What a reader sees: length of the text (what scripts add to steer by left out), drawings of some size, tables. */
const SEEN = `({
	text: [...document.querySelectorAll('h1, h2, h3, p, li, td, th, dt, dd, figcaption, summary')]
		.filter((element) => !element.closest('form, fieldset, [role=toolbar], [role=status], .filter-slot') && element.getClientRects().length > 0)
		.reduce((sum, element) => sum + element.textContent.replace(/\\s+/g, ' ').trim().length, 0),
	drawings: [...document.querySelectorAll('.figure svg')].filter((svg) => svg.getBoundingClientRect().width > 100).length,
	tables: document.querySelectorAll('.figure table').length,
})`;
interface Seen {
	readonly text: number;
	readonly drawings: number;
	readonly tables: number;
}

/** Opens the first note of the page and says whether it has one. */
const OPENED = `(() => {
	document.querySelector('main [popovertarget]')?.click();
	return document.querySelector(':popover-open') !== null;
})()`;

/** What axe finds in an open note; nothing on a page without one. */
async function inNote(page: Page): Promise<readonly string[]> {
	const opened = (await page.evaluate(OPENED)) as boolean;
	const found = opened ? await violations(page, undefined, ':popover-open') : [];
	await page.keyboard.press('Escape');
	return found;
}

const SHIFT = `new Promise((done) => {
	let sum = 0;
	const observer = new PerformanceObserver(() => {});
	observer.observe({ type: 'layout-shift', buffered: true });
	requestAnimationFrame(() => requestAnimationFrame(() => {
		for (const entry of observer.takeRecords()) sum += entry.value;
		done(sum);
	}));
})`;

describe('the pages', () => {
	it('are there to look at', () => {
		expect(paths.length).toBeGreaterThan(15);
	});

	it.each(paths)('/%s', async (path) => {
		// The page for what is not there is written for one place of the site, the one it was built for.
		const home = path === '404.html' ? below : url;
		const { page, faults, close } = await visit(browser, home + path, { width: 1280 });
		const found: string[] = [];
		const withScript = (await page.evaluate(SEEN)) as Seen;

		await page.evaluate(axe.source);
		found.push(...(await violations(page)).map((what) => `1280 light: ${what}`));
		found.push(...(await inNote(page)).map((what) => `1280 light, in a note: ${what}`));
		await emulate(page, { 'forced-colors': 'active' });
		found.push(...(await violations(page)).map((what) => `1280 forced colours: ${what}`));
		await emulate(page, { 'forced-colors': 'none' });
		await scheme(page, 'dark');
		found.push(...(await violations(page, COLOURS)).map((what) => `1280 dark: ${what}`));
		found.push(...(await sideways(page, 768)), ...(await sideways(page, 360)));
		found.push(...(await violations(page)).map((what) => `360 dark: ${what}`));
		found.push(...(await inNote(page)).map((what) => `360 dark, in a note: ${what}`));
		await scheme(page, 'light');
		found.push(...(await violations(page, COLOURS)).map((what) => `360 light: ${what}`));
		found.push(...(await sideways(page, 320)), ...faults);
		await close();

		const small = await visit(browser, below + path, { width: 360, touch: true });
		const shift = (await small.page.evaluate(SHIFT)) as number;
		if (shift > 0.001) found.push(`at 360 px it shifts by ${shift.toFixed(3)} while it loads`);
		found.push(...small.faults.map((what) => `below a path: ${what}`));
		await small.close();

		// The search is the one thing that is a script; its page says so and offers another way.
		if (!path.startsWith('search')) {
			const plain = await visit(browser, home + path, { width: 1280, script: false });
			const without = (await plain.page.evaluate(SEEN)) as Seen;
			if (without.text < withScript.text * 0.99)
				found.push(`without script ${without.text} of ${withScript.text} characters are there`);
			if (without.drawings < withScript.drawings || without.tables < withScript.tables)
				found.push('without script a figure is lost');
			await plain.close();
		}
		expect(found).toEqual([]);
	});
});
