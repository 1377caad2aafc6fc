import { mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeManifest } from './manifest.ts';
import { oursIn, outputOf } from './output.ts';

let place = '';
let root = '';
beforeEach(async () => {
	place = await realpath(await mkdtemp(join(tmpdir(), 'output-')));
	root = join(place, 'project');
	await mkdir(join(root, 'content'), { recursive: true });
	await mkdir(join(place, 'photos'));
	await writeFile(join(place, 'photos', 'one.jpg'), 'x');
});
afterEach(() => rm(place, { recursive: true }));

const site = async (folder: string, files: readonly string[]) => {
	await mkdir(folder, { recursive: true });
	for (const file of files) await writeFile(join(folder, file), file);
	const hashes = Object.fromEntries(files.map((file) => [file, '0']));
	await writeFile(join(folder, 'manifest.json'), writeManifest({ revision: '0', site: 'x', tools: {}, files: hashes }));
};

describe('where the site may go', () => {
	it.each([
		'.',
		'..',
		'/',
		'content',
		'content/new',
		'src',
		'.git',
		'.github/x',
		'node_modules/x',
		'.work',
		'a/b',
		'.work/build-1',
	])('not to %s', async (out) => {
		await expect(outputOf(root, join(root, out === '/' ? '../../../../../..' : out))).rejects.toThrow(/cannot go to/);
	});

	it.each(['dist', 'site', '.work/test-site', '../elsewhere', '../a/b/c'])('to %s', async (out) => {
		expect(await outputOf(root, join(root, out))).toBe(join(root, out));
	});

	it('not through a link to what it may not replace, and to where a good link leads', async () => {
		await symlink('content', join(root, 'dist'));
		await expect(outputOf(root, join(root, 'dist'))).rejects.toThrow(/part of the project/);
		await symlink('..', join(root, 'up'));
		await expect(outputOf(root, join(root, 'up'))).rejects.toThrow(/holds the project/);
		await symlink('nowhere', join(root, 'lost'));
		await expect(outputOf(root, join(root, 'lost'))).rejects.toThrow(/link to nothing/);
		await mkdir(join(place, 'www'));
		await symlink('../www', join(root, 'served'));
		expect(await outputOf(root, join(root, 'served'))).toBe(join(place, 'www'));
	});
});

describe('what stands where the site goes', () => {
	it('may be nothing, an empty folder, or what a build wrote', async () => {
		expect(await oursIn(join(place, 'none'))).toEqual([]);
		await mkdir(join(place, 'empty', 'lost+found'), { recursive: true });
		expect(await oursIn(join(place, 'empty'))).toEqual([]);
		await site(join(place, 'ours'), ['index.html']);
		expect([...(await oursIn(join(place, 'ours')))].sort()).toEqual(['index.html', 'manifest.json']);
	});

	it('is never a file, a folder of someone else, or a site to which something was added', async () => {
		await expect(oursIn(join(place, 'photos'))).rejects.toThrow(/no build wrote \(one\.jpg\)/);
		await expect(oursIn(join(place, 'photos', 'one.jpg'))).rejects.toThrow(/it is a file/);
		await site(join(place, 'ours'), ['index.html']);
		await symlink('/', join(place, 'ours', 'link'));
		await expect(oursIn(join(place, 'ours'))).rejects.toThrow(/no build wrote \(link\)/);
	});

	it('may be a site that was being filled in place when its build was ended', async () => {
		await site(join(place, 'ours', '.building'), ['new.html']);
		await writeFile(join(place, 'ours', 'new.html'), 'x');
		expect(await oursIn(join(place, 'ours'))).toEqual(['new.html']);
	});
});
