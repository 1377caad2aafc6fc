import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, inject, it } from 'vitest';
import { launch } from '../chromium.ts';
import { visit } from './visit.ts';

const { url } = inject('site');
let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(async () => {
	await browser?.close();
});

const FIELD = 'site-search input';
const focused = (page: Page): Promise<string> =>
	page.evaluate(`document.activeElement?.getAttribute('href') ?? document.activeElement?.localName`) as Promise<string>;
const results = (page: Page): Promise<readonly string[]> =>
	page.$$eval('.search-results a', (links) => links.map((link) => link.getAttribute('href') ?? ''));

async function search(page: Page, words: string): Promise<readonly string[]> {
	await page.type(FIELD, words);
	await page.waitForSelector(`.search-results[aria-label="Results for ${words}"] a`);
	return results(page);
}

it('finds a question, is walked by keys alone and runs under the site’s policy', async () => {
	const { page, faults, close } = await visit(browser, `${url}search/`, { width: 1280 });
	const [first = '', second = ''] = await search(page, 'how many died');
	expect(first).toMatch(/^\.\.\/explainers\/the-strike\//);
	expect(second).toMatch(/^\.\.\/claims\/strike-killed-[a-z-]+\/$/);
	await page.keyboard.press('Enter');
	expect(await focused(page)).toBe(first);
	expect(await page.evaluate('location.search')).toBe('?q=how%20many%20died');
	await page.keyboard.press('ArrowDown');
	expect(await focused(page)).toBe(second);
	await page.keyboard.press('ArrowUp');
	await page.keyboard.press('ArrowUp');
	expect(await focused(page)).toBe('input');
	await page.keyboard.press('Escape');
	await page.waitForFunction(`!document.querySelector('.search-results a') && location.search === ''`);
	expect(faults).toEqual([]);
	await close();
});

it('brings the results back to those who come back', async () => {
	const { page, close } = await visit(browser, `${url}search/`, { width: 360 });
	const found = await search(page, 'Failak');
	await page.keyboard.press('Enter');
	await Promise.all([page.waitForNavigation(), page.keyboard.press('Enter')]);
	expect(await page.evaluate(() => location.href)).toContain('/actors/#faylaq-al-sham');
	await page.goBack();
	await page.waitForSelector('.search-results a');
	expect(await results(page)).toEqual(found);
	await close();
});

it('lists everything for those without script', async () => {
	const { page, close } = await visit(browser, `${url}search/`, { width: 1280, script: false });
	expect(await page.$(FIELD)).toBeNull();
	const listed = await page.$$eval('.everything a', (links) => links.length);
	expect(listed).toBeGreaterThan(400);
	await close();
});
