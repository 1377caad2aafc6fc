import { accessSync, constants, existsSync, lstatSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { attempt } from '../ledger/attempt.ts';
import { shareLikeFolder } from './owner.ts';
import { codeOf } from './system-fault.ts';

/** In milliseconds: how long a command waits for another that writes, and a build for another build. */
export const PATIENCE = { read: 1000, write: 10_000, build: 600_000 } as const;
const ASK = 250;

/** What is done under each lock of a project, which is a file in `.work/`. */
const DOING = { writing: 'writing in this project', building: 'building this site' } as const;
export const lockOf = (root: string, what: keyof typeof DOING): string => join(root, '.work', `${what}.lock`);
const doingUnder = (file: string): string | undefined => DOING[basename(file, '.lock') as keyof typeof DOING];

/** A lock that cannot be had, in a sentence for whoever asked for it. */
export class LockError extends Error {
	override name = 'LockError';
}

/** Says who holds a lock of the project; elsewhere it could be read by anybody. */
const holderOf = (file: string): string => `${file}.json`;

/** Who holds a lock, and since when, as far as it is known. */
function whoHolds(file: string): string {
	const text = attempt(() => readFileSync(holderOf(file), 'utf8'), '');
	const known = attempt((): Readonly<Record<string, unknown>> => JSON.parse(text) ?? {}, {});
	const doing = doingUnder(file) ?? `writing in ${dirname(dirname(file))}`;
	return known['pid'] === undefined
		? `Another command is ${doing}, or its file system has no locks`
		: `Another command (process ${known['pid']} on ${known['host']}) has been ${doing} since ${known['since']}`;
}

/** Why a lock could not be had in time. */
const heldBy = (file: string): LockError =>
	new LockError(`${whoHolds(file)}: wait for it, or end it if it hangs, then run this one again.`);

/** Why a file cannot be that of a lock, or its folder cannot hold it. */
function misplaced(file: string): string | undefined {
	const folder = dirname(file);
	const info = lstatSync(folder, { throwIfNoEntry: false });
	if (info?.isSymbolicLink())
		return `${folder} is a link, and what commands note there may be of another project: remove the link, and a folder takes its place.`;
	if (info && !info.isDirectory()) return `${folder} is no folder: move it away.`;
	const there = info && lstatSync(file, { throwIfNoEntry: false });
	return there && (!there.isFile() || there.size > 0)
		? `${file} is no lock that a command made: look at it, and move it away.`
		: undefined;
}

/** Codes of SQLite: another holds the lock; the system could not lock; no file can be opened there. */
const [BUSY, FAULTY, LOST] = [5, 10, 14];
const codeIn = (error: unknown): number =>
	error instanceof Error && 'errcode' in error ? Number(error.errcode) & 0xff : 0;

/**
 * Takes a lock of the operating system on a file, by the one way to it that is in Node: SQLite's. It ends with this
 * process, however that ends, and a process that is stopped keeps it. Nothing is ever written into the file, and nobody
 * else may open it here: when any opening of it is closed, the system lets go of the lock.
 * @param patience in milliseconds: 0 asks once
 * @returns what lets go of it; undefined when another holds it
 */
function take(file: string, patience: number): (() => void) | undefined {
	const { DatabaseSync } = process.getBuiltinModule('node:sqlite');
	// What may not be written would only be read, and locked for nobody.
	accessSync(file, constants.W_OK);
	const { ino } = lstatSync(file);
	const database = new DatabaseSync(file, { timeout: patience });
	try {
		// Without a journal in memory, another file would stand beside this one.
		database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
		// A file that was put in its place since is another's lock.
		if (lstatSync(file).ino === ino) return () => database.close();
	} catch (error) {
		if (codeIn(error) === FAULTY) {
			process.stderr.write(`The file system of ${dirname(file)} has no locks: run one command at a time.\n`);
			return () => database.close();
		}
		if (codeIn(error) !== BUSY) throw error;
	}
	database.close();
	return undefined;
}

/** As `take`, where the file may not be there yet; and whoever waits for a lock of the project can see who holds it. */
function hold(file: string, patience: number): (() => void) | undefined {
	const why = misplaced(file);
	if (why !== undefined) throw new LockError(why);
	const folder = dirname(file);
	try {
		makeOnce(folder, () => mkdirSync(folder));
		makeOnce(file, () => writeFileSync(file, '', { flag: 'wx' }));
		const release = take(file, patience);
		if (!release || doingUnder(file) === undefined) return release;
		attempt(() => writeWho(holderOf(file)), undefined);
		return () => {
			attempt(() => rmSync(holderOf(file), { force: true }), undefined);
			release();
		};
	} catch (error) {
		// Gone again in this moment, with the work of another.
		const isGone = existsSync(dirname(folder)) && !existsSync(file);
		if (isGone && (codeOf(error) === 'ENOENT' || codeIn(error) === LOST)) return undefined;
		throw error;
	}
}

/** Makes what is not there yet, for all who may write in the folder. */
function makeOnce(place: string, make: () => void): void {
	try {
		make();
		shareLikeFolder(place);
	} catch (error) {
		if (codeOf(error) !== 'EEXIST') throw error;
	}
}

function writeWho(file: string): void {
	const since = `${new Date().toISOString().slice(0, 19).replace('T', ' ')} UTC`;
	// Another user's is there to be replaced, and not to be written into.
	rmSync(file, { force: true });
	writeFileSync(file, JSON.stringify({ pid: process.pid, host: hostname(), since }));
}

/** Locks that this process holds for work that is not done yet. */
const held = new Set<string>();

/**
 * Runs `work` while no other process does so under the same lock; at once where this one does.
 * @throws LockError when another holds it too long
 */
export function withLock<T>(file: string, patience: number, work: () => T): T {
	if (held.has(file)) return work();
	const release = hold(file, patience);
	if (!release) throw heldBy(file);
	held.add(file);
	try {
		return work();
	} finally {
		held.delete(file);
		release();
	}
}

/**
 * As `withLock`, for work that takes long: others of this process wait too.
 * @param waiting called once with who holds the lock
 */
export async function inTurn<T>(file: string, work: () => Promise<T>, waiting: (who: string) => void): Promise<T> {
	const began = performance.now();
	let release = hold(file, 0);
	if (!release) waiting(whoHolds(file));
	for (; !release; release = hold(file, 0)) {
		if (performance.now() - began > PATIENCE.build) throw heldBy(file);
		await wait(ASK);
	}
	try {
		return await work();
	} finally {
		release();
	}
}
