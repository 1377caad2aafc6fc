import { readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const STAGED = /^build-(\d+)$/;
const previous = (out: string) => join(dirname(out), '.work', `previous-${basename(out)}`);

const code = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

/** Renames; false when there is nothing at `from`, or something already at `to`. */
async function move(from: string, to: string): Promise<boolean> {
	try {
		await rename(from, to);
		return true;
	} catch (error) {
		if (code(error) === 'ENOENT' || code(error) === 'ENOTEMPTY' || code(error) === 'EEXIST') return false;
		throw error;
	}
}

/** Folder in which this process builds: beside `out`, so that the swap is two renames on one file system. */
export const staging = (out: string): string => join(dirname(out), '.work', `build-${process.pid}`);

/**
 * Puts a folder where the last one was. Between the two renames there is no `out`; `recover` mends that
 * when the process dies there.
 */
export async function swap(staged: string, out: string): Promise<void> {
	await rm(previous(out), { recursive: true, force: true });
	await move(out, previous(out));
	await rename(staged, out);
	await rm(previous(out), { recursive: true, force: true });
}

/** Brings back the last good folder if a swap was cut short, and clears what broken-off builds left. Call under the lock. */
export async function recover(out: string): Promise<void> {
	// A rename onto a folder with files in it fails: a whole `out` is never replaced by an older one.
	await move(previous(out), out);
	await rm(previous(out), { recursive: true, force: true });
	const work = join(dirname(out), '.work');
	const names = await readdir(work).catch(() => []);
	const left = names.filter((name) => STAGED.test(name));
	await Promise.all(left.map((name) => rm(join(work, name), { recursive: true, force: true })));
}
