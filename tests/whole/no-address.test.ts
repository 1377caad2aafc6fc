import { readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { listFiles } from '../../src/ship/files.ts';
import { build, copyProject } from './project.ts';

/** What stands for an address that nobody has, or for the machine on which the site was built. */
const nowhere = /example\.(?:org|com|net)|localhost|127\.0\.0\.1|undefined\/|"null"|>null<|https?:\/\/\//;

it('a site that has no address names none in any file, and says what it leaves out', async () => {
	const folder = await copyProject();
	try {
		const { status, said } = await build(folder);
		expect(status, said).toBe(0);
		expect(said).toMatch(/no address yet[\s\S]*sitemap\.xml[\s\S]*SITE_URL/);
		const dist = join(folder, 'dist');
		const files = listFiles(dist);
		expect(files.length).toBeGreaterThan(500);
		expect(files.filter((file) => /sitemap|security\.txt/.test(file))).toEqual([]);
		const found: string[] = [];
		for (const file of files.filter((one) => !/\.(?:br|gz|png|woff2)$/.test(one))) {
			const text = await readFile(join(dist, file), 'utf8');
			const hit = nowhere.exec(text);
			if (hit) found.push(`${file}: …${text.slice(Math.max(0, hit.index - 60), hit.index + 60)}…`);
		}
		expect(found).toEqual([]);
	} finally {
		await rm(folder, { recursive: true });
	}
});
