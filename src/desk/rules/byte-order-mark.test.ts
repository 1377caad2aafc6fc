import { describe, expect, it } from 'vitest';
import { checkWith, textOf } from '../../../tests/desk/tree.ts';

describe('byte-order-mark', () => {
	it('is found in YAML and MDX, and the rest of the file is read all the same', () => {
		for (const path of ['content/places/vell.yaml', 'content/explainers/the-town.mdx']) {
			const { findings } = checkWith({ [path]: `\ufeff${textOf(path)}` });
			expect(
				findings.map(({ rule, line }) => `${rule} ${line}`),
				path,
			).toEqual(['byte-order-mark 1']);
		}
	});
});
