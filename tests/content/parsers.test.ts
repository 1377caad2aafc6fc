import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { parseAst } from 'vite';
import { describe, expect, it } from 'vitest';
import { parseMdx } from '../../src/prose/mdx.ts';
import { attributesOf, childrenOf, componentsIn } from '../../src/prose/nodes.ts';
import { checkWith, textOf } from '../desk/tree.ts';
import { makeCompile, wordsIn } from '../support/compile.ts';

/** `npm run fuzz` sets more; the seed is always the same. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 5_000);
const settings = { numRuns: RUNS, seed: 20_261_127 };
const compile = await makeCompile();

/** White space and line breaks of every kind: what is a break for one parser is none for the other. */
const spaces = fc.constantFrom(
	...['', ' ', '  ', '\t', '\n', '\r\n', '\r', '\n\n', '\u000b', '\u000c', '\u0085', '\u00a0', '\u1680', '\u2003'],
	...['\u2028', '\u2029', '\u202f', '\u205f', '\u3000', '\ufeff', '\u200b', '\\\n', '  \n'],
);
/** Whatever may run speaks of this name. */
const RUN = 'ranHere';
const runs = fc.constantFrom(
	RUN,
	`${RUN}()`,
	`${RUN} ()`,
	`${RUN}("a", 'b')`,
	`await ${RUN}`,
	`(0, ${RUN})`,
	`${RUN}\`x\``,
);
const esm = fc
	.tuple(
		fc.constantFrom(
			'export',
			'import',
			'export default',
			'export *',
			'export {',
			'import {',
			'import *',
			'async',
			'let',
		),
		spaces,
		fc.constantFrom('const a =', 'let a =', 'function a(){}', 'default', '*', '{a}', 'a', 'from', '"x"', ''),
		spaces,
		runs,
		fc.constantFrom('', '\n', ';', ' from "../../public/x.js"', '"../../public/x.js"', '}', ')'),
	)
	.map((parts) => parts.join(''));
const expression = fc.tuple(spaces, runs, spaces).map(([before, run, behind]) => `{${before}${run}${behind}}`);
const addresses = fc.constantFrom(
	...['https://a.example/b', 'http://a.example', 'www.a.example', 'WWW.a.example', 'a@b.example', 'mailto:a@b.example'],
	...[
		'<https://a.example>',
		'/about/',
		'/camp.png',
		'../../public/x.js',
		'../sources/ap.yaml?raw',
		'javascript:ranHere()',
		'data:,x',
	],
);
const signs = fc.constantFrom(
	...'\\[|\\`|\\<|\\{|\\*|`|``|[^a]|[a](|[a]: |[a][b]|![a](|)|](|]|[|*a*|**|_|~~|~|&lt;|&#123;|&#x7b;|&amp;|$|$$|"|\'|“|”|...|--|<!--|-->|<!|<?|<![CDATA['.split(
		'|',
	),
	...[
		'|',
		'| a | b |\n| - | - |\n| c | d |',
		'a\n:-',
		'a | b\n:- | -:\n',
		':::note\n',
		':a[b]{c}',
		'[^a]: ',
		'$$\nx\n$$',
	],
);
const blocks = fc.constantFrom(
	...[
		'- ',
		'1. ',
		'> ',
		'## ',
		'# ',
		'    ',
		'\t',
		'```\n',
		'```js\n',
		'~~~\n',
		'---\n',
		'***\n',
		'===\n',
		'- [ ] ',
		'- [x] ',
	],
	...[
		'+++\na = 1\n+++\n',
		'{"a": 1}\n',
		'---x\n',
		'---\nlayout: ../../public/x.js\n---\n',
		'<div>',
		'</div>',
		'<script>',
		'<br/>',
	],
);
const components = fc.constantFrom(
	...[
		'<Claim id="hospital"/>',
		'<Claim id="hospital">a</Claim>',
		'<Term id="stock"/>',
		'<Aside>',
		'</Aside>',
		'<Aside>\n\na\n\n</Aside>',
	],
	...[
		'<Unknown>a</Unknown>',
		'<Later date="2024-12-08">',
		'</Later>',
		'<Quote source="a">a</Quote>',
		'<Graph/>',
		'<></>',
		'<a.b/>',
	],
	...[
		`<Claim id={${RUN}}/>`,
		`<Claim {...${RUN}}/>`,
		`<Claim id="a" set:html="<b>"/>`,
		`<p onclick="${RUN}()">a</p>`,
		'<Claim id="&quot;{&#10;"/>',
	],
);
const words = fc.constantFrom(
	'a',
	'The words',
	'two\nlines',
	'1',
	'é',
	'\u{1f600}',
	'\ud800',
	'\u0000',
	'\u202e',
	'中文',
);
const pieces = fc.oneof(words, words, spaces, spaces, signs, addresses, esm, expression, blocks, components);
const texts = fc.array(pieces, { minLength: 1, maxLength: 9 }).map((parts) => parts.join(''));

interface Seen {
	/** Name and attributes of each component, in order. */
	readonly components: readonly string[];
	/** All words, without white space. */
	readonly words: string;
}

const bare = (text: string): string => text.replace(/\s+/gu, '');

