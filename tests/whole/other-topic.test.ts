import { cp, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { listFiles } from '../../src/ship/files.ts';
import { build, copyProject, type Run, root } from './project.ts';

/** A site about something else, of its own content alone: the code is this one's, and names no subject. */
let folder = '';
let run: Run;
beforeAll(async () => {
	folder = await copyProject();
	for (const part of ['content', 'seeds']) await rm(join(folder, part), { recursive: true });
	for (const from of [join(root, 'tests', 'desk', 'fixture'), join(import.meta.dirname, 'orla')])
		await cp(from, folder, { recursive: true });
	run = await build(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const built = (path: string) => readFile(join(folder, 'dist', path), 'utf8');

it('is built from its own content', () => {
	expect(run.status, run.said).toBe(0);
});

it('calls itself and its two seeds what its content says', async () => {
	expect(await built('index.html')).toContain('<title>Vell, explained');
	expect(JSON.parse(await built('site.webmanifest'))).toMatchObject({ name: 'Vell, explained', short_name: 'Vell' });
	expect(await built('sources/second/index.html')).toMatch(/late report/i);
	expect(await built('sources/report/index.html')).toMatch(/early report/i);
});

it('has its series, its charts, its event and its truce', async () => {
	expect(await built('data/residents.csv')).toContain('2022');
	expect(await built('charts/residents.svg')).toContain('The bridge falls');
	expect(await built('claims/index.html')).toContain('id="bridge"');
	expect(await built('ceasefires/only/elsewhere/index.html')).toContain('Truce of the market');
	expect(await built('ceasefires.csv')).toContain(',covers,');
	expect(await built('charts/valley/index.html')).toContain('The valley');
});

it('says nothing of this one', async () => {
	const files = listFiles(join(folder, 'dist')).filter((path) =>
		/\.(?:html|json|csv|md|txt|xml|ics|svg|css|js|webmanifest)$/.test(path),
	);
	expect(files.length).toBeGreaterThan(80);
	const named = /(?<!\p{L})(?:Idlib|Syria|Harem|Russia|T[uü]rk(?:ey|iye))(?!\p{L})|seed-\d+/iu;
	const found = await Promise.all(files.map(async (path) => ({ path, hit: named.exec(await built(path))?.[0] })));
	expect(found.filter(({ hit }) => hit !== undefined)).toEqual([]);
});
