import { mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync, utimesSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { alive, codeOf, machine } from '../desk/system-fault.ts';
import { sha256 } from '../formats/hash.ts';
import { attempt } from '../ledger/attempt.ts';
import { BuildError } from './failure.ts';

/** In milliseconds: a holder whose lock has not changed for `stale` while it was watched is taken for dead. */
const TIMES = { stale: 60_000, renew: 5_000, ask: 250 };

const HOLDER = /^(\d+)@(.*)$/;

/** The lock of a project: one build at a time. */
export const lockOf = (root: string): string => join(root, '.work', 'building');

const foreign = (lock: string): BuildError =>
	new BuildError(`${lock} holds something that is not a build's, where a build says that it runs: move it away.`);

/** This process, in the name of a folder: its number, and of the place where that is its own a hash. */
export const processName = (): string => `${process.pid}-${sha256(machine()).slice(0, 8)}`;

/** Locks of this process: one of its own number that it does not hold was left by an earlier process. */
const held = new Set<string>();

/** Takes the lock: a folder that holds the holder's name, put in place in one step; false when it is held. */
function take(lock: string, name: string): boolean {
	const own = `${lock}-${processName()}`;
	// One after the other: where nothing may be written, several at once fail with words of their own.
	mkdirSync(dirname(lock), { recursive: true });
	mkdirSync(join(own, name), { recursive: true });
	try {
		// Fails when there is a folder with something in it.
		renameSync(own, lock);
		return true;
	} catch (error) {
		for (const folder of [join(own, name), own]) rmdirSync(folder);
		const there = statSync(lock, { throwIfNoEntry: false });
		if (there?.isFile()) {
			if (there.size > 0) throw foreign(lock);
			rmSync(lock, { force: true });
		} else if (!there && codeOf(error) !== 'ENOENT') throw error;
		return false;
	}
}

/** Gives a holder's lock back. Another's is left: it has another name in it, so that the folder is not empty. */
function release(lock: string, name: string): void {
	try {
		if (name !== '') rmSync(join(lock, name), { recursive: true, force: true });
		rmdirSync(lock);
	} catch {
		// Gone already, or another's.
	}
}

interface Holder {
	readonly name: string;
	readonly changed: number;
}

function holderOf(lock: string): Holder | undefined {
	const seen = attempt(() => ({ names: readdirSync(lock), changed: statSync(lock).mtimeMs }), undefined);
	if (!seen) return undefined;
	const { names, changed } = seen;
	if (!names.every((name) => HOLDER.test(name))) throw foreign(lock);
	return { name: names[0] ?? '', changed };
}

/** The process has ended; of those on other machines only that they no longer renew their lock can be seen. */
function ended(lock: string, { name }: Holder): boolean {
	const [, pid = '', host = ''] = HOLDER.exec(name) ?? [];
	if (host !== machine()) return false;
	return Number(pid) === process.pid ? !held.has(lock) : !alive(Number(pid));
}

/**
 * Runs `work` while no other process does so under the same lock; waits its turn, and not for the dead.
 * When the lock is lost meanwhile, the work goes on.
 * @param lock a folder that is there only while the lock is held
 * @param waiting called once when another process holds the lock
 */
export async function withLock<T>(
	lock: string,
	work: () => Promise<T>,
	waiting: () => void,
	times: Readonly<typeof TIMES> = TIMES,
): Promise<T> {
	const name = `${process.pid}@${machine()}`;
	let watched: Holder | undefined;
	let since = 0;
	for (let told = false; !take(lock, name); ) {
		const holder = holderOf(lock);
		if (holder?.name !== watched?.name || holder?.changed !== watched?.changed) since = performance.now();
		watched = holder;
		if (holder && (ended(lock, holder) || performance.now() - since > times.stale)) release(lock, holder.name);
		else if (!told) {
			told = true;
			waiting();
		}
		await wait(times.ask);
	}
	// Where it is lost, whoever has it now builds in a folder of his own.
	const renew = () => attempt(() => utimesSync(lock, new Date(), new Date()), undefined);
	const renewal = setInterval(renew, times.renew);
	renewal.unref();
	held.add(lock);
	try {
		return await work();
	} finally {
		held.delete(lock);
		clearInterval(renewal);
		release(lock, name);
	}
}
