import { createHash } from 'node:crypto';
import { cp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { site } from '../desk/example/steps.ts';
import { fixtureRoot } from '../desk/tree.ts';
import { build, copyProject } from './project.ts';

/** A report, its source and a claim for its one figure, as an editor would have them after the stubs are filled. */
async function addReport(folder: string, at: number): Promise<void> {
	const id = `report-${at}`;
	const text = `On a later day the rescue service counted ${40 + at} injured in the hospital at Vell.\n`;
	const sha256 = createHash('sha256').update(text).digest('hex');
	await writeFile(join(folder, 'seeds', `${id}.txt`), text);
	await writeFile(
		join(folder, 'content', 'sources', `${id}.yaml`),
		`title: Report number ${at}\nownTitle: true\npublisher: Unknown\nkind: article\nlanguage: en\naccessed: 2021-06-01\nseed: ${id}.txt\nsha256: "${sha256}"\n`,
	);
	await writeFile(
		join(folder, 'content', 'claims', `${id}.yaml`),
		`- id: ${id}-injured
  about: bridge
  measure: injured
  statement: The rescue service counted ${40 + at} injured on a later day.
  quantity: { value: ${40 + at} }
  saidBy: rescue-service
  source: ${id}
  quote: counted ${40 + at} injured
  confidence: { level: low, reason: One report. }
`,
	);
	const names = join(folder, 'content', 'site.yaml');
	const before = await readFile(names, 'utf8');
	await writeFile(names, before.replace('intros:', `  ${id}: report number ${at}\nintros:`));
}

async function pagesOf(folder: string): Promise<readonly (readonly [path: string, words: string])[]> {
	const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html'));
	return Promise.all(
		names.map(async (name) => {
			const { document } = parseHTML(await readFile(join(folder, name), 'utf8'));
			return [name, document.body?.textContent?.replace(/\s+/g, ' ') ?? ''] as const;
		}),
	);
}

/** Words that are true of one number of reports only. */
const COUNTED =
	/\b(?:both|the two|two|either of the|neither of the) (?:news )?(?:reports|seeds)\b|\b(?:second|Pakistani) report\b/i;

describe.each([1, 2, 3, 5])('a site with %i seeds', (count) => {
	it('is whole, and nothing on its pages is false for it', async () => {
		const folder = await copyProject();
		try {
			for (const part of ['content', 'seeds']) await rm(join(folder, part), { recursive: true });
			await cp(fixtureRoot, folder, { recursive: true });
			await cp(site, join(folder, 'content'), { recursive: true });
			for (let at = 2; at <= count; at += 1) await addReport(folder, at);
			const { status, said } = await build(folder);
			expect(status, said).toBe(0);
			const pages = await pagesOf(join(folder, 'dist'));
			expect(pages.filter(([, words]) => COUNTED.test(words)).map(([path]) => path)).toEqual([]);
			const { document } = parseHTML(await readFile(join(folder, 'dist', 'sources', 'index.html'), 'utf8'));
			const group = [...document.querySelectorAll('section')].find((one) =>
				/this site began with/.test(one.textContent ?? ''),
			);
			expect(group?.querySelectorAll('li').length).toBe(count);
			expect(group?.querySelector('h2')?.textContent).toContain(count === 1 ? 'The report this' : 'The reports this');
			// Each has a page of its own that says what was taken from it.
			for (let at = 2; at <= count; at += 1)
				expect(pages.find(([path]) => path === join('sources', `report-${at}`, 'index.html'))?.[1]).toContain(
					`counted ${40 + at} injured`,
				);
		} finally {
			await rm(folder, { recursive: true });
		}
	});
});
