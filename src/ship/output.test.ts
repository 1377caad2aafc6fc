import { mkdir, mkdtemp, readFile, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashFiles, writeManifest } from './manifest.ts';
import { chosen, lookAt, outputOf, PARTIAL, previousOf, takesPlaceOf } from './output.ts';

const oursIn = (out: string) => lookAt(out).ours;

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
	const hashes = { ...hashFiles(folder) };
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
		'.work/hosts',
		'.work/build-1-site',
		'.work/previous-of-a-site',
		'.work/writing.lock',
		'.work/test-site/more',
	])('not to %s', async (out) => {
		expect(() => outputOf(root, join(root, out === '/' ? '../../../../../..' : out))).toThrow(/cannot go to/);
	});

	it.each(['dist', 'site', '.work/test-site', '../elsewhere', '../a/b/c'])('to %s', async (out) => {
		expect(outputOf(root, join(root, out))).toBe(join(root, out));
	});

	it.each([
		[' ', 'names no folder'],
		['~', 'only a shell reads'],
		['~name/site', 'only a shell reads'],
		['.work/kept-now', 'a part of the project'],
		['.work/kept/site', 'a part of the project'],
		['one.txt/site', 'leads through a file'],
		['round/site', 'leads back to itself'],
	])('not to "%s", as --out names it', async (text, words) => {
		await writeFile(join(root, 'one.txt'), 'x');
		await symlink('round', join(root, 'round'));
		expect(() => outputOf(root, chosen(root, text))).toThrow(words);
		expect(chosen(root, 'dist')).toBe(join(root, 'dist'));
	});

	it('not through a link to what it may not replace, and to where a good link leads', async () => {
		await symlink('content', join(root, 'dist'));
		expect(() => outputOf(root, join(root, 'dist'))).toThrow(/part of the project/);
		await symlink('..', join(root, 'up'));
		expect(() => outputOf(root, join(root, 'up'))).toThrow(/holds the project/);
		await symlink('nowhere', join(root, 'lost'));
		expect(() => outputOf(root, join(root, 'lost'))).toThrow(/link to nothing/);
		// But for where a site was put away when the build ended: it comes back.
		await mkdir(previousOf(root, join(root, 'nowhere')), { recursive: true });
		expect(outputOf(root, join(root, 'lost'))).toBe(join(root, 'nowhere'));
		await mkdir(join(place, 'www'));
		await symlink('../www', join(root, 'served'));
		expect(outputOf(root, join(root, 'served'))).toBe(join(place, 'www'));
	});
});

