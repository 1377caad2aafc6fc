import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { listFiles, pagePath } from './files.ts';
import { relativeAssets } from './relative.ts';

/** Finishes a folder that Astro has built. Nothing here reads the clock, the network or anything outside the folder. */
export async function finish(folder: string): Promise<void> {
	const files = await listFiles(folder);
	for (const file of files.filter((name) => name.endsWith('.html'))) {
		const path = join(folder, file);
		await writeFile(path, relativeAssets(await readFile(path, 'utf8'), pagePath(file)));
	}
}
