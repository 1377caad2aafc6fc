import {
	accessSync,
	constants,
	type Dirent,
	existsSync,
	lstatSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	realpathSync,
} from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { hashAt } from '../desk/journal.ts';
import { codeOf } from '../desk/system-fault.ts';
import { printable } from '../desk/terminal.ts';
import { sha256 } from '../formats/hash.ts';
import { attempt } from '../ledger/attempt.ts';
import { BuildError } from './failure.ts';
import { type Manifest, manifestName, ownHashes, readManifest } from './manifest.ts';

/** Folders of the project that are never a place for the site, whether they are there or not. */
const OWN = new Set(['content', 'docs', 'node_modules', 'public', 'seeds', 'src', 'tests']);
/** What file managers put into a folder that they show, by how it begins: they make it again. */
const LITTER: ReadonlyMap<string, string> = new Map([
	['.DS_Store', '\0\0\0\u0001Bud1'],
	['Thumbs.db', '\u00d0\u00cf\u0011\u00e0'],
]);
/** Folder inside the output in which a site waits that is filled in place. */
export const WAITING = '.building';
/** Stands in a folder in which a build of ours works. Another's folder of such a name is left. */
export const MARKER = 'made-by-a-build-of-this-site';
/** Held while a folder is filled in place: two projects may fill the same. */
export const FILLING = `${WAITING}/${MARKER}.lock`;
/** The one file in it that is being written: only a whole one gets its name. By this one it is known as ours. */
export const PARTIAL = `${MARKER}.part`;

/**
 * The path without links in it; the last part may be missing.
 * @param isAway whether what a link leads to was put away, and will come back
 */
function real(path: string, isAway: (target: string) => boolean = () => false): string {
	try {
		return realpathSync(path);
	} catch (error) {
		if (codeOf(error) === 'ENOTDIR') throw new BuildError(`${path} leads through a file: name a folder.`);
		if (codeOf(error) === 'ELOOP') throw new BuildError(`${path} is a link that leads back to itself: name a folder.`);
		if (codeOf(error) !== 'ENOENT') throw error;
		if (attempt(() => lstatSync(path), undefined)) {
			const to = real(resolve(dirname(path), readlinkSync(path)));
			if (isAway(to)) return to;
			throw new BuildError(`${path} is a link to nothing.`);
		}
		return join(real(dirname(path)), basename(path));
	}
}

