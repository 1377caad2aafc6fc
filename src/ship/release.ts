import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { contentIn, textsOf } from '../desk/read.ts';
import { PUBLISHED } from '../desk/released.ts';
import { writeFiles } from '../desk/write.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { type Published, publishedValues } from '../ledger/released.ts';
import { buildLedger } from '../ledger/verify.ts';
import { routesIn } from '../routes.ts';
import { unsaid } from './address.ts';
import { buildSite } from './build.ts';
import { BuildError, run } from './failure.ts';

/** What readers have been given once this ledger is published too: no address that was ever given is forgotten. */
export const released = (before: Published, ledger: Ledger): Published => ({
	addresses: [...new Set([...before.addresses, ...routesIn(ledger).map(({ path }) => path)])],
	...publishedValues(ledger),
});

/** The file as it is recorded: one line an address and a claim, sorted, so that a change reads well. */
export function writePublished({ addresses, ...values }: Published): string {
	const sorted = Object.entries(values).map(([name, held]) => [
		name,
		Object.fromEntries(Object.entries(held ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))),
	]);
	return `${JSON.stringify({ addresses: [...new Set(addresses)].sort(), ...Object.fromEntries(sorted) }, undefined, '\t')}\n`;
}

/**
 * Builds the site and records its addresses and the values of its claims in content/published.json.
 * @throws Error when the site does not say where it stands, who publishes it or where an error is reported
 * @returns how many addresses and values are recorded, and how many addresses are new
 */
export async function release(root: string, siteUrl: string | undefined, build = buildSite) {
	const open = unsaid(root, siteUrl);
	if (open.length > 0)
		throw new BuildError(`Before a release the site has to say\n${open.map((one) => `  ${one}`).join('\n')}`);
	const was = textsOf(contentIn(root));
	await build({ root, outDir: join(root, 'dist'), siteUrl });
	const content = contentIn(root);
	// What is recorded is what was built.
	if (!isDeepStrictEqual(textsOf(content), was))
		throw new BuildError('content/ was changed while the site was built from it. Run it again.');
	const before = content.released.published;
	const now = released(before, buildLedger(content.entries));
	const fault = writeFiles(root, new Map([[PUBLISHED, writePublished(now)]]), 'replace', { was });
	if (fault) throw new BuildError(fault);
	const { length } = now.addresses;
	return { addresses: length, added: length - before.addresses.length, claims: Object.keys(now.claims).length };
}

if (import.meta.main)
	await run(async () => {
		const { addresses, added, claims } = await release(process.cwd(), process.env['SITE_URL']);
		console.log(
			`${PUBLISHED} records ${addresses} addresses (${added} new) and the values of ${claims} claims.\n` +
				'Commit it with the content, then build again and publish dist/.',
		);
	}, 'Nothing was recorded. ');
