import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { beforeAll, describe, expect, inject, it } from 'vitest';
import { across, readSite, type Site } from './pages.ts';

/** The words of a text as a reader hears them: lower case, without marks. */
function wordsOf(text: string): readonly string[] {
	return (
		text
			.toLowerCase()
			.normalize('NFC')
			.match(/[\p{L}\p{N}]+(?:[.,’'-][\p{L}\p{N}]+)*/gu) ?? []
	);
}

/** Longest run of words of `text` that stands in `source` too, with its words. Linear in the text for runs of `atLeast`. */
function longestRun(text: readonly string[], source: readonly string[], atLeast: number): readonly string[] {
	const starts = Map.groupBy(source.keys(), (at) => source.slice(at, at + atLeast).join(' '));
	let best: readonly string[] = [];
	for (let at = 0; at + atLeast <= text.length; at += 1) {
		for (const from of starts.get(text.slice(at, at + atLeast).join(' ')) ?? []) {
			let length = atLeast;
			while (at + length < text.length && from + length < source.length && text[at + length] === source[from + length])
				length += 1;
			if (length > best.length) best = text.slice(at, at + length);
		}
	}
	return best;
}

const folder = join(import.meta.dirname, '../../seeds');
const seeds = readdirSync(folder).map((file) => wordsOf(readFileSync(join(folder, file), 'utf8')));
let site: Site;
beforeAll(async () => {
	site = readSite(inject('site').folder);
});

const visible = (html: string): Document => {
	const { document } = parseHTML(html);
	for (const element of document.querySelectorAll('script, style, head')) element.remove();
	return document;
};

describe('the words of the seeds', () => {
	it('are there to compare with', () => {
		expect(seeds).toHaveLength(2);
		expect(longestRun(wordsOf('So A B c. d e'), wordsOf('x a b C d y'), 2)).toEqual(['a', 'b', 'c', 'd']);
	});

	it('never stand on a page for more than 60 words together', () => {
		const copied = across(site, function* ({ html }) {
			const text = wordsOf(visible(html).body?.textContent ?? '');
			for (const seed of seeds) {
				const run = longestRun(text, seed, 61);
				if (run.length > 0) yield `${run.length} words: ${run.slice(0, 8).join(' ')} …`;
			}
		});
		expect(copied).toEqual([]);
	});

	it('stand in an explainer for ten words together only between quotation marks', () => {
		const copied = across(site, function* ({ html, path }) {
			if (!path.startsWith('/explainers/') && path !== '/') return;
			const document = visible(html);
			for (const quote of document.querySelectorAll('blockquote, q, .quote')) quote.replaceWith(' § ');
			const text = (document.body?.textContent ?? '').replace(/“[^”]*”/g, ' § ');
			for (const part of text.split('§')) {
				for (const seed of seeds) {
					const run = longestRun(wordsOf(part), seed, 10);
					if (run.length > 0) yield run.join(' ');
				}
			}
		});
		expect(copied).toEqual([]);
	});

	it('are not published whole in any file', () => {
		const whole = [...site.files]
			.filter((file) => /\.(?:json|xml|txt|csv|md|ics|svg|js)$/.test(file))
			.filter((file) => {
				const text = wordsOf(readFileSync(join(site.folder, file), 'utf8'));
				return seeds.some((seed) => longestRun(text, seed, 61).length > 0);
			});
		expect(whole).toEqual([]);
	});
});
