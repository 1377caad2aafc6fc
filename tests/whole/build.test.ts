import { existsSync } from 'node:fs';
import { cp, lstat, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { kept } from '../../src/formats/kept.ts';
import { hashFiles, manifestName, readManifest } from '../../src/ship/manifest.ts';
import { previousOf } from '../../src/ship/output.ts';
import { verifyFolder } from '../../src/ship/verify.ts';
import { build, copyProject, fewPages, oldSite, root } from './project.ts';

let folder = '';
beforeAll(async () => {
	folder = await copyProject();
	await fewPages(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const dist = () => join(folder, 'dist');
/** What is in `.work/` besides what every build leaves there for the next. */
const left = async () =>
	(await readdir(join(folder, '.work')).catch(() => [])).filter((name) => ![kept, 'building.lock'].includes(name));
const manifest = async () => readManifest(await readFile(join(dist(), manifestName), 'utf8'));

async function oldSiteHashes(): Promise<Readonly<Record<string, string>>> {
	await rm(dist(), { recursive: true, force: true });
	await oldSite(folder);
	return hashFiles(dist());
}

it('has its own page where public/ holds a folder of the same name with what a program left behind', async () => {
	const odd = join(folder, 'public', 'index.html');
	await mkdir(odd);
	await writeFile(join(odd, '.gitkeep'), '');
	try {
		expect(await build(folder)).toMatchObject({ status: 0 });
		expect((await stat(join(dist(), 'index.html'))).isFile()).toBe(true);
		expect(await readdir(dist())).not.toContain('.gitkeep');
	} finally {
		await rm(odd, { recursive: true });
	}
});

it('is made of what was checked, whatever stands in content/ and public/ by then', async () => {
	const page = join(folder, 'src/pages/about.astro');
	await cp(join(root, 'src/pages/about.astro'), page);
	expect(await build(folder)).toMatchObject({ status: 0 });
	const before = hashFiles(dist());
	const [text, icon] = ['content/pages/about.mdx', 'public/favicon.svg'].map((path) => join(folder, path)) as [
		string,
		string,
	];
	const texts = await Promise.all([text, icon].map((file) => readFile(file)));
	const ran = join(folder, 'ran');
	const code = join(folder, 'evil.mjs');
	await writeFile(code, `import { writeFileSync } from 'node:fs';\nwriteFileSync(${JSON.stringify(ran)}, '');\n`);
	let spoilt = false;
	/** Puts links in the place of both as soon as the build has taken its copy of public/. */
	const ready = async () => {
		const [staging] = (await left()).filter((name) => name.startsWith('build-'));
		if (spoilt || !staging || !existsSync(join(folder, '.work', staging, 'cache'))) return false;
		spoilt = true;
		for (const file of [text, icon]) {
			await rm(file);
			await symlink(code, file);
		}
		return false;
	};
	try {
		expect(await build(folder, { until: { ready, signal: 'SIGKILL' } })).toMatchObject({ status: 0 });
		expect(spoilt).toBe(true);
		expect(existsSync(ran)).toBe(false);
		expect(hashFiles(dist())).toEqual(before);
	} finally {
		for (const file of [page, text, icon]) await rm(file);
		await Promise.all([text, icon].map((file, at) => writeFile(file, texts[at] ?? '')));
	}
});

describe('the last good site', () => {
	it('stays as it is when the content is wrong, and the message says where', async () => {
		const before = await oldSiteHashes();
		const file = join(folder, 'content', 'claims', 'strike.yaml');
		const text = await readFile(file, 'utf8');
		await writeFile(file, text.replace(/\bvalue: \d+/, '$&9'));
		try {
			const { status, said } = await build(folder);
			expect(status).toBe(1);
			expect(said).toMatch(/^content\/claims\/strike\.yaml:\d+:\d+ +error /m);
			expect(said).not.toMatch(/^\s+at /m);
			expect(hashFiles(dist())).toEqual(before);
		} finally {
			await writeFile(file, text);
		}
	});

	it('stays as it is when three files are wrong, and all three are named in one run', async () => {
		const before = await oldSiteHashes();
		const spoilt = [
			['content/topics.yaml', (text: string) => text.replace('- id: ', '-id: ')],
			['content/series/refugees-jordan.csv', (text: string) => text.replace('\n2015,', '\nlate,')],
			['content/explainers/the-strike.mdx', (text: string) => `${text}\n<b>x\n`],
		] as const;
		const whole = await Promise.all(spoilt.map(([path]) => readFile(join(folder, path), 'utf8')));
		await Promise.all(spoilt.map(([path, spoil], at) => writeFile(join(folder, path), spoil(whole[at] ?? ''))));
		try {
			const { status, said } = await build(folder);
			expect(status).toBe(1);
			for (const [path] of spoilt) expect(said).toMatch(new RegExp(`^${path}:\\d+:\\d+ +error `, 'm'));
			expect(hashFiles(dist())).toEqual(before);
		} finally {
			await Promise.all(spoilt.map(([path], at) => writeFile(join(folder, path), whole[at] ?? '')));
		}
	});

	it.each(['SIGKILL', 'SIGINT'] as const)(
		'stays as it is when the build is ended by %s, and the next is whole',
		async (signal) => {
			const before = await oldSiteHashes();
			const ready = async () => (await left()).some((name) => name.startsWith('build-'));
			const { status } = await build(folder, { until: { ready, signal } });
			expect(status).not.toBe(0);
			expect(hashFiles(dist())).toEqual(before);
			const next = await build(folder);
			expect(next.status, next.said).toBe(0);
			expect(verifyFolder(dist(), await manifest()).changed).toEqual([]);
			expect(await left()).toEqual([]);
		},
	);

	it('stays as it is when the disk is full', async () => {
		const before = await oldSiteHashes();
		const { status, said } = await build(folder, { fileLimit: 4 });
		expect(status, said).not.toBe(0);
		expect(hashFiles(dist())).toEqual(before);
		expect((await left()).filter((name) => name.startsWith('build-'))).toEqual([]);
	});

	it('comes back when a build ended between putting it away and putting in the new one', async () => {
		const before = await oldSiteHashes();
		await mkdir(join(folder, '.work'), { recursive: true });
		await rename(dist(), previousOf(folder, dist()));
		const file = join(folder, 'content', 'topics.yaml');
		const text = await readFile(file, 'utf8');
		await writeFile(file, 'broken: [');
		try {
			expect((await build(folder)).status).toBe(1);
			expect(hashFiles(dist())).toEqual(before);
		} finally {
			await writeFile(file, text);
		}
	});

	it('is whole after two builds at once', async () => {
		await oldSiteHashes();
		const runs = await Promise.all([build(folder), build(folder)]);
		expect(
			runs.map(({ status }) => status),
			runs.map(({ said }) => said).join('\n'),
		).toEqual([0, 0]);
		const found = verifyFolder(dist(), await manifest());
		expect({ ...found, compared: 0 }).toEqual({ compared: 0, missing: [], changed: [], added: [], notServed: [] });
		expect(await left()).toEqual([]);
	});

	it('is whole when another project is built beside it at the same time', async () => {
		const other = await copyProject();
		try {
			await fewPages(other);
			const runs = await Promise.all([build(folder), build(other, { out: join(folder, 'other') })]);
			expect(
				runs.map(({ status }) => status),
				runs.map(({ said }) => said).join('\n'),
			).toEqual([0, 0]);
			const pages = (hashes: Readonly<Record<string, string>>) => Object.keys(hashes);
			expect(pages(hashFiles(join(folder, 'other')))).toEqual(pages(hashFiles(dist())));
			expect(verifyFolder(dist(), await manifest()).changed).toEqual([]);
		} finally {
			await rm(other, { recursive: true });
			await rm(join(folder, 'other'), { recursive: true, force: true });
		}
	});
});

describe('where the site goes', () => {
	it('is refused before anything is built when something would be lost', async () => {
		await mkdir(join(folder, 'photos'), { recursive: true });
		await writeFile(join(folder, 'photos', 'one.jpg'), 'x');
		for (const [out, words] of [
			['', '--out names no folder'],
			['.', 'it is the project'],
			['..', 'it holds the project'],
			['content', 'that is a part of the project'],
			['photos', 'files that no build wrote (one.jpg)'],
		] as const) {
			const before = hashFiles(join(folder, 'content'));
			const { status, said } = await build(folder, { out });
			expect(status, said).toBe(1);
			expect(said).toContain(words);
			expect(said).not.toMatch(/^\s+at /m);
			expect(hashFiles(join(folder, 'content'))).toEqual(before);
		}
		expect(await readdir(join(folder, 'photos'))).toEqual(['one.jpg']);
		await rm(join(folder, 'photos'), { recursive: true });
	});

	it('is where the link leads, readable whatever the umask', async () => {
		await rm(dist(), { recursive: true, force: true });
		const served = await mkdtemp(join(tmpdir(), 'served-'));
		await symlink(served, dist());
		try {
			const { status, said } = await build(folder, { umask: '077' });
			expect(status, said).toBe(0);
			expect((await lstat(dist())).isSymbolicLink()).toBe(true);
			expect(verifyFolder(served, await manifest()).compared).toBeGreaterThan(3);
			expect((await stat(served)).mode & 0o777).toBe(0o755);
			expect((await stat(join(served, '404.html'))).mode & 0o777).toBe(0o644);
		} finally {
			await rm(dist());
			await rm(served, { recursive: true });
		}
	});

	it('is filled in place when it is on another file system', async () => {
		const other = await mkdtemp('/dev/shm/served-');
		try {
			for (const _again of [1, 2]) {
				const { status, said } = await build(folder, { out: other });
				expect(status, said).toBe(0);
				expect(said).toContain('filled in place');
				const found = verifyFolder(other, readManifest(await readFile(join(other, manifestName), 'utf8')));
				expect({ ...found, compared: 0 }).toEqual({ compared: 0, missing: [], changed: [], added: [], notServed: [] });
			}
		} finally {
			await rm(other, { recursive: true });
		}
	});
});

describe('what was published', () => {
	it('cannot vanish: the build stops, until it is said where it went', async () => {
		await oldSiteHashes();
		const published = join(folder, 'content', 'published.json');
		await writeFile(
			published,
			JSON.stringify(
				{ addresses: ['/robots.txt', '/claims/old/', '/claims/list.txt', '/data/old.txt', '/about/'], claims: {} },
				undefined,
				'\t',
			),
		);
		const refused = await build(folder);
		expect(refused.status).toBe(1);
		expect(refused.said).toMatch(/^content\/published\.json:4:3 +error +vanished-address +\/claims\/old\/ /m);
		expect(refused.said).toMatch(/^content\/published\.json:6:3 +error +vanished-address +\/data\/old\.txt /m);
		const files =
			'- { from: /claims/list.txt, to: /robots.txt, why: test }\n- { from: /data/old.txt, to: /robots.txt, why: test }\n';
		await writeFile(
			join(folder, 'content', 'moved.yaml'),
			`- { from: /claims/old/, to: /404.html, why: test }\n${files}`,
		);
		expect((await build(folder)).said).toContain('a page leads to a page, and a file to one with the same ending');
		const page = async (name: string) =>
			writeFile(join(folder, 'src', 'pages', name), await readFile(join(folder, 'src', 'pages', '404.astro')));
		await page('data.astro');
		await writeFile(join(folder, 'content', 'moved.yaml'), `- { from: /claims/old/, to: /data/, why: test }\n${files}`);
		// A page of the site itself, which the list of addresses still has: only the built folder shows that it is gone.
		expect((await build(folder)).said).toMatch(
			/content\/published\.json:7:1 error: \/about\/ was published and would vanish/,
		);
		await page('about.astro');
		const done = await build(folder);
		expect(done.status, done.said).toBe(0);
		const stub = await readFile(join(dist(), 'claims', 'old', 'index.html'), 'utf8');
		expect(stub).toContain('<meta http-equiv="refresh" content="0; url=../../data/">');
		expect(await readFile(join(dist(), 'claims', 'list.txt'), 'utf8')).toBe(
			await readFile(join(dist(), 'robots.txt'), 'utf8'),
		);
		expect(await readFile(join(dist(), '_redirects'), 'utf8')).toBe(
			'/claims/old/ /data/ 301\n/claims/list.txt /robots.txt 301\n/data/old.txt /robots.txt 301\n',
		);
		await rm(published);
		await rm(join(folder, 'content', 'moved.yaml'));
	});
});
