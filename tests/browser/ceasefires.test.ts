import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { siteOf } from '../../src/ledger/ledger.ts';
import { launch } from '../chromium.ts';
import { ask } from '../reading/pages.ts';
import { ownLedger } from '../support/own-content.ts';
import { type Screen, visit } from './visit.ts';

/** The list of ceasefires: its filter, its addresses, and what is left of it without script and on paper. */
const { url, folder } = inject('site');
interface Listed {
	readonly id: string;
	readonly inForce: string;
	readonly covers: string;
	readonly brokers: readonly string[];
}
const { ceasefires } = JSON.parse(readFileSync(join(folder, 'ceasefires.json'), 'utf8')) as {
	readonly ceasefires: readonly Listed[];
};
const { area, parts = [] } = siteOf(ownLedger());
const ALL = ceasefires.length;
const idsOf = (test: (one: Listed) => boolean) => ceasefires.filter(test).map(({ id }) => id);
const ELSEWHERE = idsOf(({ covers }) => covers === 'no');
const wide: Screen = { width: 1280, height: 900 };
let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(async () => {
	await browser?.close();
});

const SHOWN = `[...document.querySelectorAll('ol.ceasefires > li')].filter((entry) => entry.checkVisibility()).map(({ id }) => id)`;
const STATUS = `document.querySelector('#ceasefire-filter [aria-live]')?.textContent ?? ''`;
const shown = (page: Page) => ask<string[]>(page, SHOWN);

const open = (path: string, screen: Screen) => visit(browser, url + path, screen);

async function openFilter(query = '') {
	const visited = await visit(browser, `${url}ceasefires/${query}`, wide);
	await visited.page.waitForSelector('#ceasefire-filter select');
	return visited;
}

describe('the filter', () => {
	it('shows what is chosen by keyboard, says how many, and keeps it in the address', async () => {
		const { page, faults, close } = await openFilter();
		expect(await shown(page)).toHaveLength(ALL);
		await page.focus('#ceasefire-filter summary');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		await page.keyboard.press('End');
		await page.waitForFunction(`location.search === '?covers=elsewhere'`);
		const left = await shown(page);
		expect(left).toEqual(ELSEWHERE);
		expect(left).toContain('sochi-oct-2019');
		expect(await ask<string>(page, STATUS)).toBe(`${left.length} of ${ALL} shown`);
		// Six choices and a button, in the order in which they stand.
		const visited: string[] = [];
		for (let at = 0; at < 6; at++) {
			await page.keyboard.press('Tab');
			visited.push(await ask<string>(page, `document.activeElement.name || document.activeElement.textContent`));
		}
		expect(visited).toEqual(['type', 'broker', 'from', 'to', 'sort', 'Show all']);
		await page.keyboard.press('Enter');
		expect(await shown(page)).toHaveLength(ALL);
		expect(await ask<string>(page, `document.activeElement.textContent + location.search`)).toBe('Show all');
		await page.goBack();
		await page.waitForFunction(`location.search === '?covers=elsewhere'`);
		expect(await shown(page)).toEqual(left);
		expect(faults).toEqual([]);
		await close();
	});

	it('takes its state from the address, and shows all for one that says nothing', async () => {
		const { page, close } = await openFilter('?covers=idlib&broker=russia&from=2019&to=2020');
		const chosen = await ask<string>(
			page,
			`[...document.querySelectorAll('#ceasefire-filter select')].map(({ value }) => value).join(' ')`,
		);
		expect(chosen).toBe('idlib  russia 2019 2020 ');
		// What is chosen can be seen.
		expect(await ask<boolean>(page, `document.querySelector('.filter').checkVisibility()`)).toBe(true);
		const russian = idsOf(
			({ covers, brokers, inForce }) => covers !== 'no' && brokers.includes('russia') && /^(?:2019|2020)/.test(inForce),
		);
		expect(russian).toContain('moscow-2020');
		expect(await shown(page)).toEqual(russian);
		await close();
		const other = await openFilter('?covers=moon&from=soon');
		expect(await shown(other.page)).toHaveLength(ALL);
		expect(await ask<string>(other.page, STATUS)).toBe(`All ${ALL} shown`);
		await other.close();
	});

	it('writes what it reads, whatever the order of the address', async () => {
		const { page, close } = await openFilter('?sort=longest&broker=turkiye&from=2018&broker=russia');
		const both = await shown(page);
		await page.select('#ceasefire-filter select[name=covers]', 'idlib');
		expect(await ask<string>(page, 'location.search')).toBe(
			'?covers=idlib&broker=russia&broker=turkiye&from=2018&sort=longest',
		);
		await page.reload();
		expect(both).toEqual(expect.arrayContaining(await shown(page)));
		await page.goBack();
		await page.waitForFunction(`location.search.startsWith('?sort=longest')`);
		expect(await shown(page)).toEqual(both);
		await close();
	});

	it('sorts by length, the open ones last, and says what to do when nothing matches', async () => {
		const { page, close } = await openFilter('?sort=longest');
		const lengths = `[...document.querySelectorAll('ol.ceasefires > li')].map(({ dataset }) => dataset.held ?? '')`;
		const longest = await ask<string[]>(page, lengths);
		const known = longest.filter(Boolean).map(Number);
		expect(known).toEqual(known.toSorted((a, b) => b - a));
		expect(longest.indexOf('')).toBe(known.length);
		await page.select('#ceasefire-filter select[name=sort]', 'shortest');
		expect((await ask<string[]>(page, lengths)).slice(0, known.length).map(Number)).toEqual(
			known.toSorted((a, b) => a - b),
		);
		await page.select('#ceasefire-filter select[name=covers]', 'elsewhere');
		await page.select('#ceasefire-filter select[name=to]', '2012');
		expect(await ask<string>(page, STATUS)).toMatch(/^None of \d+ .* show all\.$/);
		await close();
	});

	it.each(parts)('$id: the page without script shows what the filter shows', async ({ id, ...part }) => {
		const covers = part.covers === 'area' ? area.place : part.covers;
		const { type, from, to, brokers = [] } = part;
		const given = Object.entries({ covers, type, from, to }).filter(([, value]) => value !== undefined);
		const pairs = [...given, ...brokers.map((broker) => ['broker', broker])].map((pair) => pair.map(String));
		const filtered = await openFilter(`?${new URLSearchParams(pairs)}`);
		const wanted = await shown(filtered.page);
		await filtered.close();
		const { page, close } = await open(`ceasefires/only/${id}/`, { ...wide, script: false });
		expect(await shown(page)).toEqual(wanted);
		const rows = `[...document.querySelectorAll('.drawing-wide [data-point]')].map((row) => row.dataset.point.split('@')[0])`;
		expect([...new Set(await ask<string[]>(page, rows))].sort()).toEqual([...wanted].sort());
		expect(wanted.length).toBeGreaterThan(0);
		expect(wanted.length).toBeLessThan(ALL);
		await close();
	});
});

