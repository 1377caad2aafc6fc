import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import goldens from '../support/goldens.ts';

const root = join(import.meta.dirname, '../..');

it('a golden that cannot be written is the one before, and nothing stands beside it', async () => {
	const folder = mkdtempSync(join(tmpdir(), 'golden-'));
	const golden = join(folder, 'new', 'a.svg');
	await goldens.saveSnapshotFile(golden, 'first');
	await goldens.saveSnapshotFile(golden, 'second');
	expect(readFileSync(golden, 'utf8')).toBe('second');
	// A folder in its place: what is written whole beside it cannot take it.
	const taken = join(folder, 'taken');
	mkdirSync(taken);
	writeFileSync(join(taken, 'kept'), 'kept');
	await expect(goldens.saveSnapshotFile(taken, 'x')).rejects.toThrow();
	expect(readdirSync(folder).sort()).toEqual(['new', 'taken']);
	expect(readdirSync(join(folder, 'new'))).toEqual(['a.svg']);
});

it('the formatter, which writes in place, is let at no file of authors', () => {
	const settings = readFileSync(join(root, 'biome.jsonc'), 'utf8');
	const [, list = ''] = /"includes": \[([^\]]*)\]/.exec(settings) ?? [];
	const folders = [...list.matchAll(/^\s*"([^!"][^"]*)"/gm)].map(([, path = '']) => path.split('/')[0]);
	expect(folders.length).toBeGreaterThan(5);
	expect(folders.filter((one) => one === undefined || /[*]|^(?:content|seeds|public|docs)$/.test(one))).toEqual([]);
});
