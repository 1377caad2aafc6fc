import {
	existsSync,
	lstatSync,
	mkdirSync,
	readdirSync,
	realpathSync,
	renameSync,
	rmdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { diskAt } from '../desk/disk.ts';
import { spotOf } from '../desk/position.ts';
import { isPublished, publicFaults } from '../desk/public.ts';
import { checkedIn } from '../desk/read.ts';
import { MOVED } from '../desk/released.ts';
import { takeFiles } from '../formats/files.ts';
import { kept, keptNow } from '../formats/kept.ts';
import { siteAddress } from '../formats/site.ts';
import { attempt } from '../ledger/attempt.ts';
import { titleOf } from './address.ts';
import { BuildError } from './failure.ts';
import { isFromUs } from './guard.ts';
import { revisionOf, toolVersions } from './manifest.ts';
import { finish } from './postprocess.ts';

/**
 * What an address may ask the preview for among the files of authors: by its path from the root, from public/, or on
 * this machine behind "/@fs/". Paths from the project's folder; undefined for an address that cannot be read.
 */
function authored(root: string, address: string): readonly string[] | undefined {
	const paths = readings(address);
	if (paths.some((path) => path.includes('\0'))) return undefined;
	return [root, realpathSync(root)].flatMap((top) =>
		paths
			.map((path) => path.replace(/^(?:\/+@(?:fs|id)(?=\/))+/, ''))
			.flatMap((plain) => [plain, join(top, plain), join(top, 'public', plain)])
			.map((file) => relative(top, resolve(file)))
			.filter((file) => AUTHORED.test(file.split(sep)[0] ?? '')),
	);
}

/** Every way in which some part of a server may read the path of an address: as it stands, and with its signs resolved. */
function readings(address: string): readonly string[] {
	const path = address.replace(/[?#].*$/s, '');
	// What cannot be read is left as it is, and is no address of anything.
	const paths = new Set([path, attempt(() => decodeURIComponent(path), '\0')]);
	for (const path of paths)
		for (const read of [decodeURI, decodeURIComponent]) paths.add(attempt(() => read(path), path));
	return [...paths];
}

/** What the server answers besides pages and files: it opens files in an editor, and makes pictures of any. */
const SERVICES = /^\/+(?:__open-in-editor|_image|_server-islands|_actions)(?:\/|$)/i;

/** Whether what an address asks the preview for is reached by a link, which could lead anywhere, or is not published. */
export function isRefused(root: string, address: string): boolean {
	const disk = diskAt(root);
	const linked = (file: string) => {
		const parts = file.split(sep);
		return parts.some((_, end) => isLink(join(root, ...parts.slice(0, end + 1))));
	};
	const kept = (file: string) =>
		/^public[\\/]/i.test(file) && isFile(join(root, file)) && !isPublished(file.split(sep).join('/'), disk);
	if (readings(address).some((path) => SERVICES.test(path))) return true;
	return authored(root, address)?.some((file) => linked(file) || kept(file)) ?? true;
}

const isFile = (place: string): boolean => lstatSync(place, { throwIfNoEntry: false })?.isFile() ?? false;

/** Whether a link stands there; a place that cannot be looked at is taken for one. */
const isLink = (place: string): boolean =>
	attempt(() => lstatSync(place, { throwIfNoEntry: false })?.isSymbolicLink() ?? false, true);

/** Folders of an author, whatever the case where the machine does not tell cases apart. */
const AUTHORED = /^(?:content|seeds|public)$/i;

/** Removes what builds have kept in a folder, and nothing else. */
function clear(folder: string): void {
	for (const name of attempt(() => readdirSync(folder), []))
		if (/^[0-9a-f]{64}$/.test(name)) rmSync(join(folder, name), { force: true });
	attempt(() => rmdirSync(folder), undefined);
}

/**
 * Finishes a built folder: relative addresses, the policy, moved addresses, the manifest. In the preview, answers only
 * its own pages.
 */
export function publish(): AstroIntegration {
	let root = '';
	let work = '';
	let publicDir = '';
	let revision = '';
	let site = '';
	return {
		name: 'publish',
		hooks: {
			'astro:config:setup': ({ command, config, updateConfig }) => {
				const project = fileURLToPath(config.root);
				work = join(project, '.work');
				const define = { 'import.meta.env.KEPT': JSON.stringify(work) };
				if (command !== 'dev') {
					updateConfig({ vite: { define } });
					return;
				}
				const packages = join(project, 'node_modules');
				const allow = [project, existsSync(packages) ? realpathSync(packages) : packages];
				updateConfig({ vite: { server: { cors: false, fs: { strict: true, allow } } } });
			},
			'astro:server:setup': ({ server }) => {
				server.middlewares.use((request, response, next) => {
					const address = request.url ?? '';
					if (!isRefused(root, address) && isFromUs(request)) next();
					else response.writeHead(403, { 'content-type': 'text/plain' }).end('Refused.\n');
				});
			},
			'astro:build:start': () => {
				clear(join(work, keptNow));
				const faults = publicFaults(diskAt(dirname(publicDir)));
				if (faults.length > 0) throw new BuildError(`The site may not be built from this:\n${faults.join('\n')}`);
			},
			'astro:config:done': ({ config }) => {
				root = resolve(fileURLToPath(config.root));
				publicDir = resolve(fileURLToPath(config.publicDir));
				site = siteAddress(config.site);
				revision = revisionOf(root, ['content', 'seeds']);
			},
			'astro:build:done': async ({ dir, pages }) => {
				// A program that clears up, or another build that takes this one for dead, may have been here.
				const isThere = (path: string) =>
					[`${path}index.html`, path.replace(/\/$/, '.html'), path].some((one) =>
						isFile(join(fileURLToPath(dir), one)),
					);
				const gone = pages.find(({ pathname }) => !isThere(pathname));
				if (gone) throw new BuildError(`/${gone.pathname} is gone from the folder of the build: build again.`);
				for (const [path, write] of takeFiles()) {
					const [file, content] = [join(fileURLToPath(dir), path), write(site)];
					if (content.length === 0) continue;
					if (isFile(file)) throw new BuildError(`/${path} is made by the build: take that file out of public/.`);
					mkdirSync(dirname(file), { recursive: true });
					writeFileSync(file, content);
					// The renderer of pictures lets go of their pixels only in between.
					await setImmediate();
				}
				const { moved, published, publishedAt } = checkedIn(root).released;
				const told = (address: string) =>
					`${spotOf(publishedAt(address))}:1 error: ${address} was published and would vanish\n  say in ${MOVED} where it went: from: ${address}, to: …, why: …`;
				finish({
					folder: fileURLToPath(dir),
					site,
					project: titleOf(root),
					moved: moved.list,
					published: published.addresses,
					vanished: (addresses) =>
						new BuildError(
							`Published addresses would vanish; the last site is untouched.\n${addresses.map(told).join('\n')}`,
						),
					revision,
					tools: toolVersions(root),
					work,
				});
				// What no page needs any more is not kept.
				clear(join(work, kept));
				attempt(() => renameSync(join(work, keptNow), join(work, kept)), undefined);
			},
		},
	};
}
