import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashFiles } from '../../src/publish/manifest.ts';
import { build, copyProject } from './project.ts';

it('two builds in two folders, time zones, locales and thread counts give the same bytes', async () => {
	const folders = await Promise.all([copyProject(), copyProject()]);
	const [here = '', there = ''] = folders;
	try {
		const runs = await Promise.all([
			build(here, {
				env: {
					TZ: 'Asia/Kathmandu',
					LC_ALL: 'tr_TR.UTF-8',
					LANG: 'tr_TR.UTF-8',
					UV_THREADPOOL_SIZE: '1',
					RAYON_NUM_THREADS: '1',
				},
			}),
			build(there, { env: { TZ: 'America/St_Johns', LC_ALL: 'C', LANG: 'C' } }),
		]);
		expect(
			runs.map(({ status }) => status),
			runs.map(({ said }) => said).join('\n'),
		).toEqual([0, 0]);
		const first = await hashFiles(join(here, 'dist'));
		expect(Object.keys(first).length).toBeGreaterThan(500);
		expect(await hashFiles(join(there, 'dist'))).toEqual(first);
	} finally {
		await Promise.all(folders.map((folder) => rm(folder, { recursive: true })));
	}
});
