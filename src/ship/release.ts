import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { contentIn, textsOf } from '../desk/read.ts';
import { writeFiles } from '../desk/write.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Published, publishedValues } from '../ledger/released.ts';
import { buildLedger } from '../ledger/verify.ts';
import { routesIn } from '../routes.ts';
import { unsaid } from './address.ts';
import { buildSite } from './build.ts';
import { BuildError, run } from './failure.ts';
import { publishedFile, readPublished, textOf, writePublished } from './published.ts';

/** What readers have been given once this ledger is published too: no address that was ever given is forgotten. */
export const released = (before: Published, ledger: Ledger): Published => ({
	addresses: [...new Set([...before.addresses, ...routesIn(ledger).map(({ path }) => path)])],
	...publishedValues(ledger),
});

/**
 * Builds the site and records its addresses and the values of its claims in content/published.json.
 * @throws Error when the site does not say where it stands, who publishes it or where an error is reported
 * @returns how many addresses and values are recorded, and how many addresses are new
 */
export async function release(root: string, siteUrl: string | undefined, build = buildSite) {
	const open = unsaid(root, siteUrl);
	if (open.length > 0)
		throw new BuildError(`Before a release the site has to say\n${open.map((one) => `  ${one}`).join('\n')}`);
	const [was, record] = [textsOf(contentIn(root)), textOf(root)];
	await build({ root, outDir: join(root, 'dist'), siteUrl });
	const content = contentIn(root);
	// What is recorded is what was built.
	if (!isDeepStrictEqual(textsOf(content), was))
		throw new BuildError('content/ was changed while the site was built from it. Run it again.');
	const before = readPublished(root);
	const now = released(before, buildLedger(content.entries));
	const known = new Map(record === undefined ? [] : [[publishedFile, record]]);
	const fault = writeFiles(root, new Map([[publishedFile, writePublished(now)]]), 'replace', { was: known });
	if (fault) throw new BuildError(fault);
	const { length } = now.addresses;
	return { addresses: length, added: length - before.addresses.length, claims: Object.keys(now.claims).length };
}

if (import.meta.main)
	await run(async () => {
		const { addresses, added, claims } = await release(process.cwd(), process.env['SITE_URL']);
		console.log(
			`${publishedFile} records ${addresses} addresses (${added} new) and the values of ${claims} claims.\n` +
				'Commit it with the content, then build again and publish dist/.',
		);
	}, 'Nothing was recorded. ');
