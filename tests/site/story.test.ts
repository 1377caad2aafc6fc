import { beforeAll, describe, expect, inject, it } from 'vitest';
import { siteOf } from '../../src/ledger/ledger.ts';
import { ownLedger } from '../support/own-content.ts';
import { readSite, type SitePage } from './pages.ts';

/** What is no part of the story that a page tells: drawings, lists of records, notes, quotations, what each page ends on. */
const BESIDE =
	'figure, table, nav, details, button, form, blockquote, .compare > ol, .kicker, .box-label, .as-of, .key, .cite, .notes, .small, script, style';
const segments = new Intl.Segmenter('en', { granularity: 'sentence' });

interface Told {
	readonly path: string;
	readonly text: string;
	readonly words: number;
	/** Words of the middle sentence, in order of length. */
	readonly median: number;
}

/** The paragraphs of a page, and its key points, as sentences. */
function told({ path, document }: SitePage): Told {
	const article = document.querySelector('main article')?.cloneNode(true) as Element;
	for (const element of article.querySelectorAll(BESIDE)) element.remove();
	const blocks = [...article.querySelectorAll('p, li')]
		.filter((block) => !block.querySelector('p, li'))
		.map((block) => (block.textContent ?? '').replace(/\s+/g, ' ').trim());
	const lengths = blocks
		.flatMap((block) => [...segments.segment(block)])
		.map(({ segment }) => segment.split(/\s/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length)
		.filter((length) => length > 0)
		.sort((a, b) => a - b);
	return {
		path,
		text: blocks.join('\n'),
		words: lengths.reduce((sum, length) => sum + length, 0),
		median: lengths[Math.floor(lengths.length / 2)] ?? 0,
	};
}

let pages: readonly SitePage[] = [];
beforeAll(async () => {
	const site = readSite(inject('site').folder);
	pages = site.pages.filter(({ path }) => /^\/explainers\/[^/]+\/$/.test(path));
});

describe('the story of an explainer', () => {
	it('has 500 to 1,100 words, in sentences of 18 words and less for the most part', () => {
		const measured = pages.map(told);
		expect(measured.length).toBeGreaterThan(5);
		expect(measured.filter(({ words }) => words < 500 || words > 1100)).toEqual([]);
		expect(measured.filter(({ median }) => median < 8 || median > 18)).toEqual([]);
	});

	it('has one box at most that says what is not known', () => {
		expect(pages.filter(({ document }) => document.querySelectorAll('.unknown').length > 1)).toEqual([]);
	});

	it('names the reports that the site began with only where they are compared', () => {
		const names = Object.values(siteOf(ownLedger()).seeds);
		expect(names.length).toBeGreaterThan(0);
		const speaking = pages.filter((page) => names.some((name) => told(page).text.includes(name)));
		expect(speaking.filter(({ document }) => !document.querySelector('.compare')).map(({ path }) => path)).toEqual([]);
		expect(speaking).not.toEqual([]);
	});
});
