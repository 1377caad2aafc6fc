import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { address, link, recordAt } from './link.ts';

describe('link', () => {
	it.each([
		['/', '/claims/a/', 'claims/a/'],
		['/claims/a/', '/', '../../'],
		['/claims/a/', '/claims/b/', '../b/'],
		['/claims/a/', '/sources/b/#c', '../../sources/b/#c'],
		['/about/', '/about/#term-x', '#term-x'],
		['/about/', '/about/', './'],
		['/404.html', '/about/', 'about/'],
		['/claims/a/', '/feed.xml', '../../feed.xml'],
		['/claims/a/', '/claims/a/javascript:alert(1)', './javascript:alert(1)'],
		['/claims/a/', '/claims/a///b.example/c', './//b.example/c'],
	])('from %s to %s is %s', (from, to, expected) => {
		expect(link(from, to)).toBe(expected);
	});

	it('leads to the same place from anywhere, at the root and below a path', () => {
		const path = fc
			.array(fc.constantFrom('a', 'b', 'c'), { maxLength: 4 })
			.map((parts) => `/${parts.map((part) => `${part}/`).join('')}`);
		fc.assert(
			fc.property(path, path, fc.constantFrom('', '/x/y'), (from, to, base) => {
				expect(new URL(link(from, to), `https://example.org${base}${from}`).pathname).toBe(`${base}${to}`);
			}),
		);
	});
});

describe('address', () => {
	it('mirrors the folders of content', () => {
		expect(address('claim', 'x')).toBe('/claims/x/');
		expect(address('page', 'front')).toBe('/');
		expect(address('page', 'about')).toBe('/about/');
		expect(address('actor', 'sohr')).toBe('/actors/#sohr');
	});
});

describe('recordAt', () => {
	it.each(['source', 'claim', 'ceasefire', 'chart', 'explainer'] as const)('knows the page of a %s', (kind) => {
		expect(recordAt(address(kind, 'some-id'))).toEqual({ kind, id: 'some-id' });
	});

	it.each(['/', '/claims/', '/about/', '/charts/a.csv', '/constructor/a/', '/claims/a/b/'])(
		'knows no record at %s',
		(to) => {
			expect(recordAt(to)).toBeUndefined();
		},
	);
});
