import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatJson, formatReport } from '../../src/desk/report.ts';
import { checkWith, fixture, textOf } from '../desk/tree.ts';

/** Pieces that mean something to one of the parsers, and some that mean trouble. */
const pieces = fc.constantFrom(
	...'<Claim id="|hospital|"/>|</Claim>|<Quote source="report">|<Aside>|</Aside>|{|}|{1+1}|---|```|`|[|](|)|javascript:|: |- |  |\t|"|\'|&a|*a|!!js|<<: |? |# |> ||-|%|@|null|2020|1e9|.inf|0x10|~|,|\\|\\u0000|&#106;|&amp;|<!--|-->|<script>|__proto__|constructor|toString|78|more than 40|“|”|_|**|~~|| a | b |'.split(
		'|',
	),
	'\n',
	'\r\n',
	'\r',
	'\u0000',
	'\u202e',
	'\u200b',
	'\ufeff',
	'\ufffc',
	'\u2028',
	'e\u0301',
	'\u{1f600}',
	'\n\n',
	'\n- id: x\n',
	'\n---\n',
	'import x from "y"\n',
);
const noise = fc
	.array(
		fc.oneof({ weight: 3, arbitrary: pieces }, { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) }),
		{ maxLength: 30 },
	)
	.map((parts) => parts.join(''));

/** A file of the fixture with noise put over a part of it. */
const broken = (path: string) =>
	fc.tuple(fc.nat(2000), fc.nat(40), noise).map(([start, length, put]) => {
		const text = textOf(path);
		const at = start % (text.length + 1);
		return [path, text.slice(0, at) + put + text.slice(at + length)] as const;
	});

/** Runs the whole desk; what must hold for any content at all. */
function survives(changes: Readonly<Record<string, string | Uint8Array>>): void {
	const report = checkWith(changes);
	for (const { path, line, column, endColumn, message, fix } of report.findings) {
		expect(path).not.toBe('');
		expect(line).toBeGreaterThanOrEqual(1);
		expect(column).toBeGreaterThanOrEqual(1);
		expect(endColumn ?? column + 1).toBeGreaterThan(column);
		expect(message).not.toBe('');
		expect(fix).not.toBe('');
		const file = report.content.files.find((candidate) => candidate.path === path);
		if (file) expect(line).toBeLessThanOrEqual(file.lines.count);
	}
	const text = formatReport(report, { colour: false });
	expect(text).not.toMatch(/\n\s+at .+:\d+:\d+/);
	expect(text).not.toMatch(/(?!\n)\p{Cc}/u);
	expect(JSON.parse(formatJson(report))).toHaveLength(report.findings.length);
}

describe('any content', () => {
	const paths = [...fixture().keys()].filter((path) => path.startsWith('content/'));

	it('is checked to the end when one file is noise', () => {
		fc.assert(
			fc.property(fc.constantFrom(...paths), noise, (path, text) => survives({ [path]: text })),
			{ numRuns: 150 },
		);
	});

	it('is checked to the end when noise stands in a good file', () => {
		fc.assert(
			fc.property(fc.constantFrom(...paths).chain(broken), ([path, text]) => survives({ [path]: text })),
			{ numRuns: 200 },
		);
	});

	it('is checked to the end when a file is any bytes', () => {
		fc.assert(
			fc.property(fc.constantFrom(...paths), fc.uint8Array({ maxLength: 200 }), (path, bytes) =>
				survives({ [path]: bytes }),
			),
			{ numRuns: 60 },
		);
	});

	it('is checked to the end when records hold any values', () => {
		const path = 'content/claims/bridge.yaml';
		fc.assert(
			fc.property(
				fc.array(
					fc.dictionary(
						fc.constantFrom('id', 'about', 'measure', 'quantity', 'quote', 'source', 'statement', 'date', '__proto__'),
						fc.jsonValue({ maxDepth: 2 }),
					),
				),
				(records) => survives({ [path]: JSON.stringify(records) }),
			),
			{ numRuns: 80 },
		);
	});

	it('does not hang on depth or length', () => {
		const deep = 8000;
		for (const text of [
			'['.repeat(deep),
			'{a: '.repeat(deep),
			'- '.repeat(deep),
			'a: &a [*a,*a]',
			`a: ${'x'.repeat(200_000)}`,
			'"'.repeat(deep + 1),
		]) {
			survives({ 'content/sources/gazette.yaml': text });
		}
		const head = '---\ntitle: x\n---\n\n';
		for (const text of [
			'> '.repeat(2000),
			'['.repeat(deep),
			'*'.repeat(deep),
			'<Aside>'.repeat(500),
			'{'.repeat(500),
			'`'.repeat(deep),
			'a '.repeat(50_000),
			'“'.repeat(deep),
			'![['.repeat(2000),
		]) {
			survives({ 'content/explainers/the-town.mdx': `${head}${text}\n` });
		}
		survives({ 'content/series/residents.csv': `date,value\n${'"'.repeat(deep)}\n` });
	});
});

describe('three broken files', () => {
	it('are all reported in one run', () => {
		const report = checkWith({
			'content/sources/office.yaml': 'title: "x',
			'content/series/residents.csv': 'date,value,note\n2020,many,\n',
			'content/explainers/the-bridge.mdx': `${textOf('content/explainers/the-bridge.mdx')}\n<b>x\n`,
		});
		const told = new Set(report.findings.filter(({ severity }) => severity === 'error').map(({ path }) => path));
		expect([...told]).toEqual(
			expect.arrayContaining([
				'content/explainers/the-bridge.mdx',
				'content/series/residents.csv',
				'content/sources/office.yaml',
			]),
		);
	});
});
