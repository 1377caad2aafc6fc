import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, lstatSync, mkdirSync, renameSync, rmdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { hashAt, moveTo, removeEmpty } from '../desk/journal.ts';
import { inTurn } from '../desk/lock.ts';
import { codeOf } from '../desk/system-fault.ts';
import { sha256 } from '../formats/hash.ts';
import { attempt } from '../ledger/attempt.ts';
import { BuildError } from './failure.ts';
import { hashFiles, manifestName } from './manifest.ts';
import { above, FILLING, lookAt, PARTIAL, WAITING } from './output.ts';

/** Renames; false when there is nothing at `from`, or something already at `to`. */
export function move(from: string, to: string): boolean {
	try {
		renameSync(from, to);
		return true;
	} catch (error) {
		if (['ENOENT', 'ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(codeOf(error))) return false;
		throw error;
	}
}

/** Waits until all that was written is on its disk: a power cut must not leave empty files in the place of good ones. */
export const toDisk = (): unknown => spawnSync('sync', { stdio: 'ignore' });

/** Makes a folder, and those above it, which every user of the machine may enter, whatever the umask. */
export function makeOpen(folder: string): void {
	const first = mkdirSync(folder, { recursive: true });
	for (let made = folder; first !== undefined && made.length >= first.length; made = dirname(made))
		chmodSync(made, 0o755);
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
	if (!ours.includes(hashAt(join(folder, aside))))
		return moveTo(join(folder, aside), join(folder, file)) ? file : aside;
	rmSync(join(folder, aside));
	return undefined;
}

/**
 * Removes files that were looked at, each only with the bytes that it had then, and the folders that this empties. The
 * manifests, by which the others are known, go behind them.
 * @returns where in the folder those are that stay
 */
export function removeSeen(folder: string, seen: Iterable<readonly [string, string]>): readonly string[] {
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

/** Files that pages need come before pages, and the manifest, which says that all is there, is last. */
const order = (file: string): number => (file === manifestName ? 2 : file.endsWith('.html') ? 1 : 0);

/** Runs `work` while no other project fills a folder: the lock is in it for that time. */
async function filling<T>(out: string, work: () => Promise<T>): Promise<T> {
	const lock = join(out, FILLING);
	const alone = async () => {
		try {
			return await work();
		} finally {
			attempt(() => rmSync(lock), undefined);
			removeEmpty(dirname(lock));
		}
	};
	return inTurn(lock, alone, (who) => process.stderr.write(`${who}; waiting for it to end.\n`));
}

/** As `lookAt`, when no other project fills the folder. */
export async function lookWhenFree(out: string): Promise<ReturnType<typeof lookAt>> {
	const isFilled = () => existsSync(join(out, FILLING));
	// What is seen may be what another has just begun to write, or has removed since.
	const seen = isFilled() ? undefined : attempt(() => lookAt(out), undefined);
	return seen ?? (isFilled() ? filling(out, async () => lookAt(out)) : lookAt(out));
}

/**
 * Fills a folder that has to stay: everything is first brought onto its disk, then each file is put in its place. Only
 * files of the two manifests are touched, and each only while it has the bytes that a build wrote.
 * @param inPlace called before each file is put in its place
 * @throws BuildError when there is something in it that would be lost, or when that came while it was filled
 */
export async function fill(staged: string, out: string, inPlace?: (file: string) => Promise<void>): Promise<void> {
	await lookWhenFree(out);
	makeOpen(out);
	await filling(out, () => fillAlone(staged, out, inPlace));
}

async function fillAlone(staged: string, out: string, inPlace?: (file: string) => Promise<void>): Promise<void> {
	const { ours: before, spare } = lookAt(out);
	const { ino } = lstatSync(join(out, FILLING));
	const waiting = join(out, WAITING);
	const wanted = new Map(Object.entries(hashFiles(staged)));
	const inWaiting = (files: Iterable<readonly [string, string]>) =>
		[...files].map(([file, hash]) => [`${WAITING}/${file}`, hash] as const);
	const discard = () => {
		const partial = hashAt(join(waiting, PARTIAL)) ?? '';
		removeSeen(out, inWaiting([...wanted, [PARTIAL, partial]]));
	};
	const isLeft = ([file, hash]: readonly [string, string]) =>
		file.startsWith(`${WAITING}/`) ? file !== FILLING : hash === '' && file !== 'lost+found';
	removeSeen(out, [...spare].filter(isLeft));
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
				makeOpen(join(out, folder));
				made.unshift(folder);
			}
		toDisk();
	} catch (error) {
		for (const folder of made) attempt(() => rmdirSync(join(out, folder)), undefined);
		discard();
		throw error;
	}
	if (lstatSync(join(out, FILLING), { throwIfNoEntry: false })?.ino !== ino)
		throw new BuildError(`Another build has put a site into ${out} meanwhile: build again`);
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
		makeOpen(dirname(join(out, file)));
		const isWhole = hashAt(join(waiting, file)) === hash;
		await inPlace?.(file);
		if (isWhole && hashAt(join(out, file)) === hash) continue;
		const stays = isWhole ? free(out, file, [before.get(file)]) : file;
		if (stays !== undefined) left.push(stays);
		else if (!moveTo(join(waiting, file), join(out, file))) left.push(file);
	}
	discard();
	if (left.length > 0)
		throw new BuildError(
			`Something else wrote into ${out} while it was filled: ${left.join(', ')} was left as it is, and the rest is new.\n` +
				'Move what you need out of it, delete it there, and build again',
		);
}
