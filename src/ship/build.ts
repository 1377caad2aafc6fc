import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from 'astro';
import { check, type Report } from '../desk/check.ts';
import { diskAt, unreadAdvice } from '../desk/disk.ts';
import { inTurn, lockOf } from '../desk/lock.ts';
import { isPublished } from '../desk/public.ts';
import { handOver, stampOf } from '../desk/read.ts';
import { formatReport } from '../desk/report.ts';
import { reading, takeBackEnded } from '../desk/turns.ts';
import { keepTrees } from '../prose/mdx.ts';
import { addressOf, titleOf, withoutAddress } from './address.ts';
import { BuildError, run } from './failure.ts';
import { lookWhenFree, toDisk } from './fill.ts';
import { openToAll, prune, recover, removeLast, staging, swap } from './folder.ts';
import { chosen, MARKER, mayFill, outputOf, takesPlaceOf } from './output.ts';

/** How often content that changes is read again. */
const TRIES = 5;

export interface BuildOptions {
	/** The project's folder. */
	readonly root: string;
	/** Where the site goes; an earlier one is replaced only by a whole one. */
	readonly outDir: string;
	/** Address the site will have; the default is that of content/site.yaml, or none. */
	readonly siteUrl?: string | undefined;
	/** Where messages go; the default is standard error. */
	readonly say?: (line: string) => void;
}

/**
 * Copies what of public/ is published to a folder for Astro, which passes over a page where public/ has a file or a
 * folder of its name, and copies what has become a link meanwhile.
 */
function copyPublished(root: string, to: string): void {
	const disk = diskAt(root);
	mkdirSync(to);
	for (const path of disk.files('public').filter((one) => isPublished(one, disk))) {
		const bytes = disk.read(path);
		if (typeof bytes === 'string') throw new BuildError(`${path} cannot be read: ${bytes}; ${unreadAdvice}.`);
		const file = join(to, path.slice('public/'.length));
		mkdirSync(dirname(file), { recursive: true });
		writeFileSync(file, bytes);
	}
}

/**
 * What the desk says of the content, read while nobody wrote: a file that is written may be nowhere for a moment.
 * @throws BuildError when the files change each time; LockError when another command writes all the time
 */
function checked(root: string): Report {
	for (let tries = 0; tries < TRIES; tries++) {
		const before = stampOf(root);
		const found = reading(root, () => check(root));
		if (before === stampOf(root)) return found;
	}
	throw new BuildError(
		'Files of content/, seeds/ or public/ change while they are read: build again when nobody writes.',
	);
}

/**
 * Checks the content and lays down what the site is made of; nothing else of the check stays in memory.
 * @throws BuildError when the content has errors
 */
function layDown(root: string, say: (line: string) => void): void {
	keepTrees(true);
	const found = checked(root);
	if (!found.ok) say(formatReport(found, { colour: false }).trimEnd());
	if (!found.ok) throw new BuildError('The content has errors; nothing was built and the last site is untouched.');
	handOver(found.content);
}

/**
 * Checks the content, builds the site into a fresh folder and swaps it in when it is whole. One build at a time in a
 * project: a second one waits.
 * @throws BuildError when the site may not go there, the content has errors or a published address would vanish; the
 * last site stays as it was
 */
export async function buildSite(options: BuildOptions): Promise<void> {
	const root = resolve(options.root);
	const say = options.say ?? ((line) => process.stderr.write(`${line}\n`));
	const site = addressOf(root, options.siteUrl);
	const out = outputOf(root, resolve(options.outDir));
	const work = async () => {
		for (const line of recover(root, out)) say(line);
		mayFill(out);
		await lookWhenFree(out);
		const other = takesPlaceOf(root, out, site, titleOf(root));
		if (other !== '') say(other);
		for (const line of takeBackEnded(root)) say(line);
		layDown(root, say);
		const folder = staging(root);
		const staged = join(folder, 'site');
		const publicDir = join(folder, 'public');
		try {
			copyPublished(root, publicDir);
			// A cache of its own: what is built depends on the content, not on the build before.
			await build({
				root,
				outDir: staged,
				publicDir,
				...(site ? { site } : {}),
				cacheDir: join(folder, 'cache'),
				logLevel: process.env['DEBUG'] ? 'debug' : 'error',
			});
			// An empty folder in the site would be taken for another's.
			prune(staged);
			openToAll(staged);
			toDisk();
			const said = await swap(root, staged, out);
			if (said !== '') say(said);
		} finally {
			handOver(undefined);
			keepTrees(false);
			removeLast(folder, MARKER);
		}
	};
	await inTurn(lockOf(root, 'building'), work, (who) => say(`${who}; waiting for it to end.`));
}

if (import.meta.main)
	await run(async () => {
		const root = process.cwd();
		const siteUrl = process.env['SITE_URL'];
		const { values } = parseArgs({ options: { out: { type: 'string', default: 'dist' } } });
		const outDir = chosen(root, values.out);
		await buildSite({ root, outDir, siteUrl });
		console.log(`The site is built in ${relative(root, outDir)}/.`);
		if (addressOf(root, siteUrl) === '') console.warn(withoutAddress);
	}, 'The build failed. ');
