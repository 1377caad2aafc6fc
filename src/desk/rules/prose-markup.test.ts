import { describe, expect, it } from 'vitest';
import { checkWith, spots, textOf } from '../../../tests/desk/tree.ts';

const PAGE = 'content/explainers/the-bridge.mdx';
const dek = (words: string) => {
	const text = textOf(PAGE).replace(/^dek: .*$/m, () => `dek: '${words}'`);
	return spots('prose-markup', checkWith({ [PAGE]: text }).findings, new Map([[PAGE, text]]));
};

describe('prose-markup', () => {
	it.each([
		['A **bold** word', ['**bold**']],
		['A [link](/claims/) too', ['[link](/claims/)']],
		['A <b>word</b>', ['<b>']],
		['A <Claim id=hospital/>', ['<Claim id=hospital/>']],
		['A <Chart id="residents"/>', ['<Chart id="residents"/>']],
		['A {brace}', ['{brace}']],
		['A &amp; B', ['&amp;']],
	])('finds markup in %j', (words, found) => {
		expect(dek(words)).toEqual(found);
	});

	it.each(['Less < than, R&D, 5 * 3 * 2', 'A <Term id="stock"/> and <Claim id="hospital">some</Claim>'])(
		'lets %j stand',
		(words) => {
			expect(dek(words)).toEqual([]);
		},
	);
});
