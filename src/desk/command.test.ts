import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fixtureRoot } from '../../tests/desk/tree.ts';
import { run } from './command.ts';

let root = '';
const today = '2026-11-22';
const cli = (...args: readonly string[]) => run(args, { root, colour: false, today });

beforeAll(() => {
	root = mkdtempSync(join(tmpdir(), 'desk-cli-'));
	cpSync(fixtureRoot, root, { recursive: true });
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('check', () => {
	it('says that every figure is accounted for, and how much there is', () => {
		expect(cli('check')).toEqual({
			out: 'seed report: every figure accounted for (4 of 4)\n2 of 4 sources without an archived copy: npm run sources lists them\n1 page is a draft and stays out\n5 claims, 4 sources, 1 ceasefire, 3 explainers: no problems\n',
			status: 0,
		});
	});

	it('prints place, rule, remedy and the line with its spot marked', () => {
		const path = join(root, 'content/claims/bridge.yaml');
		const text = readFileSync(path, 'utf8');
		writeFileSync(path, text.replace('value: 52', 'value: 25'));
		const { out, status } = cli('check');
		expect(status).toBe(1);
		expect(out).toContain('content/claims/bridge.yaml:17:22  error  quote-quantity  ');
		expect(out).toContain(' → Correct whichever is wrong');
		expect(out).toContain('\n      quantity: { value: 25 }\n                         ^^\n');
		expect(run(['check'], { root, colour: true, today }).out).toContain('\u001b[31merror');
		const rows: unknown = JSON.parse(cli('check', '--json').out);
		expect(rows).toContainEqual({
			path: 'content/claims/bridge.yaml',
			line: 17,
			column: 22,
			severity: 'error',
			rule: 'quote-quantity',
			message: expect.any(String),
			fix: expect.any(String),
		});
		writeFileSync(path, text);
	});

	it('says in one message what is wrong with an empty folder', () => {
		const empty = mkdtempSync(join(tmpdir(), 'desk-empty-'));
		mkdirSync(join(empty, 'content'));
		const { out, status } = run(['check'], { root: empty, colour: false, today });
		rmSync(empty, { recursive: true });
		expect(status).toBe(1);
		expect(out).toMatch(/^content:1:1 {2}error {2}empty-content {2}there is no content/);
		expect(out.match(/ {2}error {2}/g)).toHaveLength(1);
	});

	it('writes lists of ids for the editor only where there is a place for them', () => {
		cli('check');
		expect(existsSync(join(root, '.vscode'))).toBe(false);
		mkdirSync(join(root, '.vscode'));
		cli('check');
		expect(readFileSync(join(root, '.vscode/schemas/claim.json'), 'utf8')).toContain('"rescue-service"');
		expect(readFileSync(join(root, '.vscode/components.code-snippets'), 'utf8')).toContain('injured-rescue');
		expect(cli('check').error).toBeUndefined();
	});

	it('leaves snippets and schemas that it did not write, and says so', () => {
		mkdirSync(join(root, '.vscode/schemas'), { recursive: true });
		const paths = ['components.code-snippets', 'schemas/claim.json'].map((file) => join(root, '.vscode', file));
		for (const path of paths) {
			writeFileSync(path, '{ "mine": {} }');
			expect(cli('check')).toMatchObject({ status: 0, error: expect.stringContaining('left as found') });
			expect(readFileSync(path, 'utf8')).toBe('{ "mine": {} }');
			rmSync(path);
			cli('check');
			const own = readFileSync(path, 'utf8').replace(/\{\n/, '{\n\t"mine": {},\n');
			writeFileSync(path, own);
			expect(cli('check')).toMatchObject({ status: 0, error: expect.stringContaining('left as found') });
			expect(readFileSync(path, 'utf8')).toBe(own);
			rmSync(path);
		}
	});
});

describe('find', () => {
	it('lists claims, prose, uses and seed lines that hold a figure', () => {
		const { out, status } = cli('find', '52');
		expect(status).toBe(0);
		expect(out).toContain('content/claims/bridge.yaml:16  claim injured-rescue');
		expect(out).toContain('content/explainers/the-bridge.mdx:6  use  ');
		expect(out).toContain('seeds/report.txt:2  seed');
		expect(cli('find', '4088').out).toContain('content/series/residents.csv:3  series residents  2021: 4088');
		expect(cli('find', '17').out).toContain('content/explainers/the-bridge.mdx');
	});

	it('lists the charts and values that a figure reaches, in order of file and line', () => {
		const { out } = cli('find', '52');
		expect(out).toMatch(/ {2}use {2}.*<(?:Accounts|Value) /);
		const spots = [...out.matchAll(/^(\S+):(\d+) /gm)].map(
			([, path = '', line = '']) => `${path}:${line.padStart(5, '0')}`,
		);
		expect(spots).toEqual([...spots].sort());
	});

	it('finds words too, and says when there are none', () => {
		expect(cli('find', 'bad', 'day').out).toContain('claim bad-day');
		expect(cli('find', 'gazette.example/night').out).toContain('content/sources/gazette.yaml:6  source gazette');
		expect(cli('find', '99')).toEqual({ out: 'nothing holds "99"\n', status: 1 });
		expect(cli('find', 'injured-resuce').out).toBe('nothing holds "injured-resuce"\nDid you mean "injured-rescue"?\n');
	});
});

describe('new', () => {
	it('writes the files of a stub', () => {
		expect(cli('new', 'actor', 'watchman').out).toBe('wrote content/actors/watchman.yaml\n');
		expect(cli('check').out).toContain('1 record still to be written: left out of the site until then');
		expect(cli('new', 'actor', 'watchman')).toMatchObject({
			status: 1,
			error: expect.stringContaining('there already'),
		});
	});
});

describe('new source --seed', () => {
	it('writes nothing for a report that cannot be read as one', () => {
		const no = (name: string, held: string) => {
			const report = join(root, 'seeds', name);
			writeFileSync(report, held);
			const { error } = cli('new', 'source', 'other', '--seed', name);
			rmSync(report);
			return error;
		};
		expect(no('a\u0001.txt', 'words')).toBe(
			'a\uFFFD.txt: not every system can hold a file of this name; give it another name, with ".txt" at its end\n',
		);
		expect(no('blank.txt', '\n')).toContain('save the words of the report here as plain text, in UTF-8');
		expect(no('large.txt', 'word '.repeat(200_001))).toContain('it is larger than 1 MB');
		expect(no('table.txt', 'x 14. '.repeat(1001))).toContain('has 1001 figures: bring it in as several reports');
		expect(existsSync(join(root, 'content/sources/other.yaml'))).toBe(false);
	});
});

describe('usage', () => {
	it.each([
		[],
		['chekc'],
		['check', 'x'],
		['check', '--jsn'],
		['new'],
		['new', 'actors', 'x'],
		['new', 'actor'],
		['new', 'actor', 'a', 'b'],
		['new', 'actor', '../x'],
		['find'],
		['find', '--x'],
		['sources', '--onlin'],
	])('is shown without a stack for %j', (...args: readonly string[]) => {
		const { out, error = '', status } = cli(...args);
		expect(status).toBe(1);
		expect(`${out}${error}`).toMatch(/Usage:|is no id/);
		expect(`${out}${error}`).not.toMatch(/\bat .+:\d+:\d+/);
	});
});
