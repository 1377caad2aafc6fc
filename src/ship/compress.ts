import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { sha256 } from '../formats/hash.ts';
import { keep } from '../formats/kept.ts';

const TEXT = /^(?!_(?!astro\/)).*\.(?:html|css|js|json|webmanifest|csv|md|txt|xml|ics|svg)$/;
/** A smaller file fits into one packet as it is. */
const WORTH = 1024;
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
const PACKED_BY = `${process.versions.brotli} ${process.versions.zlib} 2`;

/** Whether a file is the packed form of the one beside it: no address of its own. */
export const isPacked = (file: string): boolean => /\.(?:br|gz)$/.test(file);

/**
 * Writes `.br` and `.gz` beside text files, for servers that send them in place of packing anew for each reader. One after
 * another: a packer for each file at once would hold a gibibyte, and takes twice as long.
 * @param work where earlier builds keep what they packed; without one, all is packed anew
 */
export function compress(folder: string, files: readonly string[], work?: string): void {
	for (const file of files.filter((name) => TEXT.test(name))) {
		const bytes = readFileSync(join(folder, file));
		if (bytes.length < WORTH) continue;
		const both = keep(work, `${PACKED_BY} ${sha256(bytes)}`, () => {
			const [br, gz] = [brotliCompressSync(bytes, brotli(bytes.length)), gzipSync(bytes, { level: 5 })];
			const head = Buffer.alloc(4);
			head.writeUInt32BE(br.length);
			return new Uint8Array(Buffer.concat([head, br, gz]));
		});
		const end = 4 + new DataView(both.buffer).getUint32(0);
		writeFileSync(join(folder, `${file}.br`), both.subarray(4, end));
		writeFileSync(join(folder, `${file}.gz`), both.subarray(end));
	}
}
