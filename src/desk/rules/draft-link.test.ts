import { describe, expect, it } from 'vitest';
import { checkWith, said, spots, textOf } from '../../../tests/desk/tree.ts';

describe('draft-link', () => {
	it('finds a link from a published page, and none from a draft or to a published one', () => {
		expect(said('draft-link', '[a](/explainers/the-town/#x)')).toHaveLength(1);
		expect(said('draft-link', '[a](/explainers/the-truce/)')).toEqual([]);
		const page = 'content/explainers/the-town.mdx';
		expect(
			spots('draft-link', checkWith({ [page]: `${textOf(page)}\n[a](/explainers/the-town/)\n` }).findings, new Map()),
		).toEqual([]);
	});
});
