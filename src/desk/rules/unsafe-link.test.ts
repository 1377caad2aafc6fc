import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/desk/tree.ts';
import { unsafe } from '../../prose/address.ts';

describe('unsafe', () => {
	it.each(['https://a.example/b?c=d#e', 'http://a.example', '/claims/x/', '#part', '../x', 'page', '?q=1'])(
		'lets %j pass',
		(url) => {
			expect(unsafe(url)).toBeUndefined();
		},
	);

	it.each([
		'javascript:x',
		'JAVASCRIPT:x',
		'data:text/html,x',
		'vbscript:x',
		'mailto:a@b.example',
		'//a.example',
		'\\\\a.example',
		'/\\a',
		'java\nscript:x',
		' javascript:x',
		'\u0001javascript:x',
		'https:a.example',
		'https://',
		'https:///a',
		'https://u:p@a.example/',
	])('stops %j', (url) => {
		expect(unsafe(url)).toBeDefined();
	});
});

describe('unsafe-link', () => {
	it('looks at links, images and definitions', () => {
		expect(said('unsafe-link', '[a](javascript:b) ![c](data:d) [e][f]\n\n[f]: vbscript:g\n')).toHaveLength(3);
		expect(said('unsafe-link', '![c](https://a.example/b.png) ![d][e]\n\n[e]: https://a.example/c.png\n')).toHaveLength(
			2,
		);
	});
});
