import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { listFiles } from './files.ts';
import { fill, openToAll, previousOf, recover, swap } from './folder.ts';
import { hashFiles, writeManifest } from './manifest.ts';
import { MARKER } from './output.ts';

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
	expect(await swap(root, staged, out)).toBe('');
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

it('what came in the moment between stays, and the last site is kept until its place is free', async () => {
	const out = await site(join(root, 'dist'), { 'index.html': 'old' });
	const staged = await site(join(root, '.work', 'build-1', 'site'), { 'index.html': 'new' });
	const notes = async () => void (await put(out, { 'notes.txt': 'by hand' }));
	const previous = previousOf(root, out);
	await expect(swap(root, staged, out, notes)).rejects.toThrow(`The last site waits in ${previous}`);
	await expect(recover(root, out)).rejects.toThrow(`Move ${out} away`);
	expect(await readFile(join(out, 'notes.txt'), 'utf8')).toBe('by hand');
	await rename(out, join(root, 'mine'));
	await recover(root, out);
	expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('old');
});

it('a folder filled in place loses what the last build wrote', async () => {
	const out = await site(join(root, 'dist'), { 'a/index.html': 'old', b: 'becomes a folder', 'c/d': 'x' });
	const staged = await site(join(root, 'staged'), { 'index.html': 'new', 'b/index.html': 'new', c: 'a file now' });
	await fill(staged, out);
	expect(await readdir(out)).toEqual(['b', 'c', 'index.html', 'manifest.json']);
	expect(await listFiles(out)).toEqual(['b/index.html', 'c', 'index.html', 'manifest.json']);
});

it('what is written into a folder while it is filled in place stays as it is, and is named', async () => {
	const out = await site(join(root, 'dist'), { 'index.html': 'old', 'feed.xml': 'old' });
	const staged = await site(join(root, 'staged'), { 'index.html': 'new', 'feed.xml': 'new' });
	const during = async (file: string) => {
		if (file === 'index.html') await put(out, { 'index.html': 'by hand', '.building/notes.txt': 'by hand' });
	};
	await expect(fill(staged, out, during)).rejects.toThrow(/index\.html was left as it is/);
	expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('by hand');
	expect(await readFile(join(out, 'feed.xml'), 'utf8')).toBe('new');
	expect(await listFiles(out)).toEqual(['.building/notes.txt', 'feed.xml', 'index.html', 'manifest.json']);
});

it('the last folder comes back, and what killed builds left goes', async () => {
	const out = join(root, 'dist');
	await put(previousOf(root, out), { 'index.html': 'old' });
	await put(join(root, '.work', 'build-999999999'), { 'site/x': '', 'cache/x': '', [MARKER]: '' });
	await mkdir(join(root, '.work', 'building-999999999', '999999999@host'), { recursive: true });
	await put(join(root, '.work', `build-${process.ppid}`), { 'site/x': 'of one that lives' });
	await recover(root, out);
	expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('old');
	expect(await readdir(join(root, '.work'))).toEqual([`build-${process.ppid}`]);
});

it('what someone else keeps under such a name is left', async () => {
	const out = await site(join(root, 'dist'), { 'index.html': 'new' });
	const theirs = { 'build-20201026/site/notes.txt': 'x', 'build-2020': 'x', 'building-20201026/20201026@a/x': 'x' };
	await put(join(root, '.work'), theirs);
	await recover(root, out);
	expect(await listFiles(join(root, '.work'))).toEqual(Object.keys(theirs).sort());
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
