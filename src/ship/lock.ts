import { mkdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { dirname } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';

/** A holder that has not renewed its lock for this long, in milliseconds, is taken for dead. */
const STALE_AFTER = 120_000;
const RENEW_EVERY = 5_000;
const ASK_EVERY = 250;

function alive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// Not ours to signal means that it lives.
		return error instanceof Error && 'code' in error && error.code === 'EPERM';
	}
}

/** Whether the lock's holder is gone: its process has ended, or (on another machine) it has stopped renewing. */
function abandoned(file: string): boolean {
	try {
		const [pid = '', host = ''] = readFileSync(file, 'utf8').split('\n');
		if (host === hostname() && pid !== '' && !alive(Number(pid))) return true;
		return Date.now() - statSync(file).mtimeMs > STALE_AFTER;
	} catch {
		return false;
	}
}

function take(file: string): boolean {
	try {
		writeFileSync(file, `${process.pid}\n${hostname()}\n`, { flag: 'wx' });
		return true;
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
		throw error;
	}
}

/** Removes an abandoned lock. One process at a time, so that none removes the lock that another has just taken. */
function breakLock(file: string): void {
	const breaking = `${file}.breaking`;
	if (!take(breaking)) {
		if (abandoned(breaking)) rmSync(breaking, { force: true });
		return;
	}
	try {
		if (abandoned(file)) rmSync(file, { force: true });
	} finally {
		rmSync(breaking, { force: true });
	}
}

/**
 * Runs `work` while no other process does so for the same file; waits its turn.
 * The clock is read to see whether a holder still lives, never for anything that is written out.
 * @param waiting called once when another process holds the lock
 */
async function withLock<T>(file: string, work: () => Promise<T>, waiting: () => void): Promise<T> {
	mkdirSync(dirname(file), { recursive: true });
	for (let told = false; !take(file); ) {
		if (abandoned(file)) {
			breakLock(file);
			continue;
		}
		if (!told) waiting();
		told = true;
		await wait(ASK_EVERY);
	}
	const renewal = setInterval(() => {
		const now = new Date();
		utimesSync(file, now, now);
	}, RENEW_EVERY);
	renewal.unref();
	try {
		return await work();
	} finally {
		clearInterval(renewal);
		rmSync(file, { force: true });
	}
}

/** The same for several files, taken one after the other. */
export const withLocks = <T>(files: readonly string[], work: () => Promise<T>, waiting: () => void): Promise<T> =>
	files.reduceRight<() => Promise<T>>((inner, file) => () => withLock(file, inner, waiting), work)();
