import type { Browser, Page } from 'puppeteer-core';
import { launch as launchChromium } from '../chromium.ts';
import { findFirefox, launchFirefox } from '../firefox.ts';

export interface Looked {
	readonly pages: number;
	readonly faults: readonly string[];
}

/** @returns undefined when the browser cannot be had here */
export type Launch = () => Promise<Browser | undefined>;

export const browsers: Readonly<Record<string, Launch>> = {
	Chromium: () => launchChromium(),
	Firefox: async () => (findFirefox() ? launchFirefox() : undefined),
};

const TABS = 4;

/** Runs in the page before anything else does: keeps what the policy blocked. */
function watch(): void {
	const list: string[] = [];
	Object.assign(globalThis, { violations: list });
	document.addEventListener('securitypolicyviolation', (event) => {
		list.push(`${event.effectiveDirective} blocked ${event.blockedURI} ${event.sample}`);
	});
}

/** Opens each page; collects policy violations, errors of scripts, failed requests and requests to other origins. */
export async function look(browser: Browser, site: string, paths: readonly string[]): Promise<Looked> {
	const faults: string[] = [];
	const queue = [...paths];
	const { origin } = new URL(site);
	const tab = async () => {
		const page: Page = await browser.newPage();
		let at = '';
		page.on('pageerror', (error) => faults.push(`${at}: ${error instanceof Error ? error.message : String(error)}`));
		page.on('console', (message) => {
			if (message.type() === 'error') faults.push(`${at}: console: ${message.text()}`);
		});
		page.on('requestfailed', (request) => {
			// What was still loading when the next page was opened was not refused.
			const why = request.failure()?.errorText ?? '';
			if (!/abort/i.test(why)) faults.push(`${at}: ${request.url()} failed: ${why}`);
		});
		page.on('request', (request) => {
			if (new URL(request.url()).origin !== origin && !request.url().startsWith('data:'))
				faults.push(`${at}: asks for ${request.url()}`);
		});
		await page.evaluateOnNewDocument(watch);
		for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
			at = next;
			const answer = await page.goto(new URL(next.slice(1), site).href, { waitUntil: 'load' });
			if (answer?.status() !== 200) faults.push(`${at} answers ${answer?.status()}`);
			const blocked = await page.evaluate(
				() => (globalThis as { violations?: string[] }).violations ?? ['not watched'],
			);
			faults.push(...blocked.map((what) => `${at}: ${what}`));
		}
		await page.close();
	};
	await Promise.all(Array.from({ length: TABS }, tab));
	return { pages: paths.length, faults };
}

/** Whether another origin can show an address in a frame: whether the page in the frame has the title it has alone. */
export async function framed(browser: Browser, outside: string, address: string): Promise<boolean> {
	const page = await browser.newPage();
	try {
		await page.goto(address);
		const title = await page.title();
		await page.goto(outside);
		await page.setContent(`<iframe src="${address}" width="600" height="400"></iframe>`, { waitUntil: 'load' });
		const frames = page.frames().filter((frame) => frame !== page.mainFrame());
		const titles = await Promise.all(frames.map((frame) => frame.title().catch(() => '')));
		return titles.includes(title);
	} finally {
		await page.close();
	}
}
