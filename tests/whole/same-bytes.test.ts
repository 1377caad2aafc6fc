import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, inject, it } from 'vitest';
import { hashFiles } from '../../src/ship/manifest.ts';
import { SITE_URL } from '../site/global-setup.ts';
import { build, copyProject } from './project.ts';

/** The whole earth of time zones, from UTC−11 to UTC+14; languages and threads that differ with them. */
const machines = [
	{
		TZ: 'Pacific/Pago_Pago',
		LC_ALL: 'tr_TR.UTF-8',
		LANG: 'tr_TR.UTF-8',
		UV_THREADPOOL_SIZE: '1',
		RAYON_NUM_THREADS: '1',
	},
	{ TZ: 'Pacific/Kiritimati', LC_ALL: 'C', LANG: 'C' },
];

it('builds in other folders, time zones, locales and thread counts give the same bytes as this one in UTC', async () => {
	const folders = await Promise.all(machines.map(() => copyProject()));
	try {
		const runs = await Promise.all(folders.map((folder, at) => build(folder, { env: { ...machines[at], SITE_URL } })));
		expect(
			runs.map(({ status }) => status),
			runs.map(({ said }) => said).join('\n'),
		).toEqual([0, 0]);
		// The build that all tests share; its process is set to UTC.
		const here = hashFiles(inject('site').folder);
		expect(Object.keys(here).length).toBeGreaterThan(500);
		for (const folder of folders) expect(hashFiles(join(folder, 'dist'))).toEqual(here);
	} finally {
		await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
	}
});
