import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { policyPlaceholder } from '../formats/policy-placeholder.ts';
import { fullAddress } from '../formats/site.ts';
import { link } from '../ledger/link.ts';
import type { MovedEntry } from '../ledger/released.ts';
import { needAddress } from './address.ts';
import { compress } from './compress.ts';
import { listFiles, pagePath } from './files.ts';
import { holdToHosts } from './host-limits.ts';
import { caddyFile, cloudfrontRequest, cloudfrontResponse, headersFile, nginxFile, redirectsFile } from './hosts.ts';
import { hashFiles, manifestName, writeManifest } from './manifest.ts';
import { styleHashes, tags, unsafeMarkup } from './markup.ts';
import { fileOf, standings, stub } from './moved.ts';
import { contentPolicy, makePolicy, policyMeta } from './policy.ts';
import { fromRoot, relativeAssets } from './readdress.ts';

export interface FinishOptions {
	/** The folder that Astro has filled. */
	readonly folder: string;
	/** Address the site will have, with a final slash; '' where it has none yet. */
	readonly site: string;
	readonly moved: readonly MovedEntry[];
	/** What the site is called. */
	readonly project: string;
	/** Addresses that readers were given at the last release. */
	readonly published: readonly string[];
	/** What to say where nothing would stand at some of them. */
	readonly vanished: (addresses: readonly string[]) => Error;
	/** Content revision and tool versions, for the manifest. */
	readonly revision: string;
	readonly tools: Readonly<Record<string, string>>;
	/** Where earlier builds keep what they packed; without one, all is packed anew. */
	readonly work?: string;
}

/** As the layout prints it: first in the head after the charset. */
const POLICY_META = `<meta http-equiv="content-security-policy" content="${policyPlaceholder}">`;

/** Folder of the files that hosts are set up with; pages never link to it. */
const HOSTS = '_hosts';

/**
 * Finishes a folder that Astro has built: addresses made relative, the policy written into every page and into the
 * hosts' files, moved addresses, the manifest. Reads nothing outside the folder.
 * @throws Error when a page holds what the policy would block, or content/moved.yaml leads nowhere
 */
export function finish(options: FinishOptions): void {
	const { folder, site, project, moved, published, vanished, revision, tools, work } = options;
	const base = site ? new URL(site).pathname : '/';
	// One after another and at once: thousands of small files take several times as long by way of threads.
	const built = listFiles(folder);
	const files = new Set(built);
	const write = (file: string, text: string | Uint8Array) => {
		if (!files.has(file)) mkdirSync(dirname(join(folder, file)), { recursive: true });
		files.add(file);
		writeFileSync(join(folder, file), text);
	};

	const styles = new Map<string, readonly string[]>();
	for (const file of built) {
		if (!/\.(html|svg)$/.test(file)) continue;
		const text = readFileSync(join(folder, file), 'utf8');
		const page = file.endsWith('.html') ? relativeAssets(text, pagePath(file)) : text;
		const placed = file === '404.html' ? fromRoot(page, base) : page;
		const found = tags(placed);
		const own = styleHashes(found);
		if (own.length > 0) styles.set(file, own);
		if (!file.endsWith('.html')) continue;
		const faults = unsafeMarkup(found);
		if (faults.length > 0) throw new Error(`${pagePath(file)} holds ${faults.join(', ')}; the policy would block it`);
		if (placed.split(POLICY_META).length !== 2)
			throw new Error(`${pagePath(file)} has no place for the policy, or more than one; its layout must print it once`);
		// A page allows its own styles; the headers, which are the same for many pages, allow those of its folder.
		const meta = contentPolicy(own, 'meta');
		write(
			file,
			placed.replace(POLICY_META, () => policyMeta(meta)),
		);
	}

	const left = standings(moved, new Set(published), new Set(built));
	for (const { from, to, as } of left) {
		if (as === 'stub') write(fileOf(from), stub(link(from, to), fullAddress(site, to), contentPolicy([], 'meta')));
		else {
			write(fileOf(from), readFileSync(join(folder, fileOf(to))));
			styles.set(fileOf(from), styles.get(fileOf(to)) ?? []);
		}
	}
	// The manifest is written last of all.
	const stands = (file: string) => file === manifestName || files.has(file);
	const lost = published.filter((address) => !stands(fileOf(address)) && (site !== '' || !needAddress.has(address)));
	if (lost.length > 0) throw vanished(lost);

	const policy = makePolicy([...files], styles);
	write('_headers', headersFile(policy));
	write('_redirects', redirectsFile(left));
	write(`${HOSTS}/nginx.conf`, nginxFile(policy, left, base));
	write(`${HOSTS}/caddy.conf`, caddyFile(policy, left, base));
	write(`${HOSTS}/cloudfront-request.js`, cloudfrontRequest(left, base));
	write(`${HOSTS}/cloudfront-response.js`, cloudfrontResponse(policy, base));
	// GitHub Pages leaves out folders that start with "_" without it.
	write('.nojekyll', '');
	// Servers that take nothing but this file's word lead from a page's address without its slash to the one with it.
	write('serve.json', '{ "trailingSlash": true }\n');
	const hashes = compress(folder, [...files], work);
	holdToHosts(folder, { policy, redirects: left.length, files: listFiles(folder) });
	write(
		manifestName,
		writeManifest({ revision, site, project, tools: { ...tools }, files: hashFiles(folder, hashes) }),
	);
}