describe('what stands where the site goes', () => {
	it('may be nothing, an empty folder, or what a build wrote', async () => {
		expect(oursIn(join(place, 'none'))).toEqual(new Map());
		await mkdir(join(place, 'empty', 'lost+found'), { recursive: true });
		expect(oursIn(join(place, 'empty'))).toEqual(new Map());
		await site(join(place, 'ours'), ['index.html']);
		expect([...oursIn(join(place, 'ours')).keys()].sort()).toEqual(['index.html', 'manifest.json']);
	});

	it('is never a file, a folder of someone else, or a site to which something was added', async () => {
		expect(() => oursIn(join(place, 'photos'))).toThrow(/no build wrote \(one\.jpg\)/);
		expect(() => oursIn(join(place, 'photos', 'one.jpg'))).toThrow(/it is a file/);
		await site(join(place, 'ours'), ['index.html']);
		await symlink('/', join(place, 'ours', 'link'));
		expect(() => oursIn(join(place, 'ours'))).toThrow(/no build wrote \(link\)/);
	});

	it('is never a file that was changed after it was built, nor a link in the place of one', async () => {
		await site(join(place, 'ours'), ['index.html', 'feed.xml']);
		await writeFile(join(place, 'ours', 'index.html'), 'by hand');
		expect(() => oursIn(join(place, 'ours'))).toThrow(/changed after they were built \(index\.html\)/);
		await rm(join(place, 'ours', 'index.html'));
		await symlink('feed.xml', join(place, 'ours', 'index.html'));
		expect(() => oursIn(join(place, 'ours'))).toThrow(/no build wrote \(index\.html\)/);
	});

	it.each([
		['desktop.ini', '[.ShellClassInfo]'],
		['.DS_Store', 'notes'],
		['lost+found', 'notes'],
		['.building/notes.txt', 'notes'],
		['.building/partial', 'notes'],
		['.building/manifest.json', '{"name":"of something else"}'],
		['.building/index.html', 'notes'],
	])('is never %s of someone else', async (file, text) => {
		await site(join(place, 'ours'), ['index.html']);
		await mkdir(dirname(join(place, 'ours', file)), { recursive: true });
		await writeFile(join(place, 'ours', file), text);
		expect(() => oursIn(join(place, 'ours'))).toThrow(/files that no build wrote/);
	});

	it('names what commands a terminal without its commands', async () => {
		await mkdir(join(place, 'odd'));
		await writeFile(join(place, 'odd', '\u001b[2J'), 'x');
		expect(() => oursIn(join(place, 'odd'))).toThrow('no build wrote (\uFFFD[2J)');
	});

	it('is never an empty folder of someone else', async () => {
		await site(join(place, 'ours'), ['index.html']);
		await mkdir(join(place, 'ours', '.well-known', 'acme-challenge'), { recursive: true });
		expect(() => oursIn(join(place, 'ours'))).toThrow('no build wrote (.well-known/acme-challenge)');
	});

	it.each([
		['a key of its own', (text: string) => text.replace('{', '{\n\t"note": "by hand",')],
		['another address', (text: string) => text.replace('"site": "x"', '"site": "y"')],
		['a file more', (text: string) => text.replace('"files": {', `"files": { "notes.txt": "${'0'.repeat(64)}",`)],
	])('is never a manifest to which somebody gave %s', async (_what, by) => {
		await site(join(place, 'ours'), ['index.html']);
		const manifest = join(place, 'ours', 'manifest.json');
		await writeFile(manifest, by(await readFile(manifest, 'utf8')));
		expect(() => oursIn(join(place, 'ours'))).toThrow('changed after they were built (manifest.json)');
	});

	it('may have a manifest of an earlier build, without its seal', async () => {
		await site(join(place, 'ours'), ['index.html']);
		const manifest = join(place, 'ours', 'manifest.json');
		await writeFile(manifest, (await readFile(manifest, 'utf8')).replace(/,\n\t"seal": "\w+"/, ''));
		expect(oursIn(join(place, 'ours'))).toHaveProperty('size', 2);
	});

	it('is never a folder with a manifest that names nothing', async () => {
		await site(join(place, 'bare'), []);
		expect(() => oursIn(join(place, 'bare'))).toThrow(/no build wrote \(manifest\.json\)/);
	});

	it('may hold what file managers make by themselves', async () => {
		await site(join(place, 'ours'), ['index.html']);
		await writeFile(join(place, 'ours', '.DS_Store'), '\0\0\0\u0001Bud1…');
		expect([...oursIn(join(place, 'ours')).keys()].sort()).toEqual(['index.html', 'manifest.json']);
	});

	it('may be a site that was being filled in place when its build was ended', async () => {
		await site(join(place, 'ours', '.building'), ['new.html', 'next.html']);
		await writeFile(join(place, 'ours', 'new.html'), 'new.html');
		expect([...oursIn(join(place, 'ours')).keys()]).toEqual(['new.html']);
		await site(join(place, 'begun'), ['index.html']);
		await mkdir(join(place, 'begun', '.building'));
		await writeFile(join(place, 'begun', '.building', PARTIAL), '{\n\t"rev');
		expect(oursIn(join(place, 'begun'))).toHaveProperty('size', 2);
	});

	it('is never the site of another project, and may be one of this project for another address', async () => {
		const out = join(place, 'www');
		await mkdir(out);
		await writeFile(join(out, 'index.html'), 'x');
		const made = {
			revision: '0',
			site: 'https://a.example/',
			project: 'Theirs',
			tools: {},
			files: hashFiles(out),
		};
		await writeFile(join(out, 'manifest.json'), writeManifest({ ...made, files: { ...made.files } }));
		for (const site of ['https://b.example/', ''])
			expect(() => takesPlaceOf(root, out, site, 'Ours')).toThrow('("Theirs", for https://a.example/)');
		expect(takesPlaceOf(root, out, 'https://a.example/', 'A new name')).toBe('');
		expect(takesPlaceOf(root, out, 'https://b.example/', 'Theirs')).toContain('for https://b.example/');
	});
});
