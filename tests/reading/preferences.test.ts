import type { Browser } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { emulate, visit } from '../browser/visit.ts';
import { launch } from '../chromium.ts';
import { ask, walked } from './pages.ts';

const { url } = inject('site');
const paths = walked.map((path) => ({ path }));
let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(async () => {
	await browser?.close();
});

/** Marks of drawings that can hardly be told from the ground: contrast below 3 to 1. Grids and bands may be faint. */
const FAINT = `(() => {
	const channel = (value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
	const light = (colour) => {
		const [r, g, b] = colour.match(/[\\d.]+/g).map(Number);
		return 0.2126 * channel(r / 255) + 0.7152 * channel(g / 255) + 0.0722 * channel(b / 255);
	};
	const ratio = (a, b) => (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
	// The page's ground is the window's own in forced colours.
	document.body.style.backgroundColor = 'Canvas';
	const ground = light(getComputedStyle(document.body).backgroundColor);
	const plain = (colour) => colour.startsWith('rgb(') || (colour.startsWith('rgba(') && !colour.endsWith(', 0)'));
	return [...document.querySelectorAll('.drawing [data-point], .drawing .line, .drawing text')]
		.filter((mark) => mark.localName !== 'g' && mark.checkVisibility())
		.filter((mark) => {
			const { fill, stroke } = getComputedStyle(mark);
			return ![fill, stroke].some((colour) => plain(colour) && ratio(light(colour), ground) >= 3);
		})
		.map((mark) => mark.outerHTML.slice(0, 120) + ' ' + getComputedStyle(mark).fill + ' on ' + getComputedStyle(document.body).backgroundColor);
})()`;

/** Names and disputed figures that look like text alone, though they open a note. */
const BARE = `[...document.querySelectorAll('main .article :is(a.ref, .ref.disputed)')].slice(0, 40).filter(
	(words) => getComputedStyle(words).textDecorationLine === 'none',
).map((words) => words.outerHTML.slice(0, 120))`;

const MOVING = `[...document.querySelectorAll('*')].filter((element) => {
	const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
	return transitionDuration.split(', ').some((time) => parseFloat(time) > 0.01) || animationName !== 'none' || scrollBehavior === 'smooth';
}).map((element) => element.outerHTML.slice(0, 120))`;

describe.each(['dark', 'light'])('in forced colours, %s', (scheme) => {
	it.each(paths)('marks, figures and focus are told from the ground on /$path', async ({ path }) => {
		const { page, close } = await visit(browser, url + path, { width: 1280 });
		await emulate(page, { 'forced-colors': 'active', 'prefers-color-scheme': scheme });
		expect(await ask<boolean>(page, `matchMedia('(forced-colors: active)').matches`)).toBe(true);
		const faint = await ask<string[]>(page, FAINT);
		const bare = await ask<string[]>(page, BARE);
		await page.keyboard.press('Tab');
		const outline = await ask<string>(page, `getComputedStyle(document.activeElement).outlineStyle`);
		await close();
		expect(faint.slice(0, 5)).toEqual([]);
		expect(bare).toEqual([]);
		expect(outline).not.toBe('none');
	});
});

describe('with less motion asked for', () => {
	it.each(paths)('nothing moves on /$path', async ({ path }) => {
		const { page, close } = await visit(browser, url + path, { width: 1280 });
		const moving = await ask<string[]>(page, MOVING);
		await close();
		expect(moving).toEqual([]);
	});
});

describe('without the style sheet', () => {
	it.each(paths)('/$path comes in the order in which it is read', async ({ path }) => {
		const { page, close } = await visit(browser, url + path, { width: 1280 });
		// Drawings are hidden from those who cannot see them; their tables stay.
		await ask(
			page,
			`for (const sheet of document.querySelectorAll('style')) sheet.disabled = true; for (const drawing of document.querySelectorAll('svg')) drawing.remove()`,
		);
		const order = await ask<string[]>(
			page,
			`[...document.body.children].map(({ localName }) => localName).filter((name) => name !== 'script')`,
		);
		const first = await ask<string>(page, `document.querySelector('h1, h2, h3, h4').localName`);
		const glued = await ask<string[]>(
			page,
			`document.querySelector('main').innerText.match(/[a-z]{3}\\d{2,}|\\d{2,}[a-z]{4}/g) ?? []`,
		);
		await close();
		expect(order).toEqual(['a', 'header', 'main', 'footer']);
		expect(first).toBe('h1');
		expect(glued).toEqual([]);
	});
});
