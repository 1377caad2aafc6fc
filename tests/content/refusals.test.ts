import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { check } from '../../src/desk/check.ts';
import { buildSite } from '../../src/ship/build.ts';
import { BuildError } from '../../src/ship/failure.ts';
import { hashFiles, manifestName, writeManifest } from '../../src/ship/manifest.ts';
import { fixtureRoot } from '../desk/tree.ts';

const root = join(import.meta.dirname, '../..');

describe('the content as it is', () => {
	const report = check(root);

	it('has no problem', () => {
		expect(report.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
	});

	it('accounts for every figure of every report', () => {
		const seeds = report.summary.notes.filter((note) => note.startsWith('seed '));
		expect(seeds.length).toBeGreaterThan(0);
		for (const note of seeds) expect(note).toContain(': every figure accounted for (');
	});
});

describe('a build', () => {
	let copy: string;
	beforeEach(() => {
		copy = mkdtempSync(join(tmpdir(), 'content-'));
		for (const folder of ['content', 'public', 'seeds'])
			cpSync(join(fixtureRoot, folder), join(copy, folder), { recursive: true });
	});
	afterEach(() => rmSync(copy, { recursive: true, force: true }));

	it('refuses a changed digit before anything is written, with file and line, and leaves the last site', async () => {
		const path = join(copy, 'content/claims/bridge.yaml');
		const text = readFileSync(path, 'utf8');
		const spoilt = text.replace(/(value: )\d+/, '$1999');
		expect(spoilt).not.toBe(text);
		writeFileSync(path, spoilt);
		const out = join(copy, 'dist');
		mkdirSync(out);
		writeFileSync(join(out, 'index.html'), 'the last good site');
		const made = { revision: '', site: '', tools: {}, files: hashFiles(out) };
		writeFileSync(join(out, manifestName), writeManifest(made));
		const said: string[] = [];
		await expect(buildSite({ root: copy, outDir: out, say: (line) => said.push(line) })).rejects.toThrow(BuildError);
		expect(said.join('\n')).toMatch(/content\/claims\/bridge\.yaml:\d+:\d+ {2}error .*999/);
		expect(readdirSync(out).sort()).toEqual(['index.html', manifestName]);
		expect(readFileSync(join(out, 'index.html'), 'utf8')).toBe('the last good site');
	});

	it.each(['content', 'seeds'])('refuses an empty %s folder', (folder) => {
		rmSync(join(copy, folder), { recursive: true });
		mkdirSync(join(copy, folder));
		expect(check(copy).findings.some(({ severity }) => severity === 'error')).toBe(true);
	});
});
