import { mkdir, rm } from 'node:fs/promises';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { siteAddress } from '../formats/site.ts';
import { recover, staging, swap } from './folder.ts';
import { gate } from './gate.ts';
import { withLocks } from './lock.ts';
import { LostError } from './postprocess.ts';
import { lineOf, publishedFile } from './published.ts';

export interface BuildOptions {
	/** The project's folder. */
	readonly root: string;
	/** Where the site goes; an earlier one is replaced only by a whole one. */
	readonly outDir: string;
	/** Address the site will have; the default is an example address. */
	readonly siteUrl?: string | undefined;
	/** Where messages go; the default is standard error. */
	readonly say?: (line: string) => void;
}

/** A build that was refused or failed for a reason that an editor or a host can mend. */
export class BuildError extends Error {
	override name = 'BuildError';
}

/**
 * Checks the content, builds the site into a fresh folder beside `outDir` and swaps it in when it is whole.
 * One build at a time in a project, and one beside `outDir`: a second one waits.
 * @throws BuildError when the content has errors or a published address would vanish; the last site stays as it was
 */
export async function buildSite(options: BuildOptions): Promise<void> {
	const root = resolve(options.root);
	const out = resolve(options.outDir);
	const say = options.say ?? ((line) => process.stderr.write(`${line}\n`));
	const site = siteAddress(options.siteUrl);
	// Sorted, so that two builds never wait for each other.
	const locks = [...new Set([root, dirname(out)])].sort().map((folder) => join(folder, '.work', 'build.lock'));
	await withLocks(
		locks,
		async () => {
			await recover(out);
			const found = gate(root);
			if (found.report) say(found.report);
			if (!found.ok) throw new BuildError('The content has errors; nothing was built and the last site is untouched.');
			const staged = staging(out);
			const cache = `${staged}-cache`;
			try {
				await mkdir(staged, { recursive: true });
				// A cache of its own: what is built depends on the content, not on the build before.
				await build({
					root,
					outDir: staged,
					site,
					cacheDir: cache,
					logLevel: process.env['DEBUG'] ? 'debug' : 'error',
				}).catch((error: unknown) => {
					throw lostIn(root, error) ?? error;
				});
				await swap(staged, out);
			} finally {
				await rm(staged, { recursive: true, force: true });
				await rm(cache, { recursive: true, force: true });
			}
		},
		() => say('Another build is running; waiting for it to end.'),
	);
}

/** Says of vanished addresses where they were recorded and what to do; other failures are left as they are. */
function lostIn(root: string, error: unknown): BuildError | undefined {
	if (!(error instanceof LostError)) return undefined;
	const lines = error.addresses.map(
		(address) =>
			`${publishedFile}:${lineOf(root, address)}:1 error: ${address} was published and would vanish\n` +
			`  say in content/moved.yaml where it went: from: ${address}, to: …, why: …`,
	);
	return new BuildError(`Published addresses would vanish; the last site is untouched.\n${lines.join('\n')}`);
}

/** What to print for a failure: one message without a stack; with DEBUG set, all of it. */
export function describe(error: unknown): string {
	if (process.env['DEBUG'] && error instanceof Error) return error.stack ?? error.message;
	if (!(error instanceof Error)) return String(error);
	const hint = 'hint' in error && typeof error.hint === 'string' ? `\n${error.hint}` : '';
	return `${error.message}${hint}`;
}

if (import.meta.main) {
	process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
	const root = process.cwd();
	const siteUrl = process.env['SITE_URL'];
	try {
		const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
		const outDir = resolve(root, values.out);
		const site = siteAddress(siteUrl);
		await buildSite({ root, outDir, siteUrl });
		console.log(`The site is built in ${relative(root, outDir)}/.`);
		if (!siteUrl?.trim())
			console.warn(
				`SITE_URL is not set: canonical addresses, feeds and the sitemap name ${site}.\n` +
					'Before you publish, build with SITE_URL=https://your.address/ npm run build',
			);
	} catch (error) {
		console.error(`The build failed. ${describe(error)}`);
		process.exitCode = 1;
	}
}
