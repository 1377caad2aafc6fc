import { readdirSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { parseHTML } from 'linkedom';
import type { Browser, Frame, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { visit } from '../browser/visit.ts';
import { launch } from '../chromium.ts';
import { readSite } from '../site/pages.ts';

const { folder, url } = inject('site');
const ids = readdirSync(join(folder, 'embed')).sort();
const { pages } = readSite(folder);
const WIDTHS = [320, 360, 400, 424, 480, 503, 504, 560, 583, 584, 640, 703, 704, 800, 900];
/** Most room that a frame may leave empty below its chart: one height serves a layout, and words take fewer lines the wider it is. */
const SLACK = 200;

let browser: Browser;
/** Another site: it serves whatever stands in `host.html`. */
const host = { html: '' };
const server = createServer((_request, response) => {
	response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(host.html);
});
beforeAll(async () => {
	browser = await launch();
	await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
});
afterAll(async () => {
	await browser?.close();
	server.close();
});

/** The codes that the chart's page offers: the frame and the listener, the frame pointed at the test's server. */
function codes(id: string): { readonly frame: string; readonly listener: string } {
	const page = pages.find(({ path }) => path === `/charts/${id}/`);
	const texts = [...(page?.document.querySelectorAll('pre code') ?? [])].map((code) => code.textContent ?? '');
	const frame = texts.find((text) => text.includes('<iframe')) ?? '';
	const src = parseHTML(frame).document.querySelector('iframe')?.getAttribute('src') ?? '';
	const listener = texts.find((text) => text.includes('chart:height')) ?? '';
	return {
		frame: frame.replace(src, `${url}embed/${id}/`).replace(' loading="lazy"', ''),
		listener: listener.replace(new URL(src).origin, new URL(url).origin),
	};
}

async function framed(page: Page, html: string): Promise<Frame> {
	host.html = `<!doctype html><link rel="icon" href="data:,"><body style="margin:0">${html}`;
	await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`, { waitUntil: 'load' });
	const frame = page.frames()[1];
	if (!frame) throw new Error('There is no frame.');
	return frame;
}

/** Height of what is in the frame and height of the frame. */
const heights = (frame: Frame): Promise<{ readonly content: number; readonly frame: number }> =>
	frame.evaluate(() => ({
		content: document.querySelector('main')?.getBoundingClientRect().height ?? 0,
		frame: innerHeight,
	}));

describe.each(ids)('embed/%s', (id) => {
	const { frame: code, listener } = codes(id);

	it('fits its frame at every width, without script on either side', async () => {
		const { page, close } = await visit(browser, 'about:blank', { width: 320, script: false });
		const frame = await framed(page, code);
		for (const width of WIDTHS) {
			await page.setViewport({ width, height: 800 });
			const { content, frame: room } = await heights(frame);
			expect(content, `at ${width} px`).toBeGreaterThan(200);
			expect(content, `at ${width} px`).toBeLessThanOrEqual(room);
			expect(room - content, `left empty at ${width} px`).toBeLessThan(SLACK);
			expect(await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
		}
		await close();
	});

	it('reports its height to a page that listens', async () => {
		const { page, close } = await visit(browser, 'about:blank', { width: 700 });
		const frame = await framed(page, `${listener}${code}`);
		await page.waitForFunction(() => /^\d+px$/.test(document.querySelector('iframe')?.style.height ?? ''));
		const exact = async () => {
			const { content, frame: room } = await heights(frame);
			return content > 0 && room === Math.ceil(content);
		};
		await expect.poll(exact).toBe(true);
		await close();
	});

	it('transfers 15 kB at most, and nothing from elsewhere', async () => {
		const { page, faults, close } = await visit(browser, 'about:blank', { width: 700 });
		const bodies: Promise<Uint8Array>[] = [];
		page.on('response', (response) => bodies.push(response.buffer()));
		await page.goto(`${url}embed/${id}/`, { waitUntil: 'networkidle0' });
		const sizes = (await Promise.all(bodies)).map((body) => gzipSync(body).length);
		expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(15_000);
		expect(faults.filter((fault) => !fault.startsWith('elsewhere: http://') || !fault.includes(url))).toEqual([]);
		await close();
	});
});
