import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listFiles } from './files.ts';
import { fill, openToAll, previousOf, recover, swap } from './folder.ts';
import { hashFiles, writeManifest } from './manifest.ts';

let root = '';
beforeEach(async () => {
	root = await mkdtemp(join(tmpdir(), 'folder-'));
	await mkdir(join(root, '.work'));
});
afterEach(() => rm(root, { recursive: true }));

const put = async (folder: string, files: Readonly<Record<string, string>>) => {
	for (const [file, text] of Object.entries(files)) {
		await mkdir(dirname(join(folder, file)), { recursive: true });
		await writeFile(join(folder, file), text);
	}
	return folder;
};

/** A site as a build leaves it. */
const site = async (folder: string, files: Readonly<Record<string, string>>) => {
	await put(folder, files);
	const manifest = writeManifest({ revision: '0', site: 'x', tools: {}, files: { ...(await hashFiles(folder)) } });
	return put(folder, { 'manifest.json': manifest });
};

it('the new folder takes the place of the old, and nothing is left', async () => {
	const out = await site(join(root, 'dist'), { 'index.html': 'old', 'gone.html': 'old' });
	const staged = await put(join(root, '.work', 'build-1', 'site'), { 'index.html': 'new' });
	expect(await swap(root, staged, out)).toBe(false);
	expect(await listFiles(out)).toEqual(['index.html']);
	expect(await readdir(join(root, '.work'))).toEqual(['build-1']);
});

it.each([
	['put into', 'notes.txt'],
	['changed in', 'index.html'],
])('what was %s the old folder while the new one was built stays, with all the rest', async (_how, file) => {
	const out = await site(join(root, 'dist'), { 'index.html': 'old' });
	await put(out, { [file]: 'by hand' });
	const before = await listFiles(out);
	const staged = await put(join(root, '.work', 'build-1', 'site'), { 'index.html': 'new' });
	await expect(swap(root, staged, out)).rejects.toThrow(`cannot go to ${out}`);
	expect(await listFiles(out)).toEqual(before);
	expect(await readFile(join(out, file), 'utf8')).toBe('by hand');
	expect(await readdir(join(root, '.work'))).toEqual(['build-1']);
});

it('a folder filled in place keeps what no build wrote, and loses what the last one wrote', async () => {
	const out = await put(join(root, 'dist'), {
		'a/index.html': 'old',
		b: 'a file that becomes a folder',
		'c/d': 'x',
		stranger: 'x',
	});
	const staged = await put(join(root, 'staged'), {
		'index.html': 'new',
		'b/index.html': 'new',
		c: 'a file now',
		'manifest.json': '{}',
	});
	await fill(staged, out, ['a/index.html', 'b', 'c/d']);
	expect(await listFiles(out)).toEqual(['b/index.html', 'c', 'index.html', 'manifest.json', 'stranger']);
	expect(await readdir(out)).toEqual(['b', 'c', 'index.html', 'manifest.json', 'stranger']);
});

it('the last folder comes back, and what killed builds left goes', async () => {
	const out = join(root, 'dist');
	await put(previousOf(root, out), { 'index.html': 'old' });
	await put(join(root, '.work', 'build-999999999'), { 'site/x': '', 'cache/x': '' });
	await put(join(root, '.work', 'building-999999999'), { '999999999@host/x': '' });
	await put(join(root, '.work', `build-${process.ppid}`), { 'site/x': 'of one that lives' });
	await recover(root, out);
	expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('old');
	expect(await readdir(join(root, '.work'))).toEqual([`build-${process.ppid}`]);
});

it('what someone else keeps under such a name is left', async () => {
	const out = await site(join(root, 'dist'), { 'index.html': 'new' });
	await put(join(root, '.work'), { 'build-20201026/notes.txt': 'x', 'build-2020': 'x' });
	await recover(root, out);
	expect(await listFiles(join(root, '.work'))).toEqual(['build-2020', 'build-20201026/notes.txt']);
	await put(previousOf(root, out), { 'notes.txt': 'x' });
	await expect(recover(root, out)).rejects.toThrow(/no build wrote \(notes\.txt\)/);
});

it('every user can read what was built, however it was written', async () => {
	const folder = await put(join(root, 'site'), { 'a/b.html': 'x' });
	await chmod(join(folder, 'a', 'b.html'), 0o600);
	await chmod(join(folder, 'a'), 0o700);
	await openToAll(folder);
	expect((await stat(join(folder, 'a', 'b.html'))).mode & 0o777).toBe(0o644);
	expect((await stat(join(folder, 'a'))).mode & 0o777).toBe(0o755);
});
