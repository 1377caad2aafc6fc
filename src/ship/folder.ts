import { chmod, cp, mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { codeOf } from '../desk/system-fault.ts';
import { sha256 } from '../formats/hash.ts';
import { listFiles } from './files.ts';
import { alive } from './lock.ts';
import { manifestName } from './manifest.ts';
import { oursIn, WAITING } from './output.ts';

const STAGED = /^build(?:ing)?-(\d+)$/;
/** What stands in such a folder. Another's folder of the same name holds something else. */
const IN_STAGED = /^(?:site|cache|\d+@.*)$/;
/** Where the last site waits while the new one is put in its place. */
export const previousOf = (root: string, out: string): string =>
	join(root, '.work', `previous-${sha256(out).slice(0, 12)}`);

/** Folder in which this process builds. */
export const staging = (root: string): string => join(root, '.work', `build-${process.pid}`);

/** Renames; false when there is nothing at `from`, or something already at `to`. */
async function move(from: string, to: string): Promise<boolean> {
	try {
		await rename(from, to);
		return true;
	} catch (error) {
		if (['ENOENT', 'ENOTEMPTY', 'EEXIST'].includes(codeOf(error))) return false;
		throw error;
	}
}

/** Makes a folder's files readable by every user of the machine, as a web server needs, whatever the umask was. */
export async function openToAll(folder: string): Promise<void> {
	await chmod(folder, 0o755);
	for (const entry of await readdir(folder, { recursive: true, withFileTypes: true }))
		await chmod(join(entry.parentPath, entry.name), entry.isDirectory() ? 0o755 : 0o644);
}

/**
 * Puts a folder where the last one was. Between the two renames there is no `out`; `recover` mends that when the
 * process dies there. A folder that cannot be renamed (a mount point, another file system) is filled in place.
 * @returns whether it was filled in place
 * @throws BuildError when something was put into `out` that would be lost; it stays as it was
 */
export async function swap(root: string, staged: string, out: string): Promise<boolean> {
	const previous = previousOf(root, out);
	try {
		await mkdir(dirname(out), { recursive: true });
		// Looked at where nobody puts anything any more.
		if (await move(out, previous)) await oursIn(previous, out);
		if (!(await move(staged, out))) throw Object.assign(new Error(`${out} is in use`), { code: 'EBUSY' });
		await rm(previous, { recursive: true, force: true });
		return false;
	} catch (error) {
		await move(previous, out).catch(() => false);
		if (!['EXDEV', 'EBUSY', 'EACCES', 'EPERM'].includes(codeOf(error))) throw error;
		await fill(staged, out, await oursIn(out));
		return true;
	}
}

/** Files that pages need come before pages, and the manifest, which says that all is there, is last. */
const order = (file: string): number => (file === manifestName ? 2 : file.endsWith('.html') ? 1 : 0);

/** Fills a folder that has to stay: everything is first brought onto its disk, then each file is put in its place. */
export async function fill(staged: string, out: string, before: readonly string[]): Promise<void> {
	const waiting = join(out, WAITING);
	await rm(waiting, { recursive: true, force: true });
	try {
		// The manifest comes first: what stands there without one is not ours.
		await mkdir(waiting);
		await cp(join(staged, manifestName), join(waiting, manifestName));
		await cp(staged, waiting, { recursive: true });
	} catch (error) {
		await rm(waiting, { recursive: true, force: true });
		throw error;
	}
	const files = await listFiles(waiting);
	const kept = new Set(files);
	const folders = new Set(files.flatMap((file) => above(file)));
	const gone = before.filter((file) => !kept.has(file));
	const remove = async (file: string) => {
		await rm(join(out, file), { force: true });
		for (const folder of above(file)) await rmdir(join(out, folder)).catch(() => undefined);
	};
	// What stands where a folder must be, and what is in a folder where a file must be, goes first.
	const inTheWay = (file: string) => folders.has(file) || above(file).some((folder) => kept.has(folder));
	for (const file of gone.filter(inTheWay)) await remove(file);
	for (const file of [...files].sort((a, b) => order(a) - order(b))) {
		// By the new manifest the old files are no build's.
		if (file === manifestName) for (const old of gone.filter((one) => !inTheWay(one))) await remove(old);
		await mkdir(dirname(join(out, file)), { recursive: true });
		await rename(join(waiting, file), join(out, file));
	}
	await rm(waiting, { recursive: true, force: true });
}

/** Folders above a file, the nearest first. */
function above(file: string): readonly string[] {
	const parts = file.split('/').slice(0, -1);
	return parts.map((_part, index) => parts.slice(0, parts.length - index).join('/'));
}

/**
 * Brings back the last good folder if a swap was cut short, and clears what broken-off builds left. Call under the lock.
 * @throws BuildError when someone has put something into the folder that was put away
 */
export async function recover(root: string, out: string): Promise<void> {
	const previous = previousOf(root, out);
	// A rename onto a folder with files in it fails: a whole `out` is never replaced by an older one.
	await move(previous, out).catch(() => false);
	await oursIn(previous);
	await rm(previous, { recursive: true, force: true });
	const work = join(root, '.work');
	for (const name of await readdir(work).catch(() => [])) {
		const pid = Number(STAGED.exec(name)?.[1] ?? Number.NaN);
		if (!(pid === process.pid || (pid > 0 && !alive(pid)))) continue;
		const inside = await readdir(join(work, name)).catch(() => ['']);
		if (inside.every((one) => IN_STAGED.test(one))) await rm(join(work, name), { recursive: true, force: true });
	}
}
