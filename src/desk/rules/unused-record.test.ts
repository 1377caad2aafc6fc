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

	it('counts a place that another lies near as used', () => {
		const place = (name: string, near: string) =>
			`name: ${name}\nkind: town\nrole: A town.\nunknownPosition: Not known.\n${near}sources: [report]\n`;
		expect(
			unused({
				'content/places/ford.yaml': place('Ford', ''),
				'content/places/mill.yaml': place('Mill', 'near: ford\n'),
			}),
		).toEqual(['nothing uses the place "mill"']);
	});

	it('keeps silent while a file cannot be read', () => {
		const page = 'content/explainers/the-bridge.mdx';
		expect(unused({ [page]: textOf(page).replace('<Term id="stock"/>', '<Term') })).toEqual([]);
	});
});
