import { existsSync, readdirSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { kept } from '../../src/formats/kept.ts';
import { manifestName, readManifest } from '../../src/ship/manifest.ts';
import { previousOf } from '../../src/ship/output.ts';
import { verifyFolder } from '../../src/ship/verify.ts';
import { build, copyProject, fewPages } from './project.ts';

/** How many are killed: `KILLS=100 npx vitest run --project whole tests/whole/kills.test.ts` for a long try. */
const KILLS = Number(process.env['KILLS'] ?? 7);
/** Of ten kills, so many fall between the last page and the swap, and so many are of `npm start` while it serves. */
const SHARE = { late: 3, serving: 1 };

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

/** What stands below a folder; what goes while it is read is passed over, with what is in it and nothing else. */
function filesIn(place: string, below = ''): readonly string[] {
	try {
		return readdirSync(join(place, below), { withFileTypes: true }).flatMap((node) => {
			const path = join(below, node.name);
			return node.isDirectory() ? [path, ...filesIn(place, path)] : [path];
		});
	} catch {
		return [];
	}
}

/** What stands in the project, without the packages, which others use too. */
const ownFiles = (): readonly string[] => filesIn(folder).filter((file) => !file.startsWith('node_modules'));

/** The site that readers have: in its place, or put away by a swap that was cut short. */
async function whole(): Promise<boolean> {
	const place = existsSync(dist()) ? dist() : previousOf(folder, dist());
	const { missing, changed, added } = verifyFolder(
		place,
		readManifest(await readFile(join(place, manifestName), 'utf8')),
	);
	return missing.length + changed.length + added.length === 0;
}

/** All pages are written, and the new site is not in its place yet: `_headers` comes right behind the last page. */
const isLate = (): boolean => filesIn(work()).some((file) => file.endsWith(join('site', '_headers')));

type Moment = 'building' | 'late' | 'serving';

it(`after ${KILLS} kills of build and start the site is whole each time, and the next build needs no hand`, async () => {
	const first = await build(folder);
	expect(first.status, first.said).toBe(0);
	const clean = ownFiles();
	const next = chance(20_261_127);
	let most = 1;
	const killed = { building: 0, late: 0, serving: 0, starts: 0 };
	const all = () => killed.building + killed.late + killed.serving;
	/** What there is least of, by what there should be. */
	const wanted = (): Moment => {
		if (killed.late * 10 < SHARE.late * (all() + 1)) return 'late';
		return killed.serving * 10 < SHARE.serving * (all() + 1) ? 'serving' : 'building';
	};
	// A kill that came too late for its moment is none: the build had ended.
	for (let turn = 0; turn < KILLS * 3 && (all() < KILLS || killed.late * 10 < SHARE.late * KILLS); turn++) {
		const moment = wanted();
		const start = moment === 'serving' || turn % 3 === 0;
		const files = Math.floor(next() * most);
		const looks = Math.floor(next() * (moment === 'late' ? 12 : 100));
		let seen = 0;
		const ready = async (said: string) => {
			const staged = filesIn(work()).length;
			most = Math.max(most, staged);
			const there =
				moment === 'building' ? staged > files : moment === 'late' ? isLate() : said.includes('The site is at ');
			// Once that moment was seen, a page served or a rename may come at any look.
			if (there || seen > 0) seen += 1;
			// Its moment has passed, but what serves does not end by itself.
			const isOver = moment !== 'serving' && said.includes('The site is at ');
			return isOver || (moment === 'building' ? there : seen > looks);
		};
		const { status, said } = await build(folder, { start, env: { PORT: '0' }, until: { ready, signal: 'SIGKILL' } });
		if (status === null) {
			killed[said.includes('The site is at ') ? 'serving' : isLate() ? 'late' : 'building'] += 1;
			if (start) killed.starts += 1;
		}
		expect(await whole(), `after turn ${turn + 1}, ${moment}`).toBe(true);
	}
	console.log(
		`${all()} kills: ${killed.late} between the last page and the swap; ${killed.starts} of npm start, ${killed.serving} of these while it served`,
	);
	expect(all()).toBeGreaterThanOrEqual(KILLS);
	expect(killed.late * 10).toBeGreaterThanOrEqual(SHARE.late * KILLS);
	expect(killed.serving).toBeGreaterThan(0);
	const last = await build(folder);
	expect(last.status, last.said).toBe(0);
	expect(await whole()).toBe(true);
	expect(await readdir(work())).toEqual(['building.lock', kept]);
	expect(ownFiles()).toEqual(clean);
}, 3_600_000);
