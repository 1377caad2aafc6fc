import { cpSync, mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { listFiles } from './files.ts';
import { hashFiles, writeManifest } from './manifest.ts';
import { MARKER, previousOf } from './output.ts';

/** What somebody does just before a file is renamed. */
const meanwhile = vi.hoisted(() => ({ does: (_from: string): void => {} }));
vi.mock(import('node:fs'), async (original) => {
	const real = await original();
	const renameThen: typeof real.renameSync = (from, to) => {
		meanwhile.does(String(from));
		real.renameSync(from, to);
	};
	return { ...real, renameSync: renameThen };
});

// Another file of the same worker may have read it before, with the system's own.
vi.resetModules();
const { fill } = await import('./fill.ts');
const { openToAll, recover, swap } = await import('./folder.ts');

let root = '';
beforeEach(async () => {
	meanwhile.does = () => {};
	root = await mkdtemp(join(tmpdir(), 'folder-'));
	await mkdir(join(root, '.work'));
});
afterEach(() => rm(root, { recursive: true }));

const put = (folder: string, files: Readonly<Record<string, string>>) => {
	for (const [file, text] of Object.entries(files)) {
		mkdirSync(dirname(join(folder, file)), { recursive: true });
		writeFileSync(join(folder, file), text);
	}
	return folder;
};

/** A site as a build leaves it. */
const site = (folder: string, files: Readonly<Record<string, string>>) => {
	put(folder, files);
	const manifest = writeManifest({ revision: '0', site: 'x', tools: {}, files: hashFiles(folder) });
	return put(folder, { 'manifest.json': manifest });
};

it('the new folder takes the place of the old, and nothing is left', async () => {
	const out = site(join(root, 'dist'), { 'index.html': 'old', 'gone.html': 'old' });
	const staged = put(join(root, '.work', 'build-1', 'site'), { 'index.html': 'new' });
	expect(await swap(root, staged, out)).toBe('');
	expect(listFiles(out)).toEqual(['index.html']);
	expect(await readdir(join(root, '.work'))).toEqual(['build-1']);
});

it.each([
	['put into', 'notes.txt'],
	['changed in', 'index.html'],
])('what was %s the old folder while the new one was built stays, with all the rest', async (_how, file) => {
	const out = site(join(root, 'dist'), { 'index.html': 'old' });
	put(out, { [file]: 'by hand' });
	const before = listFiles(out);
	const staged = put(join(root, '.work', 'build-1', 'site'), { 'index.html': 'new' });
	await expect(swap(root, staged, out)).rejects.toThrow(`cannot go to ${out}`);
	expect(listFiles(out)).toEqual(before);
	expect(await readFile(join(out, file), 'utf8')).toBe('by hand');
	expect(await readdir(join(root, '.work'))).toEqual(['build-1']);
});

it('what came in the moment between stays, and the last site is kept until its place is free', async () => {
	const out = site(join(root, 'dist'), { 'index.html': 'old' });
	const staged = site(join(root, '.work', 'build-1', 'site'), { 'index.html': 'new' });
	const notes = async () => void put(out, { 'notes.txt': 'by hand' });
	const previous = previousOf(root, out);
	await expect(swap(root, staged, out, notes)).rejects.toThrow(`The last site waits in ${previous}`);
	expect(() => recover(root, out)).toThrow(`Move ${out} away`);
	expect(await readFile(join(out, 'notes.txt'), 'utf8')).toBe('by hand');
	await rename(out, join(root, 'mine'));
	recover(root, out);
	expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('old');
});

it('a folder filled in place loses what the last build wrote', async () => {
	const out = site(join(root, 'dist'), { 'a/index.html': 'old', b: 'becomes a folder', 'c/d': 'x' });
	const staged = site(join(root, 'staged'), { 'index.html': 'new', 'b/index.html': 'new', c: 'a file now' });
	await fill(staged, out);
	expect(await readdir(out)).toEqual(['b', 'c', 'index.html', 'manifest.json']);
	expect(listFiles(out)).toEqual(['b/index.html', 'c', 'index.html', 'manifest.json']);
});

it('a folder filled in place has the new files on its disk before an old one goes', async () => {
	const out = site(join(root, 'dist'), { 'index.html': 'old' });
	const staged = site(join(root, 'staged'), { 'index.html': 'new' });
	const log = join(root, 'synced');
	put(root, { 'bin/sync': `#!/bin/sh\nls "${out}/.building" > "${log}"\n` });
	await chmod(join(root, 'bin/sync'), 0o755);
	const path = process.env['PATH'];
	process.env['PATH'] = `${join(root, 'bin')}:${path}`;
	try {
		await fill(staged, out, async () => expect(await readFile(log, 'utf8')).toContain('index.html'));
	} finally {
		process.env['PATH'] = path;
	}
	expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('new');
});

it('what is written into a folder while it is filled in place stays as it is, and is named', async () => {
	const out = site(join(root, 'dist'), { 'index.html': 'old', 'feed.xml': 'old' });
	const staged = site(join(root, 'staged'), { 'index.html': 'new', 'feed.xml': 'new' });
	const during = async (file: string) => {
		if (file === 'index.html') put(out, { 'index.html': 'by hand', '.building/notes.txt': 'by hand' });
	};
	await expect(fill(staged, out, during)).rejects.toThrow(/index\.html was left as it is/);
	expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('by hand');
	expect(await readFile(join(out, 'feed.xml'), 'utf8')).toBe('new');
	expect(listFiles(out)).toEqual(['.building/notes.txt', 'feed.xml', 'index.html', 'manifest.json']);
});

it('a save between the look at a file and its replacing or removing is put back, and named', async () => {
	const out = site(join(root, 'dist'), { 'index.html': 'old', 'feed.xml': 'old', 'gone.html': 'old' });
	const staged = site(join(root, 'staged'), { 'index.html': 'new', 'feed.xml': 'new' });
	meanwhile.does = (from) => {
		const file = ['index.html', 'gone.html'].find((one) => from === join(out, one));
		if (file !== undefined) put(out, { [file]: 'by hand' });
	};
	await expect(fill(staged, out)).rejects.toThrow('index.html, gone.html was left as it is');
	for (const file of ['index.html', 'gone.html']) expect(await readFile(join(out, file), 'utf8')).toBe('by hand');
	expect(await readFile(join(out, 'feed.xml'), 'utf8')).toBe('new');
	expect(await readdir(out)).not.toContain('.building');
});

it('two saves of a file while it is replaced both stay', async () => {
	const out = site(join(root, 'dist'), { 'index.html': 'old' });
	const staged = site(join(root, 'staged'), { 'index.html': 'new' });
	meanwhile.does = (from) => {
		if (from !== join(out, 'index.html')) return;
		meanwhile.does = () => {};
		put(out, { 'index.html': 'first' });
		renameSync(from, join(out, '.building', 'first'));
		put(out, { 'index.html': 'second' });
	};
	await expect(fill(staged, out)).rejects.toThrow('index.html was left as it is');
	expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('second');
	expect(await readFile(join(out, '.building', 'first'), 'utf8')).toBe('first');
});

it('what is written into the last folder while it is removed stays, empty folders too, and is named', async () => {
	const out = site(join(root, 'dist'), { 'a/index.html': 'old', 'index.html': 'old' });
	const staged = site(join(root, '.work', 'build-1', 'site'), { 'index.html': 'new' });
	const previous = previousOf(root, out);
	meanwhile.does = (from) => {
		if (from !== join(previous, 'index.html')) return;
		put(previous, { 'index.html': 'by hand', 'a/notes.txt': 'by hand' });
		mkdirSync(join(previous, 'a', 'empty'));
	};
	expect(await swap(root, staged, out)).toContain(`Somebody wrote into ${previous} while it was removed`);
	expect(listFiles(previous)).toEqual(['a/notes.txt', 'index.html']);
	expect(await readdir(join(previous, 'a'))).toEqual(['empty', 'notes.txt']);
	expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('new');
	expect(() => recover(root, out)).toThrow(previous);
	expect(listFiles(previous)).toEqual(['a/notes.txt', 'index.html']);
});

it.each(['gone.html', 'index.html', 'manifest.json'])(
	'a folder whose filling was killed when %s was moved aside is filled by the next build',
	async (file) => {
		const out = site(join(root, 'dist'), { 'index.html': 'old', 'gone.html': 'old', 'a/b': 'old' });
		const staged = site(join(root, 'staged'), { 'index.html': 'new' });
		// As a kill leaves it: nothing more is written, to tidy up either.
		let killed = '';
		meanwhile.does = (from) => {
			if (killed !== '' || from !== join(out, file)) return;
			killed = join(root, 'killed');
			cpSync(out, killed, { recursive: true });
			renameSync(join(killed, file), join(killed, '.building', 'old-0'));
		};
		await fill(staged, out);
		await fill(staged, killed);
		expect(await readdir(killed)).toEqual(['index.html', 'manifest.json']);
	},
);

it('the last folder comes back, and what killed builds left goes', async () => {
	const out = join(root, 'dist');
	put(previousOf(root, out), { 'index.html': 'old' });
	put(join(root, '.work', 'build-1'), { 'site/x': '', 'cache/x': '', [MARKER]: '' });
	mkdirSync(join(root, '.work', 'build-2'));
	put(join(root, '.work', 'build-mine'), { 'site/x': 'of somebody else' });
	recover(root, out);
	expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('old');
	expect(await readdir(join(root, '.work'))).toEqual(['build-mine']);
});

it('what someone else keeps under such a name is left', async () => {
	const out = site(join(root, 'dist'), { 'index.html': 'new' });
	const theirs = { 'build-20201026/site/notes.txt': 'x', 'build-2020': 'x', 'building-20201026/20201026@a/x': 'x' };
	put(join(root, '.work'), theirs);
	recover(root, out);
	expect(listFiles(join(root, '.work'))).toEqual(Object.keys(theirs).sort());
	put(previousOf(root, out), { 'notes.txt': 'x' });
	expect(() => recover(root, out)).toThrow(/no build wrote \(notes\.txt\)/);
});

it('every user can read what was built, however it was written', async () => {
	const folder = put(join(root, 'site'), { 'a/b.html': 'x' });
	await chmod(join(folder, 'a', 'b.html'), 0o600);
	await chmod(join(folder, 'a'), 0o700);
	openToAll(folder);
	expect((await stat(join(folder, 'a', 'b.html'))).mode & 0o777).toBe(0o644);
	expect((await stat(join(folder, 'a'))).mode & 0o777).toBe(0o755);
});

it('a site that was put away comes back with the next build, wherever that goes and wherever the project is by then', async () => {
	const [out, elsewhere] = [join(root, 'dist'), join(root, '..', `${basename(root)}-served`)];
	await ended(out);
	const moved = `${root}-moved`;
	await rename(root, moved);
	expect(recover(moved, join(moved, 'other'))).toEqual([expect.stringContaining(`back in ${join(moved, 'dist')}`)]);
	expect(await readFile(join(moved, 'dist', 'index.html'), 'utf8')).toBe('old');
	expect(await readdir(join(moved, '.work'))).toEqual([]);
	await rename(moved, root);
	// Outside the project nothing is written that nobody asked for.
	await ended(elsewhere);
	const waiting = [expect.stringContaining(`The last site of ${elsewhere} waits in`)];
	expect(recover(root, out)).toEqual(waiting);
	expect(recover(root, elsewhere)).toEqual([]);
	expect(await readFile(join(elsewhere, 'index.html'), 'utf8')).toBe('old');
	await rm(elsewhere, { recursive: true });
});

it('a site that was put away is told of when something else stands in its place, and goes when the new one does', async () => {
	const [out, other] = [join(root, 'dist'), join(root, 'other')];
	await ended(out);
	put(out, { 'notes.txt': 'by hand' });
	expect(recover(root, other)).toEqual([expect.stringContaining(`Move ${out} away`)]);
	await rm(out, { recursive: true });
	site(out, { 'index.html': 'another project’s' });
	const manifest = JSON.parse(await readFile(join(out, 'manifest.json'), 'utf8'));
	put(out, { 'manifest.json': JSON.stringify({ ...manifest, project: 'Another', site: 'y' }) });
	expect(recover(root, other)).toEqual([expect.stringContaining(`Move ${out} away`)]);
	await rm(out, { recursive: true });
	site(out, { 'index.html': 'new' });
	expect(recover(root, other)).toEqual([]);
	expect(await readdir(join(root, '.work'))).toEqual([]);
	put(join(root, '.work', 'previous-of-#0123456789ab'), { 'index.html': 'old' });
	expect(recover(root, other)).toEqual([expect.stringContaining('where it stood is not known')]);
});

/** Leaves the site of a folder put away, as a kill between the two renames does. */
async function ended(out: string): Promise<void> {
	site(out, { 'index.html': 'old' });
	const staged = put(join(root, '.work', 'build-1', 'site'), { 'index.html': 'new' });
	const copy = join(root, 'copy');
	await swap(root, staged, out, async () => cpSync(join(root, '.work'), copy, { recursive: true }));
	await rm(out, { recursive: true });
	await rm(join(root, '.work'), { recursive: true });
	await rename(copy, join(root, '.work'));
	await rm(join(root, '.work', 'build-1'), { recursive: true });
}

it('of two that fill a folder at the same time, one waits for the other, and a third that would replace it too', async () => {
	const out = site(join(root, 'dist'), { 'index.html': 'old', 'gone.html': 'old' });
	const names = Array.from({ length: 20 }, (_, index) => `${index}/index.html`);
	const all = (text: string) => Object.fromEntries([...names, 'index.html'].map((name) => [name, text]));
	const first = site(join(root, 'first'), all('first'));
	const second = site(join(root, 'second'), all('second'));
	const third = site(join(root, '.work', 'build-1', 'site'), { 'index.html': 'third' });
	const order: string[] = [];
	const others: Promise<unknown>[] = [];
	await fill(first, out, async (file) => {
		if (file !== 'index.html') return;
		others.push(fill(second, out, async () => void order.push('second')));
		order.push('first');
	});
	await Promise.all(others);
	expect(order.indexOf('first')).toBe(0);
	for (const name of names) expect(await readFile(join(out, name), 'utf8')).toBe('second');
	expect(listFiles(out)).toEqual([...Object.keys(all('')), 'manifest.json'].sort());
	await fill(first, out, async (file) => {
		if (file === 'manifest.json') others.push(swap(root, third, out));
	});
	await Promise.all(others);
	expect(await readdir(out)).toEqual(['index.html', 'manifest.json']);
	expect(await readFile(join(out, 'index.html'), 'utf8')).toBe('third');
});

it('what is filled or put in its place may be read by every user of the machine, whatever the umask', async () => {
	const mask = process.umask(0o077);
	try {
		const out = join(root, 'served', 'site');
		await fill(site(join(root, 'first'), { 'a/b/index.html': 'x' }), out);
		const staged = site(join(root, '.work', 'build-1', 'site'), { 'index.html': 'x' });
		openToAll(staged);
		await swap(root, staged, join(root, 'new', 'dist'));
		for (const folder of ['served', 'served/site', 'served/site/a/b', 'new', 'new/dist'])
			expect((await stat(join(root, folder))).mode & 0o777, folder).toBe(0o755);
	} finally {
		process.umask(mask);
	}
});
