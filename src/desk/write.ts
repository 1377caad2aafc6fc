import { lstatSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { decode } from './encoding.ts';

/** What may happen to a file that is there: `grow` keeps all that stands in it at its beginning. */
export type Manner = 'grow' | 'replace';

/** Why a file may not be written; undefined when it may. */
function faultOf(root: string, path: string, text: string, manner: Manner): string | undefined {
	let place = root;
	for (const part of path.split('/')) {
		place = join(place, part);
		const info = lstatSync(place, { throwIfNoEntry: false });
		if (info?.isSymbolicLink()) return `${path} is reached by a link, and would be written somewhere else`;
		if (info && place === join(root, path) && !info.isFile()) return `${path} is there already and is no file`;
	}
	if (manner === 'replace' || !lstatSync(place, { throwIfNoEntry: false })) return undefined;
	const before = decode(readFileSync(place));
	return before !== undefined && text.startsWith(before.trimEnd())
		? undefined
		: `${path} is there already, and what stands in it would be lost`;
}

/**
 * Writes files below the project's folder: all of them, or none when one may not be written. Nothing is written through
 * a link, and with `grow` no word is lost.
 * @returns why nothing was written, in a sentence for an editor; undefined when all was
 * @throws Error when the system refuses a file, such as on a full disk
 */
export function writeFiles(root: string, files: ReadonlyMap<string, string>, manner: Manner): string | undefined {
	for (const [path, text] of files) {
		const fault = faultOf(root, path, text, manner);
		if (fault) return `${fault}; nothing was written`;
	}
	for (const [path, text] of files) {
		mkdirSync(dirname(join(root, path)), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	return undefined;
}
