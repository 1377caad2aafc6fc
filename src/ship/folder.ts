import { chmod, copyFile, lstat, mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { alive, codeOf } from '../desk/system-fault.ts';
import { sha256 } from '../formats/hash.ts';
import { BuildError } from './failure.ts';
import { hashFiles, manifestName } from './manifest.ts';
import { hashAt, MARKER, manifestIn, oursIn, PARTIAL, WAITING } from './output.ts';
import { verifyFolder } from './verify.ts';

const STAGED = /^build(ing)?-(\d+)$/;
/** Where the last site waits while the new one is put in its place. */
export const previousOf = (root: string, out: string): string =>
	join(root, '.work', `previous-${sha256(out).slice(0, 12)}`);

/** What to do where the last site waits and something else stands in its place. */
export const waits = (root: string, out: string): string =>
	`The last site waits in ${previousOf(root, out)}; what stands in ${out} is no whole site and was left as it is.\n` +
	`Move ${out} away and build again: the last site comes back before anything else is done.`;

/** Makes the folder in which this process builds. */
export async function staging(root: string): Promise<string> {
	const folder = join(root, '.work', `build-${process.pid}`);
	await mkdir(folder);
	await writeFile(join(folder, MARKER), '');
	await mkdir(join(folder, 'site'));
	return folder;
}

/** Renames; false when there is nothing at `from`, or something already at `to`. */
async function move(from: string, to: string): Promise<boolean> {
	try {
		await rename(from, to);
		return true;
	} catch (error) {
		if (['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error))) return false;
		throw error;
	}
}

/** Removes a folder of ours, and last in it the file by which it is known as ours. */
export async function removeLast(folder: string, last: string): Promise<void> {
	for (const name of await readdir(folder).catch(() => []))
		if (name !== last) await rm(join(folder, name), { recursive: true, force: true });
	await rm(folder, { recursive: true, force: true });
}

/** Removes a site that was put away, once nothing of anyone else is in it; a folder of it may not be written. */
async function removePrevious(previous: string): Promise<void> {
	await oursIn(previous);
	try {
		await removeLast(previous, manifestName);
	} catch (error) {
		if (!['EACCES', 'EPERM'].includes(codeOf(error))) throw error;
		await openToAll(previous).catch(() => undefined);
		await removeLast(previous, manifestName);
	}
}

/** Makes a folder's files readable by every user of the machine, as a web server needs, whatever the umask was. */
export async function openToAll(folder: string): Promise<void> {
	await chmod(folder, 0o755);
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
		await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
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
	await oursIn(out);
	await mkdir(dirname(out), { recursive: true });
	let away = false;
	try {
		away = await move(out, previous);
		await between?.();
		if (!(await move(staged, out))) throw Object.assign(new Error(`${out} is in use`), { code: 'EBUSY' });
	} catch (error) {
		if (away && !(await move(previous, out).catch(() => false))) throw new BuildError(waits(root, out));
		if (!['EXDEV', 'EBUSY', 'EACCES', 'EPERM'].includes(codeOf(error))) throw error;
		await fill(staged, out);
		return `${out} is a mount point, on another file system, or in a folder that is not ours: it was filled in place.`;
	}
	try {
		// Looked at once more where nobody puts anything any more: it may have changed just before it was moved.
		if (away) await removePrevious(previous);
		return '';
	} catch (error) {
		return `The new site is in ${out}. The last one was not removed: look at ${previous}, and delete it. ${error instanceof BuildError ? error.message : codeOf(error)}`;
	}
}

/** Files that pages need come before pages, and the manifest, which says that all is there, is last. */
const order = (file: string): number => (file === manifestName ? 2 : file.endsWith('.html') ? 1 : 0);

/** Removes the folders in a folder that have nothing in them, and it. */
async function prune(folder: string): Promise<void> {
	for (const entry of await readdir(folder, { withFileTypes: true }).catch(() => []))
		if (entry.isDirectory()) await prune(join(folder, entry.name));
	await rmdir(folder).catch(() => undefined);
}

/** Removes what a build brought into the folder where a site waits, and nothing else. */
async function discard(waiting: string, brought: Readonly<Record<string, string>> = {}): Promise<void> {
	const manifest = await manifestIn(waiting);
	for (const [file, hash] of Object.entries(manifest?.files ?? brought))
		if ((await hashAt(join(waiting, file))) === hash) await rm(join(waiting, file));
	await rm(join(waiting, PARTIAL), { force: true });
	if (manifest) await rm(join(waiting, manifestName));
	await prune(waiting);
}

/**
 * Fills a folder that has to stay: everything is first brought onto its disk, then each file is put in its place. Only
 * files of the two manifests are touched, and each only while it has the bytes that a build wrote.
 * @param inPlace called before each file is put in its place
 * @throws BuildError when there is something in it that would be lost, or when that came while it was filled
 */
export async function fill(staged: string, out: string, inPlace?: (file: string) => Promise<void>): Promise<void> {
	const before = await oursIn(out);
	const waiting = join(out, WAITING);
	const wanted = new Map(Object.entries(await hashFiles(staged)));
	await discard(waiting);
	try {
		// The manifest comes first: what stands there without one is not ours.
		for (const file of [...wanted.keys()].sort((a, b) => order(b) - order(a))) {
			await mkdir(dirname(join(waiting, file)), { recursive: true });
			await copyFile(join(staged, file), join(waiting, PARTIAL));
			await rename(join(waiting, PARTIAL), join(waiting, file));
		}
	} catch (error) {
		await discard(waiting);
		throw error;
	}
	const folders = new Set([...wanted.keys()].flatMap((file) => above(file)));
	const gone = [...before.keys()].filter((file) => !wanted.has(file));
	const left: string[] = [];
	const remove = async (file: string) => {
		const hash = await hashAt(join(out, file));
		if (hash !== undefined && hash !== before.get(file)) return void left.push(file);
		await rm(join(out, file), { force: true });
		for (const folder of above(file)) await rmdir(join(out, folder)).catch(() => undefined);
	};
	// What stands where a folder must be, and what is in a folder where a file must be, goes first.
	const inTheWay = (file: string) => folders.has(file) || above(file).some((folder) => wanted.has(folder));
	for (const file of gone.filter(inTheWay)) await remove(file);
	for (const file of [...wanted.keys()].sort((a, b) => order(a) - order(b))) {
		// By the new manifest the old files are no build's.
		if (file === manifestName) for (const old of gone.filter((one) => !inTheWay(one))) await remove(old);
		await mkdir(dirname(join(out, file)), { recursive: true });
		await inPlace?.(file);
		const there = await hashAt(join(out, file));
		const free = there === undefined || there === before.get(file) || there === wanted.get(file);
		if (free && (await hashAt(join(waiting, file))) === wanted.get(file))
			await rename(join(waiting, file), join(out, file));
		else left.push(file);
	}
	await discard(waiting, Object.fromEntries(wanted));
	if (left.length > 0)
		throw new BuildError(
			`Something else wrote into ${out} while it was filled: ${left.join(', ')} was left as it is, and the rest is new.\n` +
				'Move what you need out of it, delete it there, and build again',
		);
}

/** Folders above a file, the nearest first. */
function above(file: string): readonly string[] {
	const parts = file.split('/').slice(0, -1);
	return parts.map((_part, index) => parts.slice(0, parts.length - index).join('/'));
}

/** Whether a folder holds all that its manifest names. */
async function isWhole(folder: string): Promise<boolean> {
	const manifest = await manifestIn(folder);
	if (!manifest) return false;
	const { missing, changed } = await verifyFolder(folder, manifest);
	return missing.length + changed.length === 0;
}

/**
 * Brings back the last good folder if a swap was cut short, and clears what broken-off builds left. Call under the lock.
 * @throws BuildError when what was put away can be neither brought back nor removed without a loss
 */
export async function recover(root: string, out: string): Promise<void> {
	const previous = previousOf(root, out);
	const isAway = (await lstat(previous).catch(() => undefined)) !== undefined;
	// A rename onto a folder with files in it fails: a whole `out` is never replaced by an older one.
	if (isAway && !(await move(previous, out).catch(() => false))) {
		if (!(await isWhole(out))) throw new BuildError(waits(root, out));
		await removePrevious(previous);
	}
	const work = join(root, '.work');
	for (const name of await readdir(work).catch(() => [])) {
		const [, lock, number] = STAGED.exec(name) ?? [];
		const pid = Number(number ?? Number.NaN);
		if (!(pid === process.pid || (pid > 0 && !alive(pid)))) continue;
		const folder = join(work, name);
		const inside = await readdir(folder).catch(() => ['']);
		// A lock that was not taken yet has a folder in it, with nothing in that.
		if (lock) {
			for (const one of inside) if (one.startsWith(`${pid}@`)) await rmdir(join(folder, one)).catch(() => undefined);
			await rmdir(folder).catch(() => undefined);
		} else if (inside.length === 0) await rmdir(folder);
		else if (inside.includes(MARKER) && inside.every((one) => ['cache', 'public', 'site', MARKER].includes(one)))
			await removeLast(folder, MARKER);
	}
}
