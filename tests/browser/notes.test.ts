import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { launch } from '../chromium.ts';
import { type Screen, visit } from './visit.ts';

let browser: Browser;
const { url } = inject('site');
const STRIKE = `${url}explainers/the-strike/`;
beforeAll(async () => {
	browser = await launch();
});
afterAll(async () => {
	await browser?.close();
});

/** A figure in the running text, with the id of its note. */
const FIGURE = 'main p .ref button';
/** Words of which a figure is a part. */
const PHRASE = 'main p .ref:has(button)';

const open = (page: Page): Promise<string> =>
	page.evaluate(`document.querySelector(':popover-open')?.id ?? ''`) as Promise<string>;
const focused = (page: Page): Promise<string> =>
	page.evaluate(`document.activeElement?.getAttribute('popovertarget') ?? ''`) as Promise<string>;
const target = (page: Page): Promise<string> =>
	page.$eval(FIGURE, (button) => button.getAttribute('popovertarget') ?? '');

async function noteText(page: Page): Promise<string> {
	return (await page.evaluate(`document.querySelector(':popover-open')?.innerText ?? ''`)) as string;
}

describe.each([true, false])('a figure, with script: %s', (script) => {
	it('opens its note by key, and Escape brings focus back', async () => {
		const { page, faults, close } = await visit(browser, STRIKE, { width: 1280, script });
		await page.focus(FIGURE);
		const id = await target(page);
		await page.keyboard.press('Enter');
		expect(await open(page)).toBe(id);
		expect((await noteText(page)).length).toBeGreaterThan(40);
		await page.keyboard.press('Escape');
		expect(await open(page)).toBe('');
		expect(await focused(page)).toBe(id);
		await page.keyboard.press('Space');
		expect(await open(page)).toBe(id);
		expect(faults).toEqual([]);
		await close();
	});

	it('opens its note by pointer; a second press, or one beside it, closes it', async () => {
		const { page, close } = await visit(browser, STRIKE, { width: 1280, script });
		const id = await target(page);
		await page.click(FIGURE);
		expect(await open(page)).toBe(id);
		await page.click(FIGURE);
		expect(await open(page)).toBe('');
		await page.click(FIGURE);
		await page.mouse.click(4, 4);
		expect(await open(page)).toBe('');
		await close();
	});

	it('opens its note by touch, and the note fits on a small screen', async () => {
		const { page, close } = await visit(browser, STRIKE, { width: 360, touch: true, script });
		const id = await target(page);
		const button = await page.$(FIGURE);
		await button?.scrollIntoView();
		await button?.tap();
		await expect.poll(() => open(page)).toBe(id);
		const box = (await page.evaluate(
			`(() => { const { left, right, top, bottom } = document.querySelector(':popover-open').getBoundingClientRect(); return { left, right, top, bottom, width: innerWidth, height: innerHeight }; })()`,
		)) as Record<string, number>;
		expect(box['left']).toBeGreaterThanOrEqual(0);
		expect(box['right']).toBeLessThanOrEqual(box['width'] ?? 0);
		expect(box['top']).toBeGreaterThanOrEqual(0);
		expect(box['bottom']).toBeLessThanOrEqual((box['height'] ?? 0) + 1);
		await close();
	});
});

describe('every figure of an explainer', () => {
	it('has a note with a way to its source', async () => {
		const { page, close } = await visit(browser, STRIKE, { width: 1280 });
		const bare = (await page.evaluate(`[...document.querySelectorAll('main .ref button')]
			.map((button) => document.getElementById(button.getAttribute('popovertarget')))
			.filter((note) => !note || !note.hasAttribute('popover') || !note.querySelector('a[href]'))
			.map((note) => note?.id ?? 'missing')`)) as string[];
		expect(bare).toEqual([]);
		await close();
	});

	it('prints its note in a numbered list, open', async () => {
		// Names and terms are explained on the screen; on paper the text has to do.
		const { page, close } = await visit(browser, STRIKE, { width: 800 });
		await page.emulateMediaType('print');
		const shown = (await page.evaluate(
			`[...document.querySelectorAll('.notes-list > li:not(.note-item-term, .note-item-actor)')].filter((item) => item.getBoundingClientRect().height > 0).length`,
		)) as number;
		const all = (await page.evaluate(
			`document.querySelectorAll('.notes-list > li:not(.note-item-term, .note-item-actor)').length`,
		)) as number;
		expect(all).toBeGreaterThan(5);
		expect(shown).toBe(all);
		await close();
	});
});

