import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { attempt } from '../ledger/attempt.ts';
import { sha256 } from './hash.ts';

/** What earlier builds made and this one may need again, and what this one made or took: folders that a build may find empty. */
export const kept = 'kept';
export const keptNow = 'kept-now';

const DIGEST = 64;

/** What stands in a file behind its digest; undefined where it is not what was written. */
function read(file: string): Uint8Array<ArrayBuffer> | undefined {
	const bytes = new Uint8Array(readFileSync(file));
	const content = bytes.slice(DIGEST);
	return Buffer.from(bytes.subarray(0, DIGEST)).toString('latin1') === sha256(content) ? content : undefined;
}

/**
 * What is made of something, or was by an earlier build.
 * @param folder where `kept` and `keptNow` are; without one, it is made
 * @param of all that the bytes depend on: what they are made of, and the versions of what makes them
 */
export function keep(
	folder: string | undefined,
	of: string,
	make: () => Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
	if (folder === undefined) return make();
	const name = sha256(of);
	const now = join(folder, keptNow, name);
	mkdirSync(join(folder, keptNow), { recursive: true });
	// Fails for what was not made before, or was already by this build.
	attempt(() => linkSync(join(folder, kept, name), now), undefined);
	const before = attempt(() => read(now), undefined);
	if (before) return before;
	const bytes = make();
	// A torn file may be linked from elsewhere: another takes its place.
	rmSync(now, { force: true });
	writeFileSync(now, Buffer.concat([Buffer.from(sha256(bytes), 'latin1'), bytes]));
	return bytes;
}
