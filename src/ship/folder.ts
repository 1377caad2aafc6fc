import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { removeEmpty } from '../desk/journal.ts';
import { codeOf } from '../desk/system-fault.ts';
import { attempt } from '../ledger/attempt.ts';
import { BuildError } from './failure.ts';
import { fill, lookWhenFree, makeOpen, move, removeSeen } from './fill.ts';
import { lookAt, MARKER, manifestIn, previousOf, putAway, within } from './output.ts';
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

/** Removes a folder of ours, and last in it the file by which it is known as ours. */
export function removeLast(folder: string, last: string): void {
	for (const name of attempt(() => readdirSync(folder), []))
		if (name !== last) rmSync(join(folder, name), { recursive: true, force: true });
	rmSync(folder, { recursive: true, force: true });
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
	await lookWhenFree(out);
	makeOpen(dirname(out));
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

/** Removes the folders in a folder that have nothing in them, and it. */
export function prune(folder: string): void {
	const entries = readdirSync(folder, { withFileTypes: true });
	for (const entry of entries) if (entry.isDirectory()) prune(join(folder, entry.name));
	if (entries.every((entry) => entry.isDirectory())) removeEmpty(folder);
}

/** Whether a folder holds all that its manifest names. */
function isWhole(folder: string): boolean {
	const manifest = manifestIn(folder);
	if (!manifest) return false;
	const { missing, changed } = verifyFolder(folder, manifest);
	return missing.length + changed.length === 0;
}

/** Whether two folders hold sites of one project, which may have been given another name or another address since. */
function isSameSite(one: string, other: string): boolean {
	const [a, b] = [manifestIn(one), manifestIn(other)];
	return !a || !b || a.project === b.project || (a.site === b.site && a.site !== '');
}

/**
 * Brings back the last good folder if a swap was cut short, and clears what broken-off builds left. Call under the lock.
 * @returns what there is to say of sites that were put away from elsewhere
 * @throws BuildError when what was put away can be neither brought back nor removed without a loss
 */
export function recover(root: string, out: string): readonly string[] {
	const said = putAway(root).flatMap(({ previous, place = previous === previousOf(root, out) ? out : undefined }) => {
		if (place === undefined)
			return [`A site waits in ${previous}, and where it stood is not known: move it there, or delete it.`];
		// A rename onto a folder with files in it fails: a whole `out` is never replaced by an older one.
		if ((place === out || within(root, place)) && attempt(() => move(previous, place), false))
			return place === out ? [] : [`The last site is back in ${place}, from which an ended build had put it away.`];
		try {
			if (isWhole(place) && isSameSite(place, previous)) removePrevious(previous);
			else if (place === out || existsSync(place)) throw new BuildError(waits(root, place));
			else return [`The last site of ${place} waits in ${previous}: it comes back with the next build to that folder.`];
			return [];
		} catch (error) {
			if (place === out || !(error instanceof BuildError)) throw error;
			return [error.message];
		}
	});
	const work = join(root, '.work');
	for (const name of attempt(() => readdirSync(work), [])) {
		if (!name.startsWith(STAGED)) continue;
		const folder = join(work, name);
		const inside = attempt(() => readdirSync(folder), ['']);
		if (inside.length === 0) rmdirSync(folder);
		else if (inside.includes(MARKER) && inside.every((one) => ['cache', 'public', 'site', MARKER].includes(one)))
			removeLast(folder, MARKER);
	}
	return said;
}
