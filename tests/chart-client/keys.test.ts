import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, it } from 'vitest';
import { violations } from '../browser/axe.ts';
import { resize, type Screen, type Visit, visit } from '../browser/visit.ts';
import { launch } from '../chromium.ts';
import { type BuiltFigure, builtFigures, readJson } from './figures.ts';

const { url, folder } = inject('site');
const isOwn = ({ page }: BuiltFigure): boolean => page.startsWith('charts/');
// Each figure once, on a page of its own where it has one.
const figures = [
	...new Map(
		builtFigures(folder)
			.toSorted((a, b) => Number(isOwn(a)) - Number(isOwn(b)))
			.map((figure) => [figure.id, figure]),
	).values(),
];
const kinds = figures.map((figure) => [figure.id, figure] as const);
let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(async () => {
	await browser?.close();
});

const open = (figure: BuiltFigure, screen: Screen = { width: 1280 }): Promise<Visit> =>
	visit(browser, `${url}${figure.page}`, screen);
const within = (figure: BuiltFigure, selector: string): string => `[id="${figure.id}"] ${selector}`;
const text = (page: Page, selector: string): Promise<string> =>
	page.$eval(selector, (element) => element.textContent ?? '');
/** Puts the focus on the drawing that the page has room for. @returns its selector */
async function focusDrawing(page: Page, figure: BuiltFigure): Promise<string> {
	const name = await page.$$eval(within(figure, '.drawing'), (all) =>
		all
			.find((one) => one.getClientRects().length > 0)
			?.className.split(' ')
			.at(-1),
	);
	const drawing = within(figure, `.${name}`);
	await page.focus(drawing);
	expect(await page.$eval(drawing, (element) => element === document.activeElement)).toBe(true);
	return drawing;
}
/** Asked of the page itself: what the browser tells of its address comes a moment later. */
const hash = (page: Page): Promise<string> => page.evaluate(() => location.hash);
const pointIn = (address: string): string => decodeURIComponent(address.split(';')[0]?.replace(/^#[^:]*:/, '') ?? '');

/**
 * Reads the focused drawing to its end and says where the readout lies on the mark, or one of both is out of sight. A
 * mark for which the window has no room beside the readout shows at least its upper end.
 */
const READ_ALL = (): { readonly read: number; readonly wrong: readonly string[] } => {
	const drawing = document.activeElement;
	const panel = drawing?.closest('figure')?.querySelector('.chart-panel');
	const wrong: string[] = [];
	const read = new Set<string>();
	// Of the drawing, not of the address: a browser allows only so many changes of that in a while.
	const now = (): string => drawing?.querySelector('.is-current')?.getAttribute('data-point') ?? '';
	const press = (key: string): void => {
		drawing?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
	};
	const look = (): void => {
		read.add(now());
		const mark = drawing?.querySelector('.chart-ring')?.getBoundingClientRect() ?? new DOMRect();
		const box = panel?.getBoundingClientRect() ?? new DOMRect();
		const end = Math.min(mark.bottom, mark.top + Math.min(mark.height, innerHeight - box.height));
		if (
			Math.min(mark.right, box.right) > Math.max(mark.left, box.left) &&
			Math.min(end, box.bottom) > Math.max(mark.top, box.top) + 1
		)
			wrong.push(`${now()} is covered`);
		const seen =
			mark.height > 0 && mark.top > -1 && end < innerHeight + 1 && box.top > -1 && box.bottom < innerHeight + 1;
		if (!seen) wrong.push(`${now()} is out of sight`);
	};
	press('Home');
	for (let last = ''; last !== now(); ) {
		press('Home');
		for (let before = ''; before !== now(); press('ArrowRight')) {
			before = now();
			look();
		}
		last = now();
		press('ArrowDown');
	}
	return { read: read.size, wrong };
};

it('is there for every figure that has points', () => {
	const drawn = readdirSync(join(folder, 'charts')).flatMap((file) => /^(.*)\.json$/.exec(file)?.[1] ?? []);
	const pointed = drawn.filter((id) => readJson(id).points.length > 0);
	expect(pointed.length).toBeGreaterThan(10);
	expect(figures.map(({ id }) => id)).toEqual(expect.arrayContaining(pointed));
});

describe.each(kinds)('%s', (_id, figure) => {
	// One tab for each figure: what a test reads in it, it leaves again.
	let page: Page;
	let faults: Visit['faults'];
	beforeAll(async () => {
		({ page, faults } = await open(figure));
	});
	afterEach(async () => {
		await page.keyboard.press('Escape');
		expect(await page.$eval(within(figure, '.chart-panel'), (panel) => panel.hasAttribute('hidden'))).toBe(true);
		expect(await hash(page)).toBe('');
	});
	afterAll(async () => {
		await page.close();
		expect(faults).toEqual([]);
	});

	it('moves nothing on the page', async () => {
		const height = () => page.evaluate('document.documentElement.scrollHeight');
		const before = await height();
		await focusDrawing(page, figure);
		await page.keyboard.press('ArrowRight');
		const table = within(figure, '.figure-table');
		const at = await page.$eval(table, (element) => (element as HTMLElement).offsetTop);
		await page.keyboard.press('Escape');
		expect(await page.$eval(table, (element) => (element as HTMLElement).offsetTop)).toBe(at);
		expect(await height()).toBe(before);
	});

	it('is read to its last point by arrow keys', async () => {
		const drawing = await focusDrawing(page, figure);
		const read = new Set<string>();
		const check = async (): Promise<string> => {
			const { address, said, ringed } = await page.evaluate(
				(readout: string, marks: string) => ({
					address: location.hash,
					said: document.querySelector(readout)?.textContent ?? '',
					ringed: [...document.querySelectorAll(marks)].map((mark) => mark.getAttribute('data-point')),
				}),
				within(figure, '.chart-readout'),
				`${drawing} .is-current`,
			);
			const now = pointIn(address);
			const known = figure.points.get(now);
			expect(known, now).toBeDefined();
			expect(said).toContain(known?.text);
			expect(said).toContain(known?.when);
			expect(said).toContain(known?.source);
			expect(new Set(ringed)).toEqual(new Set([now]));
			read.add(now);
			return now;
		};
		await page.keyboard.press('ArrowRight');
		for (let last = ''; ; ) {
			await page.keyboard.press('Home');
			let now = await check();
			for (let before = ''; now !== before; ) {
				before = now;
				await page.keyboard.press('ArrowRight');
				now = await check();
			}
			last = now;
			await page.keyboard.press('ArrowDown');
			if ((await check()) === last) break;
		}
		expect([...read].sort()).toEqual([...figure.points.keys()].sort());
	});

	it('has one stop for the Tab key, and one more for its buttons', async () => {
		await focusDrawing(page, figure);
		await page.keyboard.press('End');
		const stops = await page.$$eval(
			within(figure, ':is(.drawing, .chart-slot), ') + within(figure, ':is(.drawing, .chart-slot) *'),
			(all) =>
				all
					.filter((element) => (element as HTMLElement).tabIndex >= 0 && element.getClientRects().length > 0)
					.map((element) => element.localName),
		);
		const buttons = await page.$$(within(figure, '.chart-groups button'));
		expect(stops).toEqual(buttons.length > 0 ? ['div', 'button'] : ['div']);
	});

	it('gives axe nothing to say while it is read', async () => {
		await page.evaluate(axe.source);
		await focusDrawing(page, figure);
		await page.keyboard.press('ArrowRight');
		expect(await violations(page)).toEqual([]);
	});

	it.each([
		{ width: 360, height: 780 },
		{ width: 1280, height: 800 },
		// 1,280 by 1,024 pixels at 400 %.
		{ width: 320, height: 256 },
	])('shows each mark and its readout apart at $width by $height px', async ({ width, height }) => {
		expect(await resize(page, width, height)).toEqual([]);
		await focusDrawing(page, figure);
		const { read, wrong } = await page.evaluate(READ_ALL);
		expect(read).toBe(figure.points.size);
		expect(wrong).toEqual([]);
	});
});

const chart = (id: string): BuiltFigure => {
	const figure = figures.find((one) => one.id === id);
	if (!figure) throw new Error(`There is no figure "${id}".`);
	return figure;
};

describe('a chart of two series', () => {
	const figure = chart('idps-two-counts');
	const [first = '', second = ''] = [...new Set([...figure.points.keys()].map((id) => id.split('@')[0] ?? ''))];

	it('keeps the point and what is hidden in the address', async () => {
		const { page, close } = await open(figure);
		await focusDrawing(page, figure);
		await page.keyboard.press('End');
		const read = pointIn(await hash(page));
		await page.keyboard.press('Tab');
		await page.keyboard.press('Enter');
		const hidden = await page.$$eval(within(figure, '.chart-groups button'), (all) =>
			all
				.filter((button) => button.getAttribute('aria-pressed') === 'false')
				.map((button) => (button as HTMLElement).dataset['group']),
		);
		expect(hidden).toHaveLength(1);
		const address = await page.evaluate(() => location.href);
		await close();

		const again = await visit(browser, address, { width: 1280 });
		const group = hidden[0] === first ? second : first;
		expect(read.startsWith(`${group}@`)).toBe(true);
		expect(await text(again.page, within(figure, '.chart-readout'))).toContain(figure.points.get(read)?.text);
		const shown = await again.page.$$eval(within(figure, '.drawing-wide [data-point]'), (all) =>
			all
				.filter((mark) => getComputedStyle(mark).visibility === 'visible')
				.map((mark) => mark.getAttribute('data-point')?.split('@')[0]),
		);
		expect(new Set(shown)).toEqual(new Set([group]));
		await again.close();
	});

	it('reads a point that the address names', async () => {
		const [id = '', known] = [...figure.points].at(-1) ?? [];
		const { page, faults, close } = await visit(browser, `${url}${figure.page}#${figure.id}:${id}`, { width: 360 });
		expect(await text(page, within(figure, '.chart-readout'))).toContain(known?.text);
		expect(await page.$$(within(figure, '.drawing-narrow .chart-ring'))).toHaveLength(1);
		expect(faults).toEqual([]);
		await close();
	});

	it.each([
		'#',
		'#x',
		'#idps-two-counts:',
		'#idps-two-counts:no@such',
		'#idps-two-counts:%E0%A4%A;hide=,,x;only=y',
		'#:;;',
	])('stays at rest with %s in the address', async (fragment) => {
		const { page, faults, close } = await visit(browser, `${url}${figure.page}${fragment}`, { width: 1280 });
		expect(await page.$$('.chart-panel:not([hidden])')).toHaveLength(0);
		expect(faults).toEqual([]);
		await close();
	});

	it.each([false, true])('is read by pointer; touch: %s', async (touch) => {
		const { page, close } = await open(figure, { width: touch ? 360 : 1280, touch });
		const layout = touch ? 'narrow' : 'wide';
		const mark = await page.$(within(figure, `.drawing-${layout} [data-point]`));
		const id = await mark?.evaluate((element) => element.getAttribute('data-point') ?? '');
		await mark?.scrollIntoView();
		const box = await mark?.boundingBox();
		const [x, y] = [(box?.x ?? 0) + (box?.width ?? 0) / 2, (box?.y ?? 0) + (box?.height ?? 0) / 2];
		if (touch) await page.touchscreen.tap(x, y);
		else await page.mouse.move(x, y);
		const known = figure.points.get(id ?? '');
		await expect.poll(() => text(page, within(figure, '.chart-readout'))).toContain(known?.text);
		if (!touch) {
			await page.mouse.move(2, 2);
			await expect.poll(() => page.$$('.chart-panel:not([hidden])')).toHaveLength(0);
		}
		await close();
	});
});

describe('a chart of panels', () => {
	const figure = chart('refugees-six-own');
	const groups = [...new Set([...figure.points.keys()].map((id) => id.split('@')[0] ?? ''))];

	it.each(groups)('hides %s and nothing else', async (hidden) => {
		const { page, close } = await visit(browser, `${url}${figure.page}#${figure.id}:;hide=${hidden}`, { width: 1280 });
		const seen = await page.$$eval(within(figure, '.drawing-wide [data-series]'), (all) =>
			all
				.filter((panel) =>
					[...panel.querySelectorAll('*')].some((part) => getComputedStyle(part).visibility === 'visible'),
				)
				.map((panel) => panel.getAttribute('data-series')),
		);
		expect(seen.sort()).toEqual(groups.filter((group) => group !== hidden).sort());
		await close();
	});
});

describe('a chart of accounts', () => {
	const figure = chart('strike-killed');

	it('tells the range of one kind of source alone', async () => {
		const { page, close } = await open(figure);
		await focusDrawing(page, figure);
		await page.keyboard.press('ArrowRight');
		const range = () => text(page, within(figure, '.chart-range'));
		const all = await range();
		const buttons = await page.$$(within(figure, '.chart-groups button'));
		const ranges = new Set([all]);
		for (const button of buttons) {
			await button.click();
			ranges.add(await range());
		}
		expect(all).toMatch(/^Range: .*\d/);
		expect(ranges.size).toBeGreaterThan(2);
		await buttons[0]?.click();
		expect(await range()).toBe(all);
		await close();
	});
});
