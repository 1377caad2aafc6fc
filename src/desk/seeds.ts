import { createHash } from 'node:crypto';
import type { SeedFile } from '../ledger/ledger.ts';
import { type Disk, unreadAdvice } from './disk.ts';
import { decode, encodingOf } from './encoding.ts';
import { type TellFault, topOf } from './position.ts';
import { isLeftBehind } from './sort.ts';

/**
 * The texts in seeds/ by file name, each with the hash of its bytes. Seeds stay as they were received, so one in
 * another encoding than UTF-8 is read in it.
 */
export function readSeeds(disk: Disk, fault: TellFault): ReadonlyMap<string, SeedFile> {
	const seeds = new Map<string, SeedFile>();
	for (const path of disk.files('seeds')) {
		if (!path.endsWith('.txt') || isLeftBehind(path)) continue;
		const bytes = disk.read(path);
		if (typeof bytes === 'string') {
			fault(topOf(path), 'unreadable-file', `this file cannot be read: ${bytes}`, unreadAdvice);
			continue;
		}
		const other = decode(bytes) === undefined ? encodingOf(bytes) : undefined;
		const text = decode(bytes) ?? other?.text;
		if (text === undefined) {
			fault(topOf(path), 'unreadable-file', 'this file is no text', 'put the words of the report here as plain text');
			continue;
		}
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		seeds.set(path.slice('seeds/'.length), { text, sha256, ...(other ? { encoding: other.name } : {}) });
	}
	return seeds;
}
