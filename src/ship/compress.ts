import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, openSync, readFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { sha256 } from '../formats/hash.ts';
import { kept, keptNow } from '../formats/kept.ts';
import { attempt } from '../ledger/attempt.ts';

const TEXT = /^(?!_(?!astro\/)).*\.(?:html|css|js|json|webmanifest|csv|md|txt|xml|ics|svg)$/;
/** A smaller file fits into one packet as it is; one that no page waits for, into what a server sends at once. */
const worth = (file: string): number => (/\.(?:html|css|js|svg)$/.test(file) ? 1024 : 4096);
/**
 * Above this quality a page takes up to ten times as long, for a seventieth of the size. The window is no larger than the file: one of
 * the usual size is made and cleared anew for each file, which takes ten times as long as the packing.
 */
const brotli = (size: number) => ({
	params: {
		[constants.BROTLI_PARAM_QUALITY]: 5,
		[constants.BROTLI_PARAM_SIZE_HINT]: size,
		[constants.BROTLI_PARAM_LGWIN]: Math.max(16, Math.min(22, Math.ceil(Math.log2(size + 16)))),
	},
});

/** What packs: what another has packed is packed anew. The number rises when a setting above changes. */
const PACKED_BY = sha256(`${process.versions.brotli} ${process.versions.zlib} 3`);

/** Whether a file is the packed form of the one beside it: no address of its own. */
export const isPacked = (file: string): boolean => /\.(?:br|gz)$/.test(file);

type Packed = readonly [br: Uint8Array, gz: Uint8Array];
const HASH = 32;
const digest = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest();

/** What an earlier build packed, by the hash of what it was: nothing where the file is not whole. */
function packedBefore(file: string): ReadonlyMap<string, Packed> {
	const bytes = attempt(() => readFileSync(file), Buffer.alloc(0));
	const [all, end] = [bytes.subarray(0, -HASH), bytes.subarray(-HASH)];
	const found = new Map<string, Packed>();
	if (!digest(all).equals(end)) return found;
	for (let at = 0; at < all.length; ) {
		const head = at + HASH + 8;
		const [br, gz] = [all.readUInt32BE(head - 8), all.readUInt32BE(head - 4)];
		found.set(all.toString('hex', at, at + HASH), [
			all.subarray(head, head + br),
			all.subarray(head + br, head + br + gz),
		]);
		at = head + br + gz;
	}
	return found;
}

/**
 * Writes `.br` and `.gz` beside text files, for servers that send them in place of packing anew for each reader. One after
 * another: a packer for each file at once would hold a gibibyte, and takes twice as long.
 * @param work where what was packed is kept for the next build, as one file: thousands take longer to write than to pack
 * @returns the hashes of all files that were read and written
 */
export function compress(folder: string, files: readonly string[], work?: string): ReadonlyMap<string, string> {
	const hashes = new Map<string, string>();
	const before = work === undefined ? undefined : packedBefore(join(work, kept, PACKED_BY));
	if (work !== undefined) mkdirSync(join(work, keptNow), { recursive: true });
	const now = work === undefined ? undefined : openSync(join(work, keptNow, PACKED_BY), 'w');
	const sum = createHash('sha256');
	const remember = (...parts: readonly Uint8Array[]) => {
		if (now === undefined) return;
		const bytes = Buffer.concat(parts);
		sum.update(bytes);
		writeSync(now, bytes);
	};
	const known = new Set<string>();
	for (const file of files.filter((name) => TEXT.test(name))) {
		const bytes = readFileSync(join(folder, file));
		const hash = sha256(bytes);
		hashes.set(file, hash);
		if (bytes.length < worth(file)) continue;
		const [br, gz] = before?.get(hash) ?? [
			brotliCompressSync(bytes, brotli(bytes.length)),
			gzipSync(bytes, { level: 5 }),
		];
		const sizes = Buffer.alloc(8);
		sizes.writeUInt32BE(br.length);
		sizes.writeUInt32BE(gz.length, 4);
		if (!known.has(hash)) remember(Buffer.from(hash, 'hex'), sizes, br, gz);
		known.add(hash);
		for (const [ending, packed] of Object.entries({ br, gz })) {
			writeFileSync(join(folder, `${file}.${ending}`), packed);
			hashes.set(`${file}.${ending}`, sha256(packed));
		}
	}
	if (now !== undefined) {
		writeSync(now, sum.digest());
		closeSync(now);
	}
	return hashes;
}