/** What the desk's parser sees. */
function seenByDesk(text: string): Seen {
	const parsed = parseMdx(text);
	if (!parsed.ok) throw new Error('This text was accepted.');
	const wordsOf = (node: Nodes): string =>
		'value' in node
			? node.type === 'yaml'
				? ''
				: node.value
			: node.type === 'definition'
				? ''
				: childrenOf(node).map(wordsOf).join('');
	return {
		components: componentsIn([parsed.tree]).map((node) => JSON.stringify([node.name, ...sorted(attributesOf(node))])),
		words: bare(wordsOf(parsed.tree)),
	};
}

const sorted = (attributes: Readonly<Record<string, unknown>>) =>
	Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));

interface Node {
	readonly type: string;
	readonly [key: string]: unknown;
}
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && 'type' in value;
/** What Markdown's own links, images and tables are printed by: not the author's components. */
const OURS = new Set(['Link', 'Picture', 'Table']);

/** What a compiled module prints, read from its syntax alone. */
function seenInModule(code: string): Seen {
	const components: string[] = [];
	const words = wordsIn(code);
	const worth = (node: Node | undefined): unknown =>
		node?.type === 'MemberExpression' ? words[Number((node['property'] as Node)['value'])] : node?.['value'];
	let text = '';
	const print = (value: Node): void => {
		if (value.type === 'Literal' || value.type === 'MemberExpression') text += String(worth(value));
		else if (value.type === 'ArrayExpression') for (const one of value['elements'] as readonly Node[]) print(one);
		else if (value.type === 'CallExpression') element(value);
		else throw new Error(`It prints a ${value.type}.`);
	};
	const element = (call: Node): void => {
		const [type, attributes] = call['arguments'] as readonly [Node, Node];
		const values = new Map(
			(attributes['properties'] as readonly Node[]).map((one) => {
				const key = one['key'] as Node;
				return [String(key['name'] ?? key['value']), one['value'] as Node];
			}),
		);
		const children = values.get('children');
		values.delete('children');
		// Words between the tags of a reference.
		text += String(worth(values.get('words')) ?? '');
		values.delete('words');
		const name = String(type['name'] ?? '');
		if (/^[A-Z]/.test(name) && !OURS.has(name))
			components.push(
				JSON.stringify([name, ...sorted(Object.fromEntries([...values].map(([key, one]) => [key, worth(one)])))]),
			);
		if (children) print(children);
	};
	const find = (node: Node): Node | undefined => {
		if (node.type === 'FunctionDeclaration' && (node['id'] as Node)['name'] === '_createMdxContent') return node;
		return Object.values(node).flat().filter(isNode).map(find).find(Boolean);
	};
	const content = find(parseAst(code) as unknown as Node);
	if (!content) throw new Error('It has no content.');
	const statements = (content['body'] as Node)['body'] as readonly Node[];
	print(statements.find(({ type }) => type === 'ReturnStatement')?.['argument'] as Node);
	return { components, words: bare(text) };
}

/** A module without what stands in strings: all that could run. */
const bones = (code: string): string => code.replace(/"(?:[^"\\]|\\.)*"/g, '""');
const HARMLESS = /^(?!.*(?:ranHere|import\(|import\.meta|\bawait\b|set:html|onclick|public|sources\/)).*$/s;

/** The module that a text becomes, or why it becomes none. */
const made = (text: string, first = true): Promise<string> => compile(text, { first }).catch(String);
const isModule = (result: string): boolean => result.includes('function MDXContent');

describe('two parsers', () => {
	it('agree on every text that is compiled: its components, its words, and nothing that runs', async () => {
		let compiled = 0;
		await fc.assert(
			fc.asyncProperty(texts, async (text) => {
				const result = await made(text);
				// The first wall refuses; the second finds nothing that it let through, and the compiler nothing it cannot read.
				if (!isModule(result)) {
					expect(result).toMatch(/npm run check says more/);
					return;
				}
				compiled++;
				expect(seenInModule(result)).toEqual(seenByDesk(text));
				expect(HARMLESS.test(bones(result))).toBe(true);
			}),
			settings,
		);
		expect(compiled).toBeGreaterThan(RUNS / 10);
	});

	it('let nothing run where the first wall is gone: the second refuses it', async () => {
		let passed = 0;
		let refused = 0;
		await fc.assert(
			fc.asyncProperty(texts, async (text) => {
				const result = await made(text, false);
				if (result.includes(' is not text: ')) refused++;
				if (!isModule(result)) return;
				passed++;
				expect(HARMLESS.test(bones(result))).toBe(true);
			}),
			settings,
		);
		expect(passed).toBeGreaterThan(RUNS / 20);
		expect(refused).toBeGreaterThan(RUNS / 50);
	});

	it('build what the desk accepts', async () => {
		const page = 'content/explainers/the-bridge.mdx';
		let accepted = 0;
		await fc.assert(
			fc.asyncProperty(texts, async (text) => {
				const whole = `${textOf(page)}\n\n${text}\n`;
				if (!checkWith({ [page]: whole }).ok) return;
				accepted++;
				expect(seenInModule(await made(whole))).toEqual(seenByDesk(whole));
			}),
			{ ...settings, numRuns: RUNS / 25 },
		);
		expect(accepted).toBeGreaterThan(RUNS / 500);
	});
});
