import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readContent } from '../desk/read.ts';
import { buildLedger } from '../ledger/build.ts';
import { publishedValues } from '../ledger/released.ts';
import { buildSite } from './build.ts';
import { describe } from './failure.ts';
import { pagePath } from './files.ts';
import { manifestName, readManifest } from './manifest.ts';
import { publishedFile, readPublished, writePublished } from './published.ts';

/** Files that are no address of their own: bundled files change their names, and hosts' files are not for readers. */
const notKept = /^(_|\.nojekyll)/;

/** Addresses of a built folder that must never vanish once they are published. */
export const addressesOf = (files: readonly string[]): readonly string[] =>
	files.filter((file) => !notKept.test(file)).map(pagePath);

/**
 * Builds the site and records its addresses and the values of its claims in content/published.json.
 * @returns how many addresses and values are recorded, and how many addresses are new
 */
export async function release(root: string, siteUrl: string | undefined) {
	const outDir = join(root, 'dist');
	await buildSite({ root, outDir, siteUrl });
	const manifest = readManifest(await readFile(join(outDir, manifestName), 'utf8'));
	const before = readPublished(root);
	const addresses = [...before.addresses, ...addressesOf([...Object.keys(manifest.files), manifestName])];
	const next = { addresses, claims: { ...publishedValues(buildLedger(readContent(root).entries)) } };
	await writeFile(join(root, publishedFile), writePublished(next));
	const kept = new Set(before.addresses);
	const all = new Set(addresses);
	return { addresses: all.size, added: all.size - kept.size, claims: Object.keys(next.claims).length };
}

if (import.meta.main) {
	process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
	try {
		const { addresses, added, claims } = await release(process.cwd(), process.env['SITE_URL']);
		console.log(
			`${publishedFile} records ${addresses} addresses (${added} new) and the values of ${claims} claims.\n` +
				'Commit it with the content, then build again and publish dist/.',
		);
	} catch (error) {
		console.error(`Nothing was recorded. ${describe(error)}`);
		process.exitCode = 1;
	}
}
