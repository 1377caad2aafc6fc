import type { Browser } from 'puppeteer-core';
import { launch, PATIENCE } from '../chromium.ts';
import { type Bench, barePath } from './server.ts';

/**
 * A slow phone's network and processor, applied to the browser and not simulated from a fast run: the values of
 * Lighthouse's mobile throttling (its core/config/constants.js, `mobileSlow4G`, the devtools ones).
 */
const network = { latency: 562.5, download: (1474.56 * 1024) / 8, upload: (675 * 1024) / 8 } as const;
const ROUNDS = 7;
const goals = { plain: 1.1, drawn: 1.15, blocking: 100 } as const;

interface Paint {
	/** Milliseconds from the request to the largest paint. */
	readonly lcp: number;
	/** Milliseconds over 50 of each long task. */
	readonly blocking: number;
	readonly drawn: boolean;
}

async function paint(browser: Browser, address: string, slowdown: number): Promise<Paint> {
	const context = await browser.createBrowserContext();
	const page = await context.newPage();
	page.setDefaultTimeout(PATIENCE);
	await page.setViewport({ width: 412, height: 823, deviceScaleFactor: 1.75, isMobile: true, hasTouch: true });
	await page.emulateCPUThrottling(slowdown);
	await page.emulateNetworkConditions(network);
	await page.evaluateOnNewDocument(() => {
		const seen = { lcp: 0, blocking: 0 };
		Object.assign(window, { seen });
		new PerformanceObserver((list) => {
			for (const entry of list.getEntries()) seen.lcp = entry.startTime;
		}).observe({ type: 'largest-contentful-paint', buffered: true });
		new PerformanceObserver((list) => {
			for (const { duration } of list.getEntries()) seen.blocking += duration - 50;
		}).observe({ type: 'longtask', buffered: true });
	});
	await page.goto(address, { waitUntil: 'networkidle0' });
	const seen = await page.evaluate(async () => {
		// What has been painted or was running is reported in a later frame.
		await new Promise((done) => requestIdleCallback(done));
		await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
		const { lcp, blocking } = (window as unknown as { readonly seen: { lcp: number; blocking: number } }).seen;
		return { lcp, blocking, drawn: document.querySelector('main figure svg') !== null };
	});
	await context.close();
	return seen;
}

const middle = (of: readonly number[]): number => of.toSorted((a, b) => a - b)[Math.floor(of.length / 2)] ?? Number.NaN;

/**
 * Paints each page seven times, a bare one before each, and prints the middle of the ratios.
 * @param slowdown times that the processor is slowed
 * @returns what misses its goal, in words
 */
export async function measureApplied(server: Bench, paths: readonly string[], slowdown: number): Promise<string[]> {
	const browser = await launch();
	const faults: string[] = [];
	try {
		console.log(
			`Applied throttling, ${ROUNDS} rounds. Goals: ratio ≤ ${goals.plain}, with drawings ≤ ${goals.drawn}, blocking < ${goals.blocking} ms.`,
		);
		console.log('page'.padEnd(44), 'LCP ms  bare  ratio  blocking');
		for (const path of paths) {
			const rounds: { readonly bare: Paint; readonly page: Paint }[] = [];
			for (let at = 0; at < ROUNDS; at++) {
				const bare = await paint(browser, server.url + barePath, slowdown);
				rounds.push({ bare, page: await paint(browser, server.url + path, slowdown) });
			}
			const ratio = middle(rounds.map(({ bare, page }) => page.lcp / bare.lcp));
			const blocking = middle(rounds.map(({ page }) => page.blocking));
			const cells = [middle(rounds.map(({ page }) => page.lcp)), middle(rounds.map(({ bare }) => bare.lcp))];
			console.log(
				`/${path}`.padEnd(44),
				...cells.map((ms) => String(Math.round(ms)).padStart(6)),
				ratio.toFixed(2).padStart(6),
				String(Math.round(blocking)).padStart(9),
			);
			const goal = rounds.some(({ page }) => page.drawn) ? goals.drawn : goals.plain;
			if (ratio > goal) faults.push(`/${path}: ratio ${ratio.toFixed(2)} > ${goal}`);
			if (blocking >= goals.blocking) faults.push(`/${path}: blocking ${Math.round(blocking)} ms`);
		}
	} finally {
		await browser.close();
	}
	return faults;
}
