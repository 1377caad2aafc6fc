import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeCompile, wordsIn } from '../../tests/support/compile.ts';

const content = join(import.meta.dirname, '../../content');
const compile = await makeCompile();
const RUN = 'process.getBuiltinModule("node:fs").writeFileSync("ran","x")';
const HIDDEN = `https://a.example/b{process.getBuiltinModule ("node:fs").writeFileSync ("ran", "y")} c`;

/** Texts that run something, or read a file, where they are compiled as they stand; and what the second wall says of each. */
const hostile: readonly (readonly [what: string, text: string, refused: RegExp])[] = [
	['a declaration under "export"', `export\nconst a = ${RUN}\n`, /it names "a"/],
	['the same behind a list', `- a\n\nexport\nconst a = ${RUN}\n`, /it names "a"/],
	['the same behind a quotation', `> a\n\nexport\nconst a = ${RUN}\n`, /it names "a"/],
	['the same behind a heading', `## a\n\nexport\nconst a = ${RUN}\n`, /it names "a"/],
	['an export of a file', 'export*from"../../public/x.js"\n', /it exports from "\.\.\/\.\.\/public\/x\.js"|ExportAll/],
	['an image that is a module', '![a](../../public/x.js)\n', /it prints <>/],
	['an image of a file as text', '![a](../sources/ap.yaml?raw)\n', /it prints <>/],
	['an expression behind an escape', `The words \\[${HIDDEN}\n`, /it calls ".writeFileSync"/],
	['an expression behind an escaped tick', `The words \\\`${HIDDEN}\n`, /it calls ".writeFileSync"/],
	['an expression behind an escaped sign', `The words \\<${HIDDEN}\n`, /it calls ".writeFileSync"/],
	['an expression behind a lone tick', `The words \` ${HIDDEN}\n`, /it calls ".writeFileSync"/],
	['an expression behind a footnote', `The words [^a] ${HIDDEN}\n`, /it calls ".writeFileSync"/],
	['an expression behind an open link', `The words [a](${HIDDEN}\n`, /it calls ".writeFileSync"/],
	['an expression behind a definition', `The words [a]: ${HIDDEN}\n`, /it calls ".writeFileSync"/],
	['an expression in a list', `- The words \\[${HIDDEN}\n`, /it calls ".writeFileSync"/],
	['an expression in an aside', `<Aside>\n\nThe words \\[${HIDDEN}\n\n</Aside>\n`, /it calls ".writeFileSync"/],
	['an import', 'import a from "../../public/x.js"\n\n# a\n', /it imports/],
	['an expression', `{${RUN}}\n`, /it calls ".writeFileSync"/],
	['an expression in an attribute', `<Claim id={${RUN}}/>\n`, /is code|process/],
	[
		'an element made by hand',
		'{{"astro:jsx": true, type: "script", props: {"set:html": "alert(1)"}}}\n',
		/it names a part by a value/,
	],
	[
		'the same by a name that is put together',
		'{{["astro:" + "jsx"]: true, type: "p"}}\n',
		/it names a part by a value/,
	],
	['an element under another name', 'a\n\n{Object.assign({ p: "script" }, {})}\n', /prints another element as "p"/],
	['attributes that are spread', `<Claim {...${RUN}}/>\n`, /is code|are code|process/],
	['a constructor', '{"".constructor.constructor("return 1")()}\n', /it calls ""/],
	[
		'a frame of its own',
		'---\nlayout: ../../public/x.js\n---\n\nWords.\n',
		/it names "__astro_layout_jsx__"|it imports|it names/,
	],
	['HTML', '<Claim id="a" set:html="<b>"/>\n', /set:html/],
	['a script', '<script>{"alert(1)"}</script>\n', /script/],
	['an attribute that runs', '<p onclick="alert(1)">a</p>\n', /onclick/],
];

describe('the walls around content', () => {
	it.each(hostile)('refuse %s, or make plain words of it', async (_what, text) => {
		const made = await compile(text).catch(String);
		const strings = /"(?:[^"\\]|\\.)*"/g;
		if (!made.startsWith('Error: content/explainers/x.mdx:'))
			expect(made.replace(strings, '""')).not.toMatch(
				/process|constructor|import\s*\(|public|set:html|onclick|\bawait\b/,
			);
	});

	it.each(hostile)('refuse %s by the second one alone', async (_what, text, refused) => {
		await expect(compile(text, { first: false })).rejects.toThrow(refused);
	});

	it.each([
		[
			'what the compiler looks for',
			'The words export default function MDXContent stay.\n',
			'The words export default function MDXContent stay.',
		],
		['an empty block of code beside words', '```\n```\n\nWords.\n', 'Words.'],
		['a block of code', '```js\nconst a = {b}\n```\n', 'const a = {b}\n'],
		['an address of odd signs', '[x](/a%.png)\n', '/a%25.png'],
		['a table whose cell begins behind an address', '| a | b |\n| - | - |\n| https://a.example/b|words |\n', 'words'],
		['front matter in braces', '---\n{ title: a }\n---x\n---\n\nWords.\n', 'Words.'],
		['a sign that is no character', '---\ntitle: "\uFFFE"\n---\n\nWords.\n', 'Words.'],
		['"export" alone on a line', 'Words\nexport\n', 'Words\nexport'],
		['braces behind an escape', 'a \\{b\\} c\n', 'a {b} c'],
		['line breaks of JavaScript', 'a\u2028b\u0085c\u000cd\u3000e\n', 'a\u2028b\u0085c\fd\u3000e'],
	])('compile %s to the words that were read', async (_what, text, words) => {
		expect(wordsIn(await compile(text))).toContain(words);
	});

	it.each([
		['quotations', '> '.repeat(1500)],
		['lists', '1. '.repeat(2000)],
		['emphasis', '*a '.repeat(3000)],
		['components', '<Aside>\n\n'.repeat(500)],
	])('refuse %s inside each other before any parser goes down', async (_what, text) => {
		await expect(compile(`${text}a\n`)).rejects.toThrow(/^content\/explainers\/x\.mdx:\d+:\d+ error: /);
	});

	it('keep every word from the compiler and from what bundles', async () => {
		const marks = [
			...['$$server-islands-name-map$$', '@@ASTRO-LINKS@@', '__astro_import_meta_env', 'import.meta.env.DEV'],
			...['export default function MDXContent', "$$server-islands-name-map$$', x: run(), //"],
		];
		for (const mark of marks)
			for (const text of [`The ${mark}\n`, `[a](/a/ "The ${mark}")\n`, `<Term id="a">The ${mark}</Term>\n`]) {
				const code = await compile(text);
				expect(wordsIn(code)).toContain(`The ${mark}`);
				expect(code.replace(/"[\w+/=]*"/g, '""')).not.toMatch(
					/\$\$|@@|__astro_i|import\.meta|x: run|function MDXContent go/,
				);
			}
	});

	it('refuse in order of the file, and say where', async () => {
		await expect(compile('---\ntitle: a\n---\n\nWords.\n\n<Graph id="a"/>\n')).rejects.toThrow(
			'content/explainers/x.mdx:7:1 error: there is no component <Graph>',
		);
	});

	it('let every text of the site through, each of them alone', async () => {
		for (const folder of ['explainers', 'pages'])
			for (const name of readdirSync(join(content, folder))) {
				const text = readFileSync(join(content, folder, name), 'utf8');
				expect(await compile(text)).toContain('MDXContent');
				expect(await compile(text, { first: false })).toContain('MDXContent');
			}
	});
});
