import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { expect, inject, it } from 'vitest';
import { readSite } from '../site/pages.ts';

const { folder } = inject('site');
const { pages } = readSite(folder);
/** What a page may send for the behaviour of all its charts, in bytes of brotli. */
const MOST = 6000;

it('the script of a chart, with all that it loads, weighs 6 kB at most', () => {
	const page = pages.find(({ path }) => /^\/charts\/[^/]+\/$/.test(path));
	const addresses = [...(page?.document.querySelectorAll('script[src]') ?? [])].map((script) =>
		new URL(script.getAttribute('src') ?? '', `https://example.org${page?.path}`).pathname.slice(1),
	);
	const texts = new Map<string, string>();
	for (const address of addresses) {
		const text = readFileSync(join(folder, address), 'utf8');
		texts.set(address, text);
		for (const [, next = ''] of text.matchAll(/(?:from|import)\s*["'](\.[^"']+)["']/g))
			addresses.push(new URL(next, `https://example.org/${address}`).pathname.slice(1));
	}
	// One file carries the chart beside the rest of the page's behaviour: measured whole, it is light enough.
	expect([...texts.values()].filter((text) => text.includes('traced-chart'))).toHaveLength(1);
	const bytes = [...texts.values()].reduce((sum, text) => sum + brotliCompressSync(text).length, 0);
	expect(bytes).toBeLessThanOrEqual(MOST);
});