describe('an address with an entry', () => {
	it.each(['#jan-2020', '?covers=elsewhere#jan-2020'])('%s opens it, in view and focused', async (address) => {
		const { page, close } = await openFilter(address);
		await page.waitForFunction(`document.activeElement.id === 'jan-2020'`);
		const seen = await ask<boolean>(
			page,
			`(() => { const { top, bottom } = document.activeElement.getBoundingClientRect(); return top >= 0 && top < innerHeight && bottom > top; })()`,
		);
		expect(seen).toBe(true);
		await close();
	});

	it('works for an entry named later on the same page', async () => {
		const { page, close } = await openFilter('?covers=elsewhere');
		await page.evaluate(`location.hash = 'eid-2012'`);
		await page.waitForFunction(`document.activeElement.id === 'eid-2012'`);
		expect(await shown(page)).toContain('eid-2012');
		await close();
	});
});

describe('without script', () => {
	it('everything is there: entries, drawings, tables, parts of the list', async () => {
		const { page, faults, close } = await open('ceasefires/', { ...wide, script: false });
		expect(await shown(page)).toHaveLength(ALL);
		const count = (selector: string) =>
			ask<number>(page, `document.querySelectorAll(${JSON.stringify(selector)}).length`);
		expect(await ask<boolean>(page, `document.querySelector('#ceasefire-filter').checkVisibility()`)).toBe(false);
		expect(await count('.presets a')).toBe(parts.length + 1);
		// Every chart of ceasefires is drawn here, with its table, or led to.
		const drawn = await ask<string[]>(page, `[...document.querySelectorAll('figure')].map(({ id }) => id)`);
		expect(drawn).toContain('ceasefires-overview');
		for (const id of drawn) {
			expect(await count(`#${id} .drawing-wide svg`)).toBe(1);
			expect(await count(`#${id} tbody tr`)).toBeGreaterThan(0);
		}
		expect(await count('#ceasefires-overview tbody tr')).toBe(ALL);
		const kinds = ['ceasefires', 'close-up', 'life', 'how long'];
		const charts = [...ownLedger().charts.values()].filter(({ kind }) => kinds.includes(kind)).map(({ id }) => id);
		expect(charts.length).toBeGreaterThanOrEqual(kinds.length);
		for (const id of charts) expect(await count(`main a[href$="/charts/${id}/"]`), id).toBeGreaterThan(0);
		expect(charts).toEqual(expect.arrayContaining(drawn));
		expect(faults).toEqual([]);
		await close();
	});
});

describe('on paper', () => {
	it.each([true, false])('all are printed, with their dates (script: %s)', async (script) => {
		const { page, close } = await open('ceasefires/', { width: 642, script });
		await page.emulateMediaType('print');
		expect(await shown(page)).toHaveLength(ALL);
		const dates = `[...document.querySelectorAll('ol.ceasefires .dates time')].filter((date) => !date.checkVisibility()).length`;
		expect(await ask<number>(page, dates)).toBe(0);
		const wider = `[...document.querySelectorAll('ol.ceasefires > li, figure svg')].filter((one) => one.checkVisibility() && one.getBoundingClientRect().right > document.documentElement.clientWidth + 1).length`;
		expect(await ask<number>(page, wider)).toBe(0);
		await close();
	});
});
