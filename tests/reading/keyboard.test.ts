import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { visit } from '../browser/visit.ts';
import { launch } from '../chromium.ts';
import { ask, walked } from './pages.ts';

const { url } = inject('site');
let browser: Browser;
beforeAll(async () => {
	browser = await launch();
});
afterAll(async () => {
	await browser?.close();
});

interface Stop {
	/** Which element it is, by its place among all; -1 where focus has left the page. */
	readonly at: number;
	readonly what: string;
	readonly outlined: boolean;
	readonly seen: boolean;
}

/** Where the focus is, whether an outline shows it, and whether it is in the window with nothing above it. */
const STOP = `(() => {
	const element = document.activeElement;
	if (!element || element === document.body) return { at: -1, what: '', outlined: true, seen: true };
	const style = getComputedStyle(element);
	const boxes = [...element.getClientRects()];
	const seen = boxes.some(({ left, right, top, bottom }) => {
		const x = Math.min(Math.max((left + right) / 2, 1), innerWidth - 1);
		const y = Math.min(Math.max((Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2, 1), innerHeight - 1);
		const above = bottom > 0 && top < innerHeight && document.elementFromPoint(x, y);
		return above && (element === above || element.contains(above) || above.contains(element));
	});
	const shown = (of) => of.outlineStyle !== 'none' && parseFloat(of.outlineWidth) >= 2;
	const marked = shown(style) || [...element.querySelectorAll('*')].some((inner) => shown(getComputedStyle(inner)));
	return { at: [...document.querySelectorAll('*')].indexOf(element), what: element.outerHTML.slice(0, 140), outlined: marked, seen };
})()`;

/** Controls that the tab key has to reach: shown, not switched off, and not taken out of the order. */
const CONTROLS = `[...document.querySelectorAll('a[href], button, input, select, summary, [tabindex="0"]')]
	.filter((element) => element.tabIndex >= 0 && !element.disabled && element.checkVisibility({ visibilityProperty: true }))
	.map((element) => [...document.querySelectorAll('*')].indexOf(element))`;

async function walk(page: Page, most: number): Promise<readonly Stop[]> {
	const stops: Stop[] = [];
	for (let step = 0; step < most; step += 1) {
		await page.keyboard.press('Tab');
		const stop = await ask<Stop>(page, STOP);
		if (stop.at === -1 || stops[0]?.at === stop.at) break;
		stops.push(stop);
	}
	return stops;
}

const walks = [1280, 360].flatMap((width) => walked.map((path) => ({ width, path })));

describe('by keyboard alone', () => {
	it.each(walks)(
		'every control of /$path at $width px is reached once, outlined and in view',
		async ({ path, width }) => {
			const { page, close } = await visit(browser, url + path, { width });
			const controls = await ask<number[]>(page, CONTROLS);
			const stops = await walk(page, controls.length + 20);
			await close();
			const reached = new Set(stops.map(({ at }) => at));
			expect(controls.filter((at) => !reached.has(at)).length, 'controls that are not reached').toBe(0);
			expect(stops.length, 'stops').toBe(reached.size);
			expect(stops.filter(({ outlined }) => !outlined).map(({ what }) => what)).toEqual([]);
			expect(stops.filter(({ seen }) => !seen).map(({ what }) => what)).toEqual([]);
		},
	);
});

const BUTTONS = `document.querySelectorAll('main article button[popovertarget]')`;

describe('every note of an explainer', () => {
	it.each([true, false])('opens by Enter, is left by Escape, and gives focus back (script: %s)', async (script) => {
		const { page, close } = await visit(browser, `${url}explainers/the-strike/`, { width: 1280, script });
		const notes = await ask<number>(page, `${BUTTONS}.length`);
		const lost: string[] = [];
		for (let at = 0; at < notes; at += 1) {
			await ask(page, `${BUTTONS}[${at}].focus()`);
			await page.keyboard.press('Enter');
			const opened = await ask<boolean>(
				page,
				`document.querySelector(':popover-open')?.id === ${BUTTONS}[${at}].getAttribute('popovertarget')`,
			);
			await page.keyboard.press('Escape');
			const back = await ask<boolean>(
				page,
				`!document.querySelector(':popover-open') && document.activeElement === ${BUTTONS}[${at}]`,
			);
			if (!opened || !back)
				lost.push(`button ${at}: ${opened ? 'focus does not come back' : 'its note does not open'}`);
		}
		await close();
		expect(notes).toBeGreaterThan(10);
		expect(lost).toEqual([]);
	});

	it('lets the tab key go on into it and back out to where the reader was', async () => {
		const { page, close } = await visit(browser, `${url}explainers/the-strike/`, { width: 1280 });
		await page.focus('main p .ref-claim button');
		await page.keyboard.press('Enter');
		await page.keyboard.press('Tab');
		const inside = await ask<boolean>(page, `!!document.activeElement.closest(':popover-open')`);
		await page.keyboard.press('Escape');
		const back = await ask<boolean>(
			page,
			`document.activeElement === document.querySelector('main p .ref-claim button')`,
		);
		await close();
		expect({ inside, back }).toEqual({ inside: true, back: true });
	});
});
