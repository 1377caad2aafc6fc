import fc from 'fast-check';
import type { PhrasingContent, Root, TableRow } from 'mdast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { expect, test } from 'vitest';
import { writer } from './markdown.ts';

const slow = remark().use(remarkGfm).data('settings', { bullet: '-', fences: true }).freeze();

test('words without marks are written as the library writes them, wherever they stand', () => {
	const sign = fc.constantFrom(...'ab W w.p:s/1)2(#!+-=>é –"\'&;<[]_*`~@|\\\n\t'.split(''));
	const text = fc.string({ unit: sign, maxLength: 8 }).map((value): PhrasingContent => ({ type: 'text', value }));
	const around = fc.tuple(text, fc.nat(5)).map(([child, kind]): PhrasingContent => {
		if (kind === 0) return { type: 'strong', children: [child] };
		if (kind === 1) return { type: 'link', url: 'https://a.example/', children: [child] };
		if (kind === 2) return { type: 'footnoteReference', identifier: '1' };
		return child;
	});
	const line = fc.array(around, { minLength: 1, maxLength: 4 });
	const tree = fc.tuple(line, fc.constantFrom('paragraph', 'heading', 'cell', 'item')).map(([children, kind]): Root => {
		if (kind === 'heading') return { type: 'root', children: [{ type: 'heading', depth: 2, children }] };
		const paragraph = { type: 'paragraph', children } as const;
		if (kind === 'item')
			return { type: 'root', children: [{ type: 'list', children: [{ type: 'listItem', children: [paragraph] }] }] };
		if (kind === 'paragraph') return { type: 'root', children: [paragraph] };
		const row: TableRow = { type: 'tableRow', children: [{ type: 'tableCell', children }] };
		return { type: 'root', children: [{ type: 'table', children: [row, row] }] };
	});
	fc.assert(
		fc.property(tree, (root) => {
			expect(writer.stringify(root)).toBe(slow.stringify(root));
		}),
		{ numRuns: 3000 },
	);
});
