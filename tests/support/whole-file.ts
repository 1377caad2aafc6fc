import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Writes a file that is kept: whole beside its place, and then there, so that whoever is ended leaves the one before. */
export async function writeWhole(path: string, bytes: string | Uint8Array): Promise<void> {
	const beside = `${path}.${process.pid}.tmp`;
	await mkdir(dirname(path), { recursive: true });
	try {
		await writeFile(beside, bytes, { flush: true });
		await rename(beside, path);
	} finally {
		await rm(beside, { force: true });
	}
}
