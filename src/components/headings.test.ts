import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bindPairs } from './binding.ts';
import { contentsOf, linkHeadings } from './headings.ts';

const link = (id: string): string => `<a class="anchor" href="#${id}" aria-hidden="true" tabindex="-1"></a>`;

test('headings get an id that no other element has, and a link to it', () => {
	const html = linkHeadings(
		'<h2>News reports</h2><h3>Killed</h3><h2 id="b">B</h2><h3>Killed &amp; <em>hurt</em></h3><p id="places"></p><h2>Places</h2>',
	);
	expect(html).toBe(
		`<h2 id="news-reports">News reports${link('news-reports')}</h2>` +
			`<h3 id="news-reports-killed">Killed${link('news-reports-killed')}</h3>` +
			`<h2 id="b">B${link('b')}</h2>` +
			`<h3 id="b-killed-amp-hurt">Killed &amp; <em>hurt</em>${link('b-killed-amp-hurt')}</h3>` +
			`<p id="places"></p><h2 id="places-1">Places${link('places-1')}</h2>`,
	);
	expect(contentsOf(html)).toEqual([
		{ id: 'news-reports', words: 'News reports' },
		{ id: 'b', words: 'B' },
		{ id: 'places-1', words: 'Places' },
	]);
});

test.each(['<h2 class="figure-title" id="a">A</h2>', '<h3><a href="x/">A</a></h3>', linkHeadings('<h2>A</h2>')])(
	'%s stays as it is',
	(html) => {
		expect(linkHeadings(html)).toBe(html);
	},
);

/** As Astro escapes what stands in an attribute: the signs of a tag stay as they are. */
const attribute = (words: string): string => words.replaceAll('&', '&#38;').replaceAll('"', '&#34;');

test('no words of an attribute are taken for a heading', () => {
	const parts = fc.constantFrom(
		'<h2>',
		'</h2>',
		'<h3>',
		'<img src=x>',
		'<a href=/>',
		'>',
		'<',
		"'",
		'"',
		'5 km',
		'words',
	);
	fc.assert(
		fc.property(fc.array(parts, { maxLength: 12 }), fc.array(parts, { maxLength: 12 }), (one, other) => {
			const said = [one, other].map((words) => attribute(words.join('')));
			const html = `<p title="${said[0]}">Text</p><img alt="${said[1]}">`;
			expect(linkHeadings(html)).toBe(html);
			expect(bindPairs(html)).toBe(html);
			expect(contentsOf(html)).toEqual([]);
		}),
	);
});

test('contents name figures of the second level too, without the numbers of their notes', () => {
	const html = '<h2 class="figure-title" id="f-title">More than <span>50<button>[1]</button></span> died</h2>';
	expect(contentsOf(html)).toEqual([{ id: 'f-title', words: 'More than 50 died' }]);
});
