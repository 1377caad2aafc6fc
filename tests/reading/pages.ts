import type { Page } from 'puppeteer-core';

/** Pages on which readers meet every part of the site: each kind with controls of its own. */
export const walked = [
	'',
	'explainers/the-strike/',
	'ceasefires/',
	'charts/strike-killed/',
	'search/',
	'about/',
] as const;

/** Runs an expression in the page. */
export const ask = <T>(page: Page, expression: string): Promise<T> => page.evaluate(expression) as Promise<T>;

/** Text that is cut off: it overflows a box that hides or clips what does not fit. */
export const CUT = `[...document.querySelectorAll('body *')]
	.filter((element) => {
		if (element.closest('svg, .skip, [popover]')) return false;
		const { overflowX, overflowY, clipPath, position } = getComputedStyle(element);
		if (position === 'absolute' && clipPath !== 'none') return false;
		const hides = (value) => value === 'hidden' || value === 'clip';
		return (hides(overflowX) && element.scrollWidth > element.clientWidth + 1) || (hides(overflowY) && element.scrollHeight > element.clientHeight + 1);
	})
	.map((element) => element.outerHTML.slice(0, 120))`;

/** Elements that reach beyond the window's right edge without a box of their own to scroll them in. */
export const BEYOND = `document.documentElement.scrollWidth > document.documentElement.clientWidth
	? [...document.querySelectorAll('body *')]
		.filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !element.closest('.table-scroll, pre, svg'))
		.slice(0, 3)
		.map((element) => 'too wide: ' + element.outerHTML.slice(0, 120))
	: []`;
