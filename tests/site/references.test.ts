import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom';
import { beforeAll, expect, inject, it } from 'vitest';
import { across, readSite, type Site } from './pages.ts';

const squeezed = (text: string | null | undefined): string => (text ?? '').replace(/\s+/g, ' ').trim();

/** The words of an element without the numbers of its notes. */
function wordsOf(element: Element): string {
	const copy = element.cloneNode(true) as Element;
	for (const number of copy.querySelectorAll('.ref-number')) number.remove();
	return squeezed(copy.textContent);
}

let site: Site;
beforeAll(async () => {
	site = readSite(inject('site').folder);
});

it('a figure is text, and its control is named by the number of the note, a disputed one by itself and by who differs', () => {
	let seen = 0;
	let disputed = 0;
	const wrong = across(site, function* ({ document }) {
		for (const ref of document.querySelectorAll('main span.ref:has(button)')) {
			seen += 1;
			const number = ref.querySelector('button');
			const note = document.getElementById(number?.getAttribute('popovertarget') ?? '');
			const value = note?.closest('li')?.getAttribute('value');
			const differ = ref.classList.contains('disputed');
			if (differ) disputed += 1;
			const name = `^${differ ? `${RegExp.escape(wordsOf(ref))}, disputed, by \\d+ speakers?: ` : ''}source ${value}$`;
			if (!new RegExp(name).test(squeezed(number?.getAttribute('aria-label'))))
				yield `“${wordsOf(ref)}” is named “${number?.getAttribute('aria-label')}”, its note is number ${value}`;
			if (number?.textContent !== `[${value}${differ ? '≠' : ''}]`)
				yield `“${wordsOf(ref)}” is marked ${number?.textContent}`;
		}
	});
	expect(wrong).toEqual([]);
	expect(seen).toBeGreaterThan(100);
	expect(disputed).toBeGreaterThan(20);
});

it('notes are numbered in the order in which their figures come, from 1', () => {
	const wrong = across(site, function* ({ document }) {
		const values = [...document.querySelectorAll('main .ref button')].map((button) =>
			Number.parseInt(button.textContent.slice(1), 10),
		);
		const first = [...new Set(values)];
		if (first.some((value, at) => value !== at + 1)) yield `they come as ${first.join(' ')}`;
	});
	expect(wrong).toEqual([]);
});

it('a name is a link at its first mention on a page and plain words after it', () => {
	let seen = 0;
	const wrong = across(site, function* ({ document }) {
		const names = [...document.querySelectorAll('main a.ref')].map((link) => link.getAttribute('data-note') ?? '');
		seen += names.length;
		if (new Set(names).size < names.length) yield `one of ${names.join(', ')} is marked twice`;
		for (const name of names) if (!document.getElementById(name)) yield `${name} is no note`;
	});
	expect(wrong).toEqual([]);
	expect(seen).toBeGreaterThan(50);
});

it('the widest dispute of the front page is marked as one', () => {
	const front = site.pages.find(({ path }) => path === '/')?.document;
	const [range] = front?.querySelectorAll('.glance-figure .ref') ?? [];
	expect(range?.querySelector('button')?.getAttribute('aria-label')).toMatch(
		/ to .*, disputed, by \d+ speakers: source 1$/,
	);
});

it('the reader view of a browser keeps every word of each explainer, and none of its numbers', () => {
	let seen = 0;
	const wrong = across(site, function* ({ path, html, document }) {
		if (!/^\/explainers\/./.test(path)) return;
		const text = squeezed(new Readability(parseHTML(html).document).parse()?.textContent);
		for (const block of document.querySelectorAll(
			'.article > p, .article > ul > li, .key-points li, .dek, .aside, .later p, .unknown p',
		)) {
			seen += 1;
			const words = wordsOf(block);
			if (!text.includes(words)) yield `lost: ${words.slice(0, 160)}`;
		}
		for (const ref of document.querySelectorAll('main .ref')) {
			seen += 1;
			if (!text.includes(wordsOf(ref))) yield `lost: ${wordsOf(ref)}`;
		}
	});
	expect(wrong).toEqual([]);
	expect(seen).toBeGreaterThan(300);
});
