import axe from 'axe-core';
import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../chromium.ts';
import { kindsOfPages, visit } from './visit.ts';

let browser: Browser;
let paths: readonly string[];
const { url, below } = inject('site');
beforeAll(async () => {
	browser = await launch();
	paths = await kindsOfPages();
});
afterAll(async () => {
	await browser?.close();
});

/** Runs `look` on every kind of page and gives each problem with its page. */
async function onEach(
	screen: Parameters<typeof visit>[2],
	look: (visited: Awaited<ReturnType<typeof visit>>) => Promise<readonly string[]>,
	from: string = url,
): Promise<readonly string[]> {
	const found: string[] = [];
	for (const path of paths) {
		const visited = await visit(browser, from + path, screen);
		try {
			found.push(...(await look(visited)).map((what) => `/${path} ${what}`));
		} finally {
			await visited.close();
		}
	}
	return found;
}

interface AxeResult {
	readonly violations: readonly {
		readonly id: string;
		readonly help: string;
		readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
	}[];
}

describe('accessibility', () => {
	it.each([
		[360, 'light'],
		[360, 'dark'],
		[1280, 'light'],
		[1280, 'dark'],
	] as const)('axe finds nothing at %i px, %s', async (width, scheme) => {
		const found = await onEach({ width, scheme }, async ({ page }) => {
			await page.evaluate(axe.source);
			const result = (await page.evaluate('axe.run(document, { resultTypes: ["violations"] })')) as AxeResult;
			return result.violations.flatMap(({ id, help, nodes }) =>
				nodes
					.slice(0, 3)
					.map(
						({ html, failureSummary }) =>
							`${id} (${help}): ${html.slice(0, 160)} ${failureSummary?.split('\n')[1] ?? ''}`,
					),
			);
		});
		expect(found).toEqual([]);
	});
});

describe('every kind of page', () => {
	it('loads without an error, a failed request or a request elsewhere', async () => {
		expect(await onEach({ width: 1280 }, async ({ faults }) => faults)).toEqual([]);
	});

	it('does so below a path too', async () => {
		expect(await onEach({ width: 1280 }, async ({ faults }) => faults, below)).toEqual([]);
	});

	it.each([320, 360, 768])('does not scroll sideways at %i px', async (width) => {
		const found = await onEach({ width, touch: width < 600 }, async ({ page }) => {
			const over = (await page.evaluate(
				`document.documentElement.scrollWidth - document.documentElement.clientWidth`,
			)) as number;
			return over > 0 ? [`is ${over} px too wide`] : [];
		});
		expect(found).toEqual([]);
	});

	it('moves nothing about while it loads', async () => {
		const found = await onEach({ width: 360, touch: true }, async ({ page }) => {
			const shift = (await page.evaluate(`new Promise((done) => {
				let sum = 0;
				const observer = new PerformanceObserver(() => {});
				observer.observe({ type: 'layout-shift', buffered: true });
				requestAnimationFrame(() => requestAnimationFrame(() => {
					for (const entry of observer.takeRecords()) sum += entry.value;
					done(sum);
				}));
			})`)) as number;
			return shift > 0.1 ? [`shifts by ${shift.toFixed(3)}`] : [];
		});
		expect(found).toEqual([]);
	});

	it('is whole without script', async () => {
		const look = `({
			text: document.body.innerText.replace(/\\s+/g, ' ').length,
			drawings: [...document.querySelectorAll('.figure svg')].filter((svg) => svg.getBoundingClientRect().width > 100).length,
			tables: document.querySelectorAll('.figure table').length,
		})`;
		const found: string[] = [];
		for (const path of paths) {
			if (path.startsWith('search')) continue;
			const read = async (script: boolean) => {
				const { page, close } = await visit(browser, url + path, { width: 1280, script });
				const seen = (await page.evaluate(look)) as { text: number; drawings: number; tables: number };
				await close();
				return seen;
			};
			const [without, withScript] = [await read(false), await read(true)];
			if (without.text < withScript.text * 0.97)
				found.push(`/${path} has ${without.text} of ${withScript.text} characters`);
			if (without.drawings !== withScript.drawings || without.tables !== withScript.tables)
				found.push(`/${path} loses a figure`);
		}
		expect(found).toEqual([]);
	});
});
