import { existsSync, readdirSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { previousOf } from '../../src/ship/folder.ts';
import { manifestName, readManifest } from '../../src/ship/manifest.ts';
import { verifyFolder } from '../../src/ship/verify.ts';
import { build, copyProject, fewPages } from './project.ts';

/** How many builds are killed: `KILLS=100 npx vitest run --project whole tests/whole/kills.test.ts` for a long try. */
const KILLS = Number(process.env['KILLS'] ?? 6);
/** Of ten kills, so many fall between the last page and the end of the swap. */
const LATE = 3;

let folder = '';
beforeAll(async () => {
	folder = await copyProject();
	await fewPages(folder);
});
afterAll(() => rm(folder, { recursive: true }));

const dist = () => join(folder, 'dist');
const work = () => join(folder, '.work');

/** The same moments on every run. */
function chance(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
		return state / 2_147_483_648;
	};
}

const filesIn = (place: string): readonly string[] => {
	try {
		return readdirSync(place, { recursive: true, encoding: 'utf8' });
	} catch {
		// Gone while it was read.
		return [];
	}
};

/** What stands in the project, without the packages, which others use too. */
const ownFiles = (): readonly string[] => filesIn(folder).filter((file) => !file.startsWith('node_modules'));

/** The site that readers have: in its place, or put away by a swap that was cut short. */
async function whole(): Promise<boolean> {
	const place = existsSync(dist()) ? dist() : previousOf(folder, dist());
	const { missing, changed, added } = await verifyFolder(
		place,
		readManifest(await readFile(join(place, manifestName), 'utf8')),
	);
	return missing.length + changed.length + added.length === 0;
}

it(`${KILLS} killed builds leave the site whole, and the next needs no hand`, async () => {
	const first = await build(folder);
	expect(first.status, first.said).toBe(0);
	const clean = ownFiles();
	const next = chance(20_261_127);
	let most = 1;
	let late = 0;
	for (let turn = 0; turn < KILLS; turn++) {
		const isLate = turn % 10 < LATE;
		const wanted = Math.floor(next() * most);
		const turns = Math.floor(next() * 6);
		let seen = 0;
		const ready = async () => {
			const staged = filesIn(work());
			most = Math.max(most, staged.length);
			if (!isLate) return staged.length > wanted;
			// The manifest is written last; from then on every turn is one between the last page and the swap, or in it.
			if (staged.some((file) => file.endsWith(join('site', manifestName)))) seen += 1;
			return seen > 0 && (seen > turns || !staged.some((file) => file.endsWith(join('site', manifestName))));
		};
		const { status } = await build(folder, { until: { ready, signal: 'SIGKILL' } });
		if (isLate && status === null) late += 1;
		expect(await whole(), `after kill ${turn + 1}`).toBe(true);
	}
	console.log(`${KILLS} kills, ${late} of them between the last page and the end`);
	const last = await build(folder);
	expect(last.status, last.said).toBe(0);
	expect(await whole()).toBe(true);
	expect(await readdir(work())).toEqual([]);
	expect(ownFiles()).toEqual(clean);
}, 3_600_000);
