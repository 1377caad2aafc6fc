import type { Nodes } from 'mdast';
import { describe, expect, it } from 'vitest';
import { example } from '../../tests/support/example-ledger.ts';
import { buildLedger } from '../ledger/verify.ts';
import { bodyOf, figuresIn, sectionsOf } from './body.ts';
import { canonical } from './canonical.ts';
import { headingIds } from './headings.ts';
import { keepTree, keepTrees, parseMdx } from './mdx.ts';
import { componentsIn, paragraphsIn, writtenWords } from './nodes.ts';
import { wordsOf } from './words.ts';

const ledger = buildLedger(example());
const body = `Above.

## The night

<Actor id="observatory"/> counted
<Claim id="killed-spokesman"/> *dead*, [it](/about/) said.

<Unknown>

Nobody <Term id="stock"/>.

Two.

</Unknown>

<Chart id="here"/>

## The night

| a | b |
| - | - |
| c | d |
`;

describe('a text', () => {
	const record = { body };
	const tree = bodyOf(record);

	it('is read once', () => {
		expect(bodyOf(record)).toBe(tree);
	});

	it('gives its sections with the words that a reader sees, and the ids of their headings', () => {
		const ids = headingIds(tree);
		const sections = sectionsOf(tree).map(({ heading, content }) => [
			heading && ids.get(heading),
			wordsOf(ledger, content).replace(/\s+/g, ' ').trim(),
		]);
		expect(sections).toEqual([
			[undefined, 'Above.'],
			['the-night', 'The Observatory counted more than 50 dead, it said. Nobody stock. Two.'],
			['the-night-1', 'a b c d'],
		]);
	});

	it('gives its components in order, and the paragraphs of each', () => {
		expect(componentsIn(tree.children).map(({ name }) => name)).toEqual(['Actor', 'Claim', 'Unknown', 'Term', 'Chart']);
		const [unknown] = componentsIn(tree.children, 'Unknown');
		expect(paragraphsIn(unknown?.children ?? []).map((nodes) => nodes.map(writtenWords).join(''))).toEqual([
			'Nobody .',
			'Two.',
		]);
		expect(figuresIn(record)).toEqual(['here']);
	});

	it('may start with a rule, which opens no front matter', () => {
		expect(bodyOf({ body: '---\n\na: b\n\n---\n' }).children.map(({ type }) => type)).toEqual([
			'yaml',
			'thematicBreak',
			'paragraph',
			'thematicBreak',
		]);
	});

	it('that cannot be read is none', () => {
		expect(() => bodyOf({ body: '<Aside>' })).toThrow('cannot be read');
	});
});

describe('bodyOf', () => {
	it('reads a text as it is read with its front matter, whatever stands in that', () => {
		for (const text of ['WWW.a.example/[b](javascript&colon;c)', 'a\n:-\nb', '- [\t] a', 'www.a.example'])
			for (const front of ['title: a', 'title: a | b', '# www.']) {
				const whole = parseMdx(`---\n${front}\n---\n\n${text}\n`);
				const urls = (tree: Nodes) =>
					[...JSON.stringify(tree).matchAll(/"(?:url|type)":"([^"]*)"/g)].map(([, one]) => one);
				if (!whole.ok) throw new Error(whole.fault.reason);
				expect(urls(bodyOf({ body: `\n${text}\n` })).slice(2)).toEqual(urls(whole.tree).slice(2));
			}
	});

	it('that the desk has kept is the same as one that is read again, to the page and to the compiler', () => {
		const text = `---\ntitle: A\n---\n${body}`;
		const without = (tree: Nodes) => JSON.stringify(tree, (key, value) => (key === 'position' ? undefined : value));
		const [read, code] = [bodyOf({ body }), canonical(text)];
		const parsed = parseMdx(text);
		keepTrees(true);
		try {
			if (parsed.ok) keepTree(body, parsed.tree);
			const kept = bodyOf({ body });
			expect(kept.position).toBeUndefined();
			expect(without(kept)).toBe(without(read).replace('"value":""', '"value":"title: A"'));
			expect(code.ok).toBe(true);
			expect(canonical(text)).toEqual(code);
		} finally {
			keepTrees(false);
		}
		expect(bodyOf({ body }).position).toBeDefined();
	});
});