/** Whether a path is a folder or stands in it. */
export function within(folder: string, path: string): boolean {
	const way = relative(folder, path);
	return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

/** How a place is named in the notes of a project, which may be moved. */
const nameOf = (root: string, out: string): string =>
	within(real(root), out) ? relative(real(root), out).split(sep).join('/') : out;

/** Where the last site waits while the new one is put in its place: its name says what place that is, where it is not too long. */
export function previousOf(root: string, out: string): string {
	const name = encodeURIComponent(nameOf(root, out));
	return join(root, '.work', `${PREVIOUS}${name.length > 200 ? `#${sha256(name).slice(0, 12)}` : name}`);
}
const PREVIOUS = 'previous-of-';

/** The sites that are put away, each with its place; without that where it is not known. */
export const putAway = (root: string) =>
	attempt(() => readdirSync(join(root, '.work')), []).flatMap((name) => {
		if (!name.startsWith(PREVIOUS)) return [];
		const previous = join(root, '.work', name);
		const place = attempt(() => resolve(real(root), decodeURIComponent(name.slice(PREVIOUS.length))), root);
		return [{ previous, place: previousOf(root, place) === previous ? place : undefined }];
	});

/**
 * The folder that is filled when the site goes to `out`: where it leads when it is a link.
 * @throws BuildError for the project, what holds it, and what in it is not for output
 */
export function outputOf(root: string, out: string): string {
	const isAway = (target: string) => existsSync(previousOf(root, target));
	const [project, target] = [real(root), real(out, isAway)];
	const refuse = (what: string) =>
		new BuildError(`The site cannot go to ${target}: ${what}. Name a folder of its own, such as --out dist`);
	if (within(target, project)) throw refuse(target === project ? 'it is the project' : 'it holds the project');
	if (within(project, target)) {
		const [top = '', ...below] = relative(project, target).split(sep);
		const forOutput =
			top === '.work'
				? below.length === 1 && /^(?!build-|previous-).*-site$/.test(below[0] ?? '')
				: below.length === 0 && !top.startsWith('.');
		if (!forOutput || OWN.has(top)) throw refuse('that is a part of the project');
	}
	return target;
}

/**
 * The folder that `--out` names.
 * @throws BuildError for nothing, and for what only a shell reads
 */
export function chosen(root: string, text: string): string {
	if (text.trim() === '') throw new BuildError('--out names no folder; leave it out, or write --out FOLDER');
	if (text.startsWith('~'))
		throw new BuildError(`--out ${text} is a short form that only a shell reads: write the whole path`);
	return resolve(root, text);
}

/** The manifest of a site that a build has put into a folder; undefined where there is none of ours. */
export function manifestIn(folder: string, name = manifestName): Manifest | undefined {
	const manifest = attempt(() => readManifest(readFileSync(join(folder, name), 'utf8')), undefined);
	// Every build writes more than that.
	return manifest && Object.keys(manifest.files).length > 0 ? manifest : undefined;
}

/**
 * What to say when the site in a folder was built for another address, or ''.
 * @throws BuildError when the folder is outside the project, and the site there has another name and address
 */
export function takesPlaceOf(root: string, out: string, site: string, project: string): string {
	const there = manifestIn(out) ?? manifestIn(join(out, WAITING));
	if (!there || (there.site === site && site !== '')) return '';
	const [name, at] = [printable(there.project ?? ''), printable(there.site) || 'no address'];
	if (there.project !== undefined && there.project !== project && !within(real(root), out))
		throw new BuildError(
			`The site cannot go to ${out}: another one is there ("${name}", for ${at}), and it would be lost.\n` +
				'Name another folder with --out, or move that site away',
		);
	return there.site === site ? '' : `The site in ${out} was built for ${at}; this one is for ${site || 'no address'}.`;
}

/** Throws the system's error when the folder can be neither replaced nor filled. */
export function mayFill(out: string): void {
	const writable = (path: string): boolean => {
		try {
			accessSync(path, constants.W_OK);
			return true;
		} catch (error) {
			if (codeOf(error) !== 'ENOENT') throw error;
			return writable(dirname(path));
		}
	};
	// What is mounted there is filled, and else the folder above lets it be replaced.
	const isMounted = attempt(() => lstatSync(out).dev !== lstatSync(dirname(out)).dev, false);
	if (isMounted || !attempt(() => writable(dirname(out)), false)) writable(out);
}

/** What is in a folder that a build may fill or take away: files with their hashes, folders without one. */
interface Seen {
	/** Files that an earlier build wrote. */
	readonly ours: ReadonlyMap<string, string>;
	/** What may go besides: what a build left that was ended, file managers' files, empty folders of the site. */
	readonly spare: ReadonlyMap<string, string>;
}

/**
 * Holds that nothing is lost when a folder is filled or taken away.
 * @throws BuildError when there is anything in it that no build wrote, or that was changed since
 */
export function lookAt(out: string): Seen {
	const [ours, spare] = [new Map<string, string>(), new Map<string, string>()];
	const info = attempt(() => lstatSync(out), undefined);
	if (!info) return { ours, spare };
	if (!info.isDirectory()) throw new BuildError(`The site cannot go to ${out}: it is a file.`);
	const written = manifestIn(out);
	const waiting = manifestIn(join(out, WAITING));
	const manifests = [written, waiting].filter((one) => one !== undefined);
	const known = new Set(manifests.flatMap((one) => Object.values(one.files)));
	const folders = new Set(manifests.flatMap(({ files }) => Object.keys(files).flatMap(above)));
	const hashesOf = (file: string) =>
		file === manifestName
			? written && ownHashes(written)
			: manifests.flatMap(({ files }) => (files[file] === undefined ? [] : [files[file]]));
	const [strange, changed]: [string[], string[]] = [[], []];
	for (const entry of below(out)) {
		const path = join(entry.parentPath, entry.name);
		const file = relative(out, path).split(sep).join('/');
		// Whoever opened it would let go of the lock, and there is nothing in it.
		const hash = file === FILLING && lstatSync(path).size === 0 ? sha256('') : (hashAt(path) ?? '');
		const inside = file.startsWith(`${WAITING}/`);
		const mayGo = entry.isDirectory()
			? file === WAITING || file === 'lost+found' || folders.has(inside ? file.slice(WAITING.length + 1) : file)
			: hash !== '' &&
				(isLitter(path, entry.name) ||
					(inside && (known.has(hash) || [FILLING, `${WAITING}/${PARTIAL}`].includes(file) || isManifest(path, hash))));
		const hashes = hashesOf(file) ?? [];
		if (mayGo) spare.set(file, hash);
		else if (hash === '' || hashes.length === 0) strange.push(file);
		else if (hashes.includes(hash)) ours.set(file, hash);
		else changed.push(file);
	}
	const named = ([first = '', ...more]: readonly string[]) =>
		more.length === 0 ? printable(first) : `${printable(first)} and ${more.length} more`;
	if (strange.length > 0)
		throw new BuildError(
			`The site cannot go to ${out}: it holds files that no build wrote (${named(strange)}), and they would be lost.\n` +
				'Move them away (what every site should hold belongs in public/), or name another folder with --out',
		);
	if (changed.length > 0)
		throw new BuildError(
			`The site cannot go to ${out}: files were changed after they were built (${named(changed)}), and the changes would be lost.\n` +
				'Make them where the site is made from (content/, public/), then delete these files or move them away',
		);
	return { ours, spare };
}

/** Folders above a file, the nearest first. */
export function above(file: string): readonly string[] {
	const parts = file.split('/').slice(0, -1);
	return parts.map((_part, index) => parts.slice(0, parts.length - index).join('/'));
}

/**
 * What is in a folder and in the folders in it, and those that are empty. Of the one that file systems keep for
 * themselves, only what may be read.
 */
function below(folder: string): readonly Dirent[] {
	let entries: readonly Dirent[];
	try {
		entries = readdirSync(folder, { withFileTypes: true });
	} catch (error) {
		if (basename(folder) !== 'lost+found' || codeOf(error) !== 'EACCES') throw error;
		return [];
	}
	return entries.flatMap((entry) => {
		const more = entry.isDirectory() ? below(join(folder, entry.name)) : [];
		return more.length === 0 ? [entry] : more;
	});
}

function isLitter(path: string, name: string): boolean {
	const sign = LITTER.get(name);
	return sign !== undefined && readFileSync(path).subarray(0, sign.length).toString('latin1') === sign;
}

/** Whether a file is a manifest as a build wrote it, under whatever name. */
function isManifest(path: string, hash: string): boolean {
	const manifest = manifestIn(dirname(path), basename(path));
	return manifest !== undefined && ownHashes(manifest).includes(hash);
}
