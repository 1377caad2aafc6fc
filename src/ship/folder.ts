import {
	chmodSync,
	copyFileSync,
	linkSync,
	lstatSync,
	mkdirSync,
	mkdtempSync,
	readdirSync,
	renameSync,
	rmdirSync,
	rmSync,
	writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { codeOf } from '../desk/system-fault.ts';
import { sha256 } from '../formats/hash.ts';
import { attempt } from '../ledger/attempt.ts';
import { BuildError } from './failure.ts';
import { hashFiles, manifestName } from './manifest.ts';
import { above, hashAt, lookAt, MARKER, manifestIn, PARTIAL, previousOf, WAITING } from './output.ts';
import { verifyFolder } from './verify.ts';

/** How the name of a folder begins in which a build works. */
const STAGED = 'build-';
/** What to do where the last site waits and something else stands in its place. */
export const waits = (root: string, out: string): string =>
	`The last site waits in ${previousOf(root, out)}; what stands in ${out} is no whole site and was left as it is.\n` +
	`Move ${out} away and build again: the last site comes back before anything else is done.`;

/** Makes the folder in which this process builds. */
export function staging(root: string): string {
	const folder = mkdtempSync(join(root, '.work', STAGED));
	writeFileSync(join(folder, MARKER), '');
	mkdirSync(join(folder, 'site'));
	return folder;
}

/** Renames; false when there is nothing at `from`, or something already at `to`. */
function move(from: string, to: string): boolean {
	try {
		renameSync(from, to);
		return true;
	} catch (error) {
		if (['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error))) return false;
		throw error;
	}
}

const removeEmpty = (folder: string): void => attempt(() => rmdirSync(folder), undefined);

/** Removes a folder of ours, and last in it the file by which it is known as ours. */
export function removeLast(folder: string, last: string): void {
	for (const name of attempt(() => readdirSync(folder), []))
		if (name !== last) rmSync(join(folder, name), { recursive: true, force: true });
	rmSync(folder, { recursive: true, force: true });
}

/** Gives a file a name that nothing has, which a rename would take from another; false when something has it. */
function give(from: string, to: string): boolean {
	try {
		linkSync(from, to);
	} catch {
		// Something has it; or a file system on which a file has one name only.
		if (attempt(() => lstatSync(to), undefined)) return false;
		renameSync(from, to);
	}
	rmSync(from, { force: true });
	return true;
}

/**
 * Frees a place in a folder: what is there is moved aside and looked at there, where nobody writes any more; it goes
 * with bytes of `ours` only, and else comes back.
 * @returns where in the folder what stays is; undefined when the place is free
 */
function free(folder: string, file: string, ours: readonly (string | undefined)[]): string | undefined {
	const hash = hashAt(join(folder, file));
	if (hash === undefined) return undefined;
	if (hash === '' || !ours.includes(hash)) return file;
	const aside = `${WAITING}/old-${sha256(file).slice(0, 12)}`;
	mkdirSync(join(folder, WAITING), { recursive: true });
	if (!move(join(folder, file), join(folder, aside))) return undefined;
	if (!ours.includes(hashAt(join(folder, aside)))) return give(join(folder, aside), join(folder, file)) ? file : aside;
	rmSync(join(folder, aside));
	return undefined;
}

/**
 * Removes files that were looked at, each only with the bytes that it had then, and the folders that this empties. The
 * manifests, by which the others are known, go behind them.
 * @returns where in the folder those are that stay
 */
function removeSeen(folder: string, seen: Iterable<readonly [string, string]>): readonly string[] {
	const left: string[] = [];
	const parts = Map.groupBy(seen, ([file]) => basename(file) === manifestName);
	for (const files of [parts.get(false) ?? [], parts.get(true) ?? []]) {
		for (const [file, hash] of files) {
			const stays = hash === '' ? undefined : free(folder, file, [hash]);
			if (stays !== undefined) left.push(stays);
		}
		// Once each, the inner ones first: asking for one that still holds something takes long.
		const folders = new Set(files.flatMap(([file, hash]) => (hash === '' ? [file, ...above(file)] : above(file))));
		for (const one of [...folders].sort((a, b) => b.length - a.length)) removeEmpty(join(folder, one));
	}
	removeEmpty(join(folder, WAITING));
	return left;
}

/**
 * Removes a site that was put away, once nothing of anyone else is in it; a folder of it may not be written.
 * @throws BuildError when something is left: it came after it was looked at
 */
function removePrevious(previous: string): void {
	const { ours, spare } = lookAt(previous);
	const remove = (): unknown => removeSeen(previous, [...spare, ...ours]);
	try {
		remove();
	} catch (error) {
		if (!['EACCES', 'EPERM'].includes(codeOf(error))) throw error;
		attempt(() => openToAll(previous), undefined);
		remove();
	}
	try {
		rmdirSync(previous);
	} catch (error) {
		if (!['ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) throw error;
		throw new BuildError(`Somebody wrote into ${previous} while it was removed: move away what lies there.`);
	}
}

/** Makes a folder's files readable by every user of the machine, as a web server needs, whatever the umask was. */
export function openToAll(folder: string): void {
	chmodSync(folder, 0o755);
	for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true }))
		chmodSync(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
}

/**
 * Puts a folder where the last one was. All is read before anything is moved, so that there is no `out` between two
 * renames only; `recover` mends that when the process dies there. A folder that cannot be renamed (a mount point,
 * another file system) is filled in place.
 * @param between called between the two renames
 * @returns what there is to say of it, or ''
 * @throws BuildError when something was put into `out` that would be lost; it stays as it was
 */
export async function swap(root: string, staged: string, out: string, between?: () => Promise<void>): Promise<string> {
	const previous = previousOf(root, out);
	lookAt(out);
	mkdirSync(dirname(out), { recursive: true });
	let away = false;
	try {
		away = move(out, previous);
		await between?.();
		if (!move(staged, out)) throw Object.assign(new Error(`${out} is in use`), { code: 'EBUSY' });
	} catch (error) {
		if (away && !attempt(() => move(previous, out), false)) throw new BuildError(waits(root, out));
		if (!['EXDEV', 'EBUSY', 'EACCES', 'EPERM'].includes(codeOf(error))) throw error;
		await fill(staged, out);
		return `${out} is a mount point, on another file system, or in a folder that is not ours: it was filled in place.`;
	}
	try {
		// Looked at once more where nobody puts anything any more: it may have changed just before it was moved.
		if (away) removePrevious(previous);
		return '';
	} catch (error) {
		return `The new site is in ${out}. Not all of the last one was removed: look at ${previous}. ${error instanceof BuildError ? error.message : codeOf(error)}`;
	}
}

/** Files that pages need come before pages, and the manifest, which says that all is there, is last. */
const order = (file: string): number => (file === manifestName ? 2 : file.endsWith('.html') ? 1 : 0);

/** Removes the folders in a folder that have nothing in them, and it. */
export function prune(folder: string): void {
	for (const entry of readdirSync(folder, { withFileTypes: true }))
		if (entry.isDirectory()) prune(join(folder, entry.name));
	removeEmpty(folder);
}

/**
 * Fills a folder that has to stay: everything is first brought onto its disk, then each file is put in its place. Only
 * files of the two manifests are touched, and each only while it has the bytes that a build wrote.
 * @param inPlace called before each file is put in its place
 * @throws BuildError when there is something in it that would be lost, or when that came while it was filled
 */
export async function fill(staged: string, out: string, inPlace?: (file: string) => Promise<void>): Promise<void> {
	const { ours: before, spare } = lookAt(out);
	const waiting = join(out, WAITING);
	const wanted = new Map(Object.entries(hashFiles(staged)));
	const inWaiting = (files: Iterable<readonly [string, string]>) =>
		[...files].map(([file, hash]) => [`${WAITING}/${file}`, hash] as const);
	const discard = () => {
		const partial = hashAt(join(waiting, PARTIAL)) ?? '';
		removeSeen(out, inWaiting([...wanted, [PARTIAL, partial]]));
	};
	removeSeen(
		out,
		[...spare].filter(([file, hash]) => file.startsWith(`${WAITING}/`) || (hash === '' && file !== 'lost+found')),
	);
	const folders = new Set([...wanted.keys()].flatMap(above));
	const made: string[] = [];
	try {
		mkdirSync(waiting, { recursive: true });
		// The manifest comes first: by it the others are known as ours.
		for (const file of [...wanted.keys()].sort((a, b) => order(b) - order(a))) {
			mkdirSync(dirname(join(waiting, file)), { recursive: true });
			copyFileSync(join(staged, file), join(waiting, PARTIAL));
			renameSync(join(waiting, PARTIAL), join(waiting, file));
		}
		// A full disk is met before anything is replaced.
		for (const folder of [...folders].sort((a, b) => a.length - b.length))
			if (attempt(() => lstatSync(join(out, folder)), undefined) === undefined) {
				mkdirSync(join(out, folder));
				made.unshift(folder);
			}
	} catch (error) {
		for (const folder of made) attempt(() => rmdirSync(join(out, folder)), undefined);
		discard();
		throw error;
	}
	const gone = [...before].filter(([file]) => !wanted.has(file));
	const left: string[] = [];
	// What stands where a folder must be, and what is in a folder where a file must be, goes first.
	const inTheWay = ([file]: readonly [string, string]) =>
		folders.has(file) || above(file).some((folder) => wanted.has(folder));
	left.push(...removeSeen(out, gone.filter(inTheWay)));
	for (const [file, hash] of [...wanted].sort(([a], [b]) => order(a) - order(b))) {
		// By the new manifest the old files are no build's.
		if (file === manifestName)
			left.push(
				...removeSeen(
					out,
					gone.filter((one) => !inTheWay(one)),
				),
			);
		mkdirSync(dirname(join(out, file)), { recursive: true });
		const isWhole = hashAt(join(waiting, file)) === hash;
		await inPlace?.(file);
		if (isWhole && hashAt(join(out, file)) === hash) continue;
		const stays = isWhole ? free(out, file, [before.get(file)]) : file;
		if (stays !== undefined) left.push(stays);
		else if (!give(join(waiting, file), join(out, file))) left.push(file);
	}
	discard();
	if (left.length > 0)
		throw new BuildError(
			`Something else wrote into ${out} while it was filled: ${left.join(', ')} was left as it is, and the rest is new.\n` +
				'Move what you need out of it, delete it there, and build again',
		);
}

/** Whether a folder holds all that its manifest names. */
function isWhole(folder: string): boolean {
	const manifest = manifestIn(folder);
	if (!manifest) return false;
	const { missing, changed } = verifyFolder(folder, manifest);
	return missing.length + changed.length === 0;
}

/**
 * Brings back the last good folder if a swap was cut short, and clears what broken-off builds left. Call under the lock.
 * @throws BuildError when what was put away can be neither brought back nor removed without a loss
 */
export function recover(root: string, out: string): void {
	const previous = previousOf(root, out);
	const isAway = attempt(() => lstatSync(previous), undefined) !== undefined;
	// A rename onto a folder with files in it fails: a whole `out` is never replaced by an older one.
	if (isAway && !attempt(() => move(previous, out), false)) {
		if (!isWhole(out)) throw new BuildError(waits(root, out));
		removePrevious(previous);
	}
	const work = join(root, '.work');
	for (const name of attempt(() => readdirSync(work), [])) {
		if (!name.startsWith(STAGED)) continue;
		const folder = join(work, name);
		const inside = attempt(() => readdirSync(folder), ['']);
		if (inside.length === 0) rmdirSync(folder);
		else if (inside.includes(MARKER) && inside.every((one) => ['cache', 'public', 'site', MARKER].includes(one)))
			removeLast(folder, MARKER);
	}
}
