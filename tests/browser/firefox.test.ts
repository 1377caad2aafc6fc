import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { constants, inflateSync } from 'node:zlib';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch, PATIENCE } from '../chromium.ts';
import { launchFirefox } from '../firefox.ts';
import { ask } from '../reading/pages.ts';

/** What other engines do differently: copying, printing, opening notes, searching and filtering in Firefox. */
const { url, folder } = inject('site');
const charts = readdirSync(join(folder, 'embed')).sort();
let firefox: Browser;
let chromium: Browser;
beforeAll(async () => {
	[firefox, chromium] = await Promise.all([launchFirefox(), launch()]);
});
afterAll(async () => {
	await Promise.all([firefox?.close(), chromium?.close()]);
});

async function open(browser: Browser, path: string): Promise<Page> {
	// While another page closes, Firefox may take it for the one to open this beside, and find it gone.
	const page = await browser.newPage().catch(() => browser.newPage());
	page.setDefaultTimeout(PATIENCE);
	await page.setViewport({ width: 1280, height: 800 });
	await page.goto(url + path, { waitUntil: 'load' });
	return page;
}

/** Paths that are filled or stroked in a PDF, by the operators in its streams. */
function painted(pdf: Uint8Array): number {
	const text = Buffer.from(pdf).toString('latin1');
	const streams = [...text.matchAll(/(?<!end)stream\r?\n([\s\S]*?)\r?\nendstream/g)].flatMap(([, body = '']) => {
		try {
			// The last byte may look like the end of the line in front of "endstream".
			const whole = { finishFlush: constants.Z_SYNC_FLUSH };
			return inflateSync(Buffer.from(body, 'latin1'), whole).toString('latin1');
		} catch {
			return []; // Not compressed so: a font, a picture, what the file says of itself.
		}
	});
	const pages = streams.filter((stream) => /\bBT\b/.test(stream) || /\bre\b/.test(stream));
	return pages.reduce((sum, stream) => sum + (stream.match(/(?<=\s)(?:f\*?|S|s|B\*?|b\*?)(?=\s)/g)?.length ?? 0), 0);
}

/** Leaves of a chart's page the drawing: what is counted on paper is it alone. */
const ALONE = `for (const part of document.querySelectorAll(
	'.site-header, .site-footer, .article > :not(traced-chart), .figure > :not(.drawing), .notes'
)) part.remove()`;

describe('Firefox', () => {
	it('copies a paragraph with its figures', async () => {
		const page = await open(firefox, 'explainers/the-strike/');
		const wanted = await ask<string>(
			page,
			`(() => {
				const paragraph = document.querySelector('main p .ref:has(button)').closest('p');
				getSelection().selectAllChildren(paragraph);
				const own = paragraph.cloneNode(true);
				for (const button of own.querySelectorAll('button')) button.remove();
				return own.textContent.trim();
			})()`,
		);
		await page.keyboard.down('Control');
		await page.keyboard.press('c');
		await page.keyboard.up('Control');
		await ask(page, `document.body.append(document.createElement('textarea'))`);
		await page.focus('textarea');
		await page.keyboard.down('Control');
		await page.keyboard.press('v');
		await page.keyboard.up('Control');
		expect(await ask<string>(page, `document.querySelector('textarea').value.trim()`)).toBe(wanted);
		expect(wanted).toMatch(/\d/);
		await page.close();
	});

	it('opens a note by its words and by its number, and closes it by key', async () => {
		const page = await open(firefox, 'explainers/the-strike/');
		const opened = `document.querySelector(':popover-open')?.id ?? ''`;
		const number = 'main p .ref button';
		const id = await page.$eval(number, (button) => button.getAttribute('popovertarget'));
		await page.focus(number);
		await page.keyboard.press('Enter');
		expect(await ask<string>(page, opened)).toBe(id);
		await page.keyboard.press('Escape');
		expect(await ask<string>(page, opened)).toBe('');
		const words = await page.$eval('main p .ref:has(button)', (phrase) => {
			phrase.scrollIntoView({ block: 'center' });
			const [box = new DOMRect()] = phrase.getClientRects();
			return { x: box.left + 2, y: box.top + box.height / 2 };
		});
		await page.mouse.click(words.x, words.y);
		expect(await ask<string>(page, opened)).toBe(id);
		await page.close();
	});

	it('searches, and shows the sentence', async () => {
		const page = await open(firefox, 'search/');
		await page.type('site-search input', 'how many died');
		await page.waitForSelector('.search-results[aria-label="Results for how many died"] a');
		const first = await page.$eval('.search-results a', (link) => link.getAttribute('href'));
		expect(first).toMatch(/^\.\.\/explainers\/the-strike\//);
		await page.close();
	});

	it('filters the ceasefires', async () => {
		const page = await open(firefox, 'ceasefires/');
		const shown = `[...document.querySelectorAll('ol.ceasefires > li')].filter((entry) => !entry.hidden).length`;
		const all = await ask<number>(page, shown);
		await page.select('#ceasefire-filter select[name=covers]', 'elsewhere');
		const left = await ask<number>(page, shown);
		expect(left).toBeGreaterThan(0);
		expect(left).toBeLessThan(all);
		expect(await ask<string>(page, 'location.search')).toBe('?covers=elsewhere');
		await page.close();
	});

	it('has a chart of each page to print', () => {
		expect(charts.length).toBeGreaterThan(10);
	});

	// A few at a time: Firefox mostly waits while it prints.
	it.concurrent.each(charts)('prints %s at the first print and at the third', async (id) => {
		const counts: number[] = [];
		for (const [browser, times] of [
			[chromium, 1],
			[firefox, 3],
		] as const) {
			const page = await open(browser, `charts/${id}/`);
			await ask(page, ALONE);
			for (let time = 0; time < times; time++) counts.push(painted(await page.pdf({ format: 'A4' })));
			await page.close();
		}
		const [wanted = 0, first = 0, , third = 0] = counts;
		expect(wanted).toBeGreaterThan(5);
		// Firefox draws some shapes in fewer paths, and some in more.
		expect(first).toBeGreaterThan(wanted * 0.6);
		expect(third).toBe(first);
	});
});
