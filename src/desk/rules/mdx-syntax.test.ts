import { describe, expect, it } from 'vitest';
import { checkWith, textOf } from '../../../tests/desk/tree.ts';

const PAGE = 'content/explainers/the-town.mdx';

describe('mdx-syntax', () => {
	it.each([
		['<Aside>words', 'opened and not closed'],
		['words</Aside>', 'closed that was not opened'],
		['<Aside>words</Later>', 'closed'],
		['a {b', '"{" or "}"'],
		['<Chart id=x/>', 'quotation marks'],
		['<!-- x -->', 'HTML'],
		['<https://a.example>', 'read as a tag'],
		['import x fro', 'read as code'],
		['a <1 b', '"<" starts a tag'],
	])('says of %j in plain words: %s', (text, words) => {
		const { findings } = checkWith({ [PAGE]: textOf(PAGE).replace('More will stand here.', () => text) });
		const [found, ...more] = findings.filter(({ rule }) => rule === 'mdx-syntax');
		expect(more).toEqual([]);
		expect(`${found?.message}; ${found?.fix}`).toContain(words);
		expect(found?.line).toBe(15);
	});
});
