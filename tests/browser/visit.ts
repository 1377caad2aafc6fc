import type { Browser, Page } from 'puppeteer-core';
import { inject } from 'vitest';
import { PATIENCE } from '../chromium.ts';
import { readSite } from '../site/pages.ts';

export interface Screen {
	readonly width: number;
	readonly scheme?: 'light' | 'dark';
	readonly touch?: boolean;
	readonly script?: boolean;
	readonly height?: number;
}

/** A page of the site opened in a tab of its own, with everything that went wrong on it. */
export interface Visit {
	readonly page: Page;
	/** Console errors, exceptions, failed requests and requests to other origins, in order. */
	readonly faults: readonly string[];
	readonly close: () => Promise<void>;
}

/**
 * Lays out at once what a narrow page lays out only when it comes near, so that a test measures the whole page.
 * @returns which of it reaches out of its own box by more than is let through, and would be cut off
 */
async function layOut(page: Page): Promise<readonly string[]> {
	return (await page.evaluate(`[...document.querySelectorAll('body *')]
		.filter((element) => getComputedStyle(element).contentVisibility === 'auto' || element.style.contentVisibility)
		.map((element) => ((element.style.contentVisibility = 'visible'), element))
		.filter((element) => getComputedStyle(element).overflowX === 'visible' && element.scrollWidth > element.clientWidth + 8)
		.map((element) => 'cut off: ' + element.outerHTML.slice(0, 120))`)) as string[];
}

/** Gives the window another size, the whole page laid out. @returns what of the page would be cut off */
export async function resize(page: Page, width: number, height = 800): Promise<readonly string[]> {
	await page.setViewport({ width, height });
	return (await layOut(page)).map((what) => `at ${width} px: ${what}`);
}

/** Opens an address and waits until it has loaded. */
export async function visit(browser: Browser, address: string, screen: Screen): Promise<Visit> {
	const page = await browser.newPage();
	page.setDefaultTimeout(PATIENCE);
	const faults: string[] = [];
	const { origin } = new URL(address);
	page.on('console', (message) => {
		if (message.type() === 'error' || message.type() === 'warn') faults.push(`console: ${message.text()}`);
	});
	page.on('pageerror', (error) => faults.push(`exception: ${error instanceof Error ? error.message : String(error)}`));
	page.on('requestfailed', (request) => faults.push(`failed: ${request.url()}`));
	page.on('response', (response) => {
		if (response.status() >= 400) faults.push(`${response.status()}: ${response.url()}`);
	});
	page.on('request', (request) => {
		const url = new URL(request.url());
		if (url.origin !== origin && url.protocol !== 'data:' && url.protocol !== 'blob:')
			faults.push(`elsewhere: ${request.url()}`);
	});
	const { width, height = 800, scheme = 'light', touch = false, script = true } = screen;
	await page.setViewport({ width, height, hasTouch: touch, isMobile: touch });
	await page.emulateMediaFeatures([
		{ name: 'prefers-color-scheme', value: scheme },
		{ name: 'prefers-reduced-motion', value: 'reduce' },
	]);
	if (!script) await page.setJavaScriptEnabled(false);
	await page.goto(address, { waitUntil: 'load' });
	faults.push(...(await layOut(page)));
	return { page, faults, close: () => page.close() };
}

/** Sets media features that Puppeteer itself does not, such as forced colours. */
export async function emulate(page: Page, features: Readonly<Record<string, string>>): Promise<void> {
	const session = await page.createCDPSession();
	const list = Object.entries(features).map(([name, value]) => ({ name, value }));
	await session.send('Emulation.setEmulatedMedia', { features: list });
}

/** Addresses of one page of each kind, relative to the site's root, and of every explainer. */
export function kindsOfPages(): readonly string[] {
	const { pages } = readSite(inject('site').folder);
	const kinds = new Map<string, string>();
	for (const { path } of pages) {
		const [, folder = '', inner = ''] = path.split('/');
		if (folder === 'explainers' && inner) kinds.set(path, path);
		else if (!kinds.has(`${folder}/${inner ? '*' : ''}`)) kinds.set(`${folder}/${inner ? '*' : ''}`, path);
	}
	return [...kinds.values()].map((path) => path.slice(1));
}
