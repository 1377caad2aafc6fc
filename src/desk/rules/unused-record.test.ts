import { describe, expect, it } from 'vitest';
import { checkWith, textOf } from '../../../tests/desk/tree.ts';

const unused = (changes: Readonly<Record<string, string | null>>) =>
	checkWith(changes)
		.findings.filter(({ rule }) => rule === 'unused-record')
		.map(({ message }) => message);

describe('unused-record', () => {
	it('finds a record that nothing names, though its id is a word elsewhere', () => {
		const page = 'content/explainers/the-bridge.mdx';
		expect(unused({ [page]: textOf(page).replace('<Term id="stock"/>', 'stock') })).toEqual([
			'nothing uses the term "stock"',
		]);
	});

	it('keeps silent while a file cannot be read', () => {
		const page = 'content/explainers/the-bridge.mdx';
		expect(unused({ [page]: textOf(page).replace('<Term id="stock"/>', '<Term') })).toEqual([]);
	});
});
