import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { endQuietly } from '../desk/terminal.ts';
import { sha256 } from '../formats/hash.ts';
import { hashFiles, type Manifest, manifestName, readManifest } from './manifest.ts';

export interface Differences {
	/** How many files were compared. */
	readonly compared: number;
	readonly missing: readonly string[];
	readonly changed: readonly string[];
	/** In the copy and not in the manifest; an address cannot be asked for these. */
	readonly added: readonly string[];
	/** Files that hosts read and do not serve; at an address only. */
	readonly notServed: readonly string[];
}

/** Files that set up a host: some hosts take them in and answer "not found". */
const forHosts = new Set(['_headers', '_redirects', '.nojekyll']);
const AT_ONCE = 8;
const TRIES = 3;

/** Compares a folder with a manifest. */
export function verifyFolder(folder: string, manifest: Manifest): Differences {
	const { [manifestName]: _own, ...found } = hashFiles(folder);
	const wanted = Object.entries(manifest.files);
	return {
		compared: wanted.length,
		missing: wanted.filter(([file]) => !(file in found)).map(([file]) => file),
		changed: wanted.filter(([file, hash]) => file in found && found[file] !== hash).map(([file]) => file),
		added: Object.keys(found).filter((file) => !(file in manifest.files)),
		notServed: [],
	};
}

/** Where a file is asked for: index files by their folder, as readers do. */
const addressOf = (site: string, file: string): string =>
	new URL(
		file
			.replace(/(^|\/)index\.html$/, '$1')
			.split('/')
			.map(encodeURIComponent)
			.join('/'),
		site,
	).href;

async function download(address: string): Promise<{ readonly status: number; readonly bytes: Uint8Array }> {
	for (let tried = 1; ; tried++) {
		try {
			const response = await fetch(address, { headers: { 'cache-control': 'no-cache' } });
			const bytes = new Uint8Array(await response.arrayBuffer());
			if (response.status < 500 || tried === TRIES) return { status: response.status, bytes };
		} catch (error) {
			if (tried === TRIES) throw new Error(`${address} cannot be read`, { cause: error });
		}
		await wait(250 * tried);
	}
}

/** Compares what is online with a manifest: every file is downloaded and hashed. @throws when the address does not answer */
export async function verifyAddress(site: string, manifest: Manifest): Promise<Differences> {
	const missing: string[] = [];
	const changed: string[] = [];
	const notServed: string[] = [];
	const queue = Object.entries(manifest.files);
	const compared = queue.length;
	const worker = async () => {
		for (let next = queue.shift(); next; next = queue.shift()) {
			const [file, hash] = next;
			const { status, bytes } = await download(addressOf(site, file));
			const got = sha256(bytes);
			// Some servers take a packed copy for its file in transit, and it arrives unpacked.
			const packed = /^(.+)\.(?:br|gz)$/.exec(file)?.[1];
			if (got === hash || (packed !== undefined && got === manifest.files[packed])) continue;
			if (forHosts.has(file)) notServed.push(file);
			else if (status === 404 || status === 403) missing.push(file);
			else changed.push(file);
		}
	};
	await Promise.all(Array.from({ length: AT_ONCE }, worker));
	return { compared, missing: missing.sort(), changed: changed.sort(), added: [], notServed: notServed.sort() };
}

const isAddress = (text: string): boolean => /^https?:\/\//.test(text);

async function manifestAt(place: string): Promise<Manifest> {
	if (!isAddress(place)) return readManifest(await readFile(place, 'utf8'));
	const { status, bytes } = await download(place);
	if (status !== 200) throw new Error(`${place} answers ${status}`);
	return readManifest(new TextDecoder().decode(bytes));
}

const USAGE = `Usage: npm run verify -- <folder or address> [manifest]
Compares a copy of the site with a manifest and says what differs. Without a second argument the manifest is the
copy's own, which shows a broken copy; give the manifest of your own build to show that a copy is what you built.`;

/** The command: @returns the exit status */
async function main(args: readonly string[]): Promise<number> {
	const [copy, other] = args;
	if (!copy || copy.startsWith('-') || args.length > 2) {
		console.error(USAGE);
		return 2;
	}
	const site = isAddress(copy) && !copy.endsWith('/') ? `${copy}/` : copy;
	const manifest = await manifestAt(
		other ?? (isAddress(site) ? new URL(manifestName, site).href : join(site, manifestName)),
	);
	const found = isAddress(site) ? await verifyAddress(site, manifest) : verifyFolder(site, manifest);
	for (const file of found.missing) console.log(`missing  ${file}`);
	for (const file of found.changed) console.log(`changed  ${file}`);
	for (const file of found.added) console.log(`added    ${file}`);
	for (const file of found.notServed) console.log(`not served (this host reads it and keeps it)  ${file}`);
	const different = found.missing.length + found.changed.length + found.added.length;
	console.log(
		`${found.compared} files compared with revision ${manifest.revision.slice(0, 12)}: ${different === 0 ? 'all the same' : `${different} differ`}.`,
	);
	return different === 0 ? 0 : 1;
}

if (import.meta.main) {
	endQuietly();
	try {
		process.exitCode = await main(process.argv.slice(2));
	} catch (error) {
		console.error(error instanceof Error ? error.message : String(error));
		process.exitCode = 2;
	}
}