/** Where a page is opened, from each width at which notes stand elsewhere. */
const screens: readonly Screen[] = [
	{ width: 360, height: 780, touch: true },
	{ width: 900, height: 800 },
	{ width: 1280, height: 800 },
	// 1,280 by 1,024 pixels at 400 %.
	{ width: 320, height: 256 },
];

/** Whether the open note and the words it is about are both in the window, and apart. */
const APART = `(() => {
	const note = document.querySelector(':popover-open');
	if (!note) return 'closed';
	const { left, right, top, bottom } = note.getBoundingClientRect();
	const words = [...document.querySelector('[data-tried]').getClientRects()];
	if (words.some((box) => box.left < right && box.right > left && box.top < bottom - 1 && box.bottom > top + 1)) return 'covered';
	const seen = (box) => box.bottom > 0 && box.top < innerHeight;
	return seen({ top, bottom }) && words.some(seen) ? '' : 'out of sight';
})()`;

describe('all the words of a reference', () => {
	it.each(screens)('open its note, which leaves them in sight, at $width by $height px', async (screen) => {
		const { page, close } = await visit(browser, STRIKE, screen);
		const wrong: string[] = [];
		const phrases = await page.$$('main :is(.ref:has(button), a.ref)');
		for (const [at, phrase] of phrases.entries()) {
			// Low in the window, high and in the middle in turn; pressed at its first letter.
			const { x, y, words } = await phrase.evaluate(
				(element, part) => {
					for (const one of document.querySelectorAll('[data-tried]')) one.removeAttribute('data-tried');
					element.setAttribute('data-tried', '');
					scrollBy(0, element.getBoundingClientRect().top - innerHeight * part);
					const [box = new DOMRect()] = element.getClientRects();
					return { x: box.left + 2, y: box.top + box.height / 2, words: element.textContent };
				},
				[0.85, 0.05, 0.5][at % 3] ?? 0.5,
			);
			if (screen.touch) await page.touchscreen.tap(x, y);
			else await page.mouse.click(x, y);
			await page.waitForFunction(`document.querySelector(':popover-open')`);
			const found = await page.evaluate(APART);
			if (found) wrong.push(`${words}: ${found}`);
			await page.keyboard.press('Escape');
		}
		await close();
		expect(phrases.length).toBeGreaterThan(50);
		expect(wrong).toEqual([]);
	});

	it('are selected and copied whole, without the number', async () => {
		const { page, close } = await visit(browser, STRIKE, { width: 1280 });
		const copied = (await page.evaluate(`(() => {
			const paragraph = document.querySelector('${PHRASE}').closest('p, li');
			getSelection().selectAllChildren(paragraph);
			const own = paragraph.cloneNode(true);
			for (const button of own.querySelectorAll('button')) button.remove();
			return [getSelection().toString().trim(), own.textContent.trim()];
		})()`)) as readonly string[];
		expect(copied[0]).toBe(copied[1]);
		await close();
	});
});

describe('the keyboard', () => {
	it('reaches the text by the skip link first, and shows where it is', async () => {
		const { page, close } = await visit(browser, url, { width: 1280 });
		await page.keyboard.press('Tab');
		const skip = (await page.evaluate(
			`(() => { const { textContent, hash } = document.activeElement; const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement); return { textContent, hash, outlineStyle, outlineWidth, top: document.activeElement.getBoundingClientRect().top }; })()`,
		)) as Record<string, string | number>;
		expect(skip['hash']).toBe('#content');
		expect(skip['top']).toBeGreaterThanOrEqual(0);
		await page.keyboard.press('Enter');
		expect(await page.evaluate(`document.activeElement?.id`)).toBe('content');
		await close();
	});
});
