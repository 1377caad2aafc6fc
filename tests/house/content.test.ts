import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check } from '../../src/desk/check.ts';
import { BuildError, buildSite } from '../../src/ship/build.ts';

const root = join(import.meta.dirname, '../..');
let copy: string;

beforeEach(() => {
	copy = mkdtempSync(join(tmpdir(), 'content-'));
	for (const folder of ['content', 'seeds']) cpSync(join(root, folder), join(copy, folder), { recursive: true });
});
afterEach(() => rmSync(copy, { recursive: true, force: true }));

/** Changes the first place of a file that matches; gives the line it is on. */
function change(file: string, pattern: RegExp, replacement: string): number {
	const path = join(copy, file);
	const text = readFileSync(path, 'utf8');
	const changed = text.replace(pattern, replacement);
	expect(changed, `${pattern} is in ${file}`).not.toBe(text);
	writeFileSync(path, changed);
	return text.slice(0, text.search(pattern)).split('\n').length;
}

const errors = (): readonly string[] =>
	check(copy)
		.findings.filter(({ severity }) => severity === 'error')
		.map(({ path, line, rule, message }) => `${path}:${line} ${rule} ${message}`);

const claims = 'content/claims/strike.yaml';

describe('the content as it is', () => {
	it('has no problem', () => {
		expect(errors()).toEqual([]);
	});

	it('accounts for every figure of both reports', () => {
		for (const seed of check(copy).summary.seeds) expect(seed.accounted).toBe(seed.figures);
	});
});

describe('the build refuses', () => {
	it('one digit changed in a quantity', () => {
		const line = change(claims, /value: 78\b/, 'value: 79');
		expect(errors()).toContainEqual(expect.stringMatching(new RegExp(`^${claims}:${line} quote-quantity`)));
	});

	it('one letter changed in a quote', () => {
		const line = change(claims, /^( +quote: .*)fighters/m, '$1fighterz');
		expect(errors()).toContainEqual(expect.stringMatching(new RegExp(`^${claims}:${line} quote `)));
	});

	it('a claim that points at a source which does not exist', () => {
		const line = change(claims, /^( +source:) seed-000$/m, '$1 seed-002');
		expect(errors()).toContainEqual(expect.stringMatching(new RegExp(`^${claims}:${line} unknown-reference`)));
	});

	it('one byte changed in a seed', () => {
		const [seed = ''] = readdirSync(join(copy, 'seeds'));
		const path = join(copy, 'seeds', seed);
		const bytes = readFileSync(path);
		bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
		writeFileSync(path, bytes);
		expect(errors()).toContainEqual(expect.stringMatching(/^content\/sources\/seed-00\d\.yaml:\d+ seed-changed/));
	});

	it('before anything is written, with file and line, and leaves the last site as it was', async () => {
		change(claims, /value: 78\b/, 'value: 79');
		const out = join(copy, 'dist');
		mkdirSync(out);
		writeFileSync(join(out, 'index.html'), 'the last good site');
		const said: string[] = [];
		await expect(buildSite({ root: copy, outDir: out, say: (line) => said.push(line) })).rejects.toThrow(BuildError);
		expect(said.join('\n')).toMatch(/content\/claims\/strike\.yaml:\d+:\d+ {2}error .*79/);
		expect(readdirSync(out)).toEqual(['index.html']);
		expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('the last good site');
	});
});

describe('bad input gives clear messages and no crash', () => {
	it('a seed that is missing', () => {
		const [seed = ''] = readdirSync(join(copy, 'seeds'));
		rmSync(join(copy, 'seeds', seed));
		expect(errors()).toContainEqual(expect.stringMatching(/seed-missing/));
	});

	it('a YAML file that cannot be read', () => {
		writeFileSync(join(copy, 'content/actors/sohr.yaml'), 'name: "open\n  kind: [\n');
		expect(errors()).toContainEqual(expect.stringMatching(/^content\/actors\/sohr\.yaml:\d+/));
	});

	it('a word where a number belongs', () => {
		const line = change('content/series/refugees-turkiye.csv', /^2020,\d+/m, '2020,many');
		expect(errors()).toContainEqual(
			expect.stringMatching(new RegExp(`^content/series/refugees-turkiye\\.csv:${line} `)),
		);
	});

	it('three broken files are all named in one run', () => {
		writeFileSync(join(copy, 'content/actors/sohr.yaml'), 'name: [\n');
		change('content/series/refugees-turkiye.csv', /^2020,\d+/m, '2020,many');
		change(claims, /value: 78\b/, 'value: 79');
		const named = new Set(errors().map((line) => line.split(':')[0]));
		for (const file of ['content/actors/sohr.yaml', 'content/series/refugees-turkiye.csv', claims])
			expect(named).toContain(file);
	});

	it.each(['content', 'seeds'])('an empty %s folder', (folder) => {
		rmSync(join(copy, folder), { recursive: true });
		mkdirSync(join(copy, folder));
		expect(errors().length).toBeGreaterThan(0);
	});
});
