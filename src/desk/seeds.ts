import { createHash } from 'node:crypto';
import type { SeedFile } from '../ledger/ledger.ts';
import { type Disk, unreadAdvice } from './disk.ts';
import { decode, encodingOf } from './encoding.ts';
import { type TellFault, topOf } from './position.ts';
import { isLeftBehind, seedNameFault } from './sort.ts';

/** How files of other programs begin. */
const NO_TEXT = /^\s*(?:%PDF-|\{\\rtf|PK\W|<(?:!doctype|html|\?xml)\b)/i;

/**
 * The texts in seeds/ by file name, each with the hash of its bytes. Seeds stay as they were received, so one in
 * another encoding than UTF-8 is read in it.
 */
export function readSeeds(disk: Disk, fault: TellFault): ReadonlyMap<string, SeedFile> {
	const seeds = new Map<string, SeedFile>();
	const folded = new Map<string, string>();
	for (const path of disk.files('seeds')) {
		if (!/\.txt[. ]*$/i.test(path) || isLeftBehind(path)) continue;
		const name = path.slice('seeds/'.length);
		const fold = name.normalize().toLowerCase();
		const odd = folded.has(fold)
			? `on many systems this is the same name as ${JSON.stringify(folded.get(fold))}`
			: seedNameFault(name);
		folded.set(fold, name);
		if (odd) fault(topOf(path), 'file-name', odd, 'give it another name, with ".txt" at its end');
		const bytes = disk.read(path);
		if (typeof bytes === 'string') {
			fault(topOf(path), 'unreadable-file', `this file cannot be read: ${bytes}`, unreadAdvice);
			continue;
		}
		const plain = decode(bytes);
		const other = plain === undefined || plain.includes('\0') ? encodingOf(bytes) : undefined;
		const text = other?.text ?? plain ?? '';
		if (!/[\p{L}\p{N}]/u.test(text) || text.includes('\0') || NO_TEXT.test(text)) {
			const message =
				bytes.length === 0 ? 'this file is empty' : 'this file is no text, or in an encoding that is not known';
			fault(topOf(path), 'unreadable-file', message, 'save the words of the report here as plain text, in UTF-8');
			continue;
		}
		const sha256 = createHash('sha256').update(bytes).digest('hex');
		seeds.set(name, { text, sha256, ...(other ? { encoding: other.name } : {}) });
	}
	return seeds;
}
