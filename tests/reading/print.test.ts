import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { kindsOfPages, visit } from '../browser/visit.ts';
import { launch } from '../chromium.ts';
import { ask } from './pages.ts';

const { url } = inject('site');
const explainers = kindsOfPages()
	.filter((path) => /^explainers\/./.test(path))
	.map((path) => ({ path }));
let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(async () => {
	await browser?.close();
});

/** Width of the text on A4 in pixels. */
const PAPER = 642;

const UNTRACED = `[...document.querySelectorAll('main .article .ref button')].flatMap((button) => {
	const note = document.getElementById(button.getAttribute('popovertarget'));
	const name = button.ariaLabel;
	if (!note || !note.checkVisibility()) return [name + ': its note is not printed'];
	const number = note.closest('li')?.value;
	const found = [];
	if (!button.checkVisibility() || parseInt(button.textContent.slice(1)) !== number) found.push(name + ': its number ' + number + ' does not stand beside it');
	if (!/https?:\\/\\//.test(note.innerText)) found.push(name + ': its note gives no address');
	return found;
})`;

const BROKEN = `[...document.querySelectorAll('figure, .notes-list > li, .later, .unknown')]
	.filter((element) => element.checkVisibility() && getComputedStyle(element).breakInside !== 'avoid')
	.map((element) => element.outerHTML.slice(0, 100))`;

const CONTROLS = `[...document.querySelectorAll('.site-nav, .skip, .contents, .chart-panel, .note-close, .note-more, select, input')]
	.filter((element) => element.checkVisibility())
	.map((element) => element.outerHTML.slice(0, 100))`;

describe('on paper', () => {
	it.each(explainers)('/$path gives each figure’s source as a numbered note with its address', async ({ path }) => {
		const { page, close } = await visit(browser, url + path, { width: PAPER });
		await page.emulateMediaType('print');
		const wrong = await ask<string[]>(page, UNTRACED);
		await close();
		expect([...new Set(wrong)]).toEqual([]);
	});

	it.each([{ path: '' }, ...explainers, { path: 'ceasefires/' }])(
		'/$path breaks no figure or note and fits',
		async ({ path }) => {
			const { page, close } = await visit(browser, url + path, { width: PAPER });
			await page.emulateMediaType('print');
			const broken = await ask<string[]>(page, BROKEN);
			const controls = await ask<string[]>(page, CONTROLS);
			const over = await ask<number>(
				page,
				`document.documentElement.scrollWidth - document.documentElement.clientWidth`,
			);
			const pdf = await page.pdf({ format: 'A4' });
			await close();
			expect(broken).toEqual([]);
			expect(controls).toEqual([]);
			expect(over).toBeLessThanOrEqual(0);
			expect(Buffer.from(pdf).subarray(0, 5).toString()).toBe('%PDF-');
		},
	);
});
