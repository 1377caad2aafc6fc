import * as system from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { decode } from './encoding.ts';
import { systemWords } from './system-fault.ts';

const { chmodSync, chownSync, copyFileSync, linkSync, lstatSync, mkdirSync, readFileSync, rmdirSync, rmSync } = system;

/** What may happen to a file that is there: `grow` keeps all that stands in it at its beginning. */
export type Manner = 'grow' | 'replace';

interface Options {
	/** The texts that the new ones were made from, by path: a file that is no longer so is not written. */
	readonly was?: ReadonlyMap<string, string>;
	/** Files that are taken away with the same step. */
	readonly gone?: readonly string[];
	/** For tests: a system that refuses. */
	readonly fs?: Pick<typeof system, 'accessSync' | 'renameSync' | 'writeFileSync'>;
}

/** Why a file may not be written; undefined when it may. */
function faultOf(root: string, path: string, text: string | Uint8Array | undefined, manner: Manner, options: Options) {
	const { was, fs = system } = options;
	let place = root;
	for (const part of path.split('/')) {
		place = join(place, part);
		const info = lstatSync(place, { throwIfNoEntry: false });
		if (info?.isSymbolicLink()) return `${path} is reached by a link, and would be written somewhere else`;
		if (info && place === join(root, path) && !info.isFile()) return `${path} is there already and is no file`;
	}
	const changed = `${path} was changed by another program meanwhile: run the command again`;
	if (!lstatSync(place, { throwIfNoEntry: false })) return was?.has(path) ? changed : undefined;
	try {
		fs.accessSync(place, system.constants.W_OK);
	} catch {
		return `${path} may not be written: look at who owns it, and at its mode`;
	}
	const before = manner === 'grow' || was ? decode(readFileSync(place)) : undefined;
	if (was?.has(path) && before !== was.get(path)) return changed;
	const kept = was?.has(path) || (manner === 'replace' && !was);
	const grows = typeof text === 'string' && before !== undefined && text.startsWith(before.trimEnd());
	return (manner === 'grow' ? grows : kept)
		? undefined
		: `${path} is there already, and what stands in it would be lost`;
}

/** Makes the folder of a file, and says which folders were not there, the deepest first. */
function folderFor(file: string): readonly string[] {
	const folder = dirname(file);
	const first = mkdirSync(folder, { recursive: true });
	if (first === undefined) return [];
	const deeper = relative(first, folder).split(sep).filter(Boolean);
	return [first, ...deeper.map((_, at) => join(first, ...deeper.slice(0, at + 1)))].reverse();
}

/** A second name for a file, under which it can be had back. */
function keep(file: string, kept: string): void {
	try {
		linkSync(file, kept);
	} catch {
		// Not every file system has second names.
		copyFileSync(file, kept);
	}
}

/** Gives a new file the mode and, where that is allowed, the owner of the one whose place it takes. */
function asBefore(file: string, { mode, uid, gid }: system.Stats): void {
	try {
		chownSync(file, uid, gid);
	} catch {
		// Only the system's owner may give files away.
	}
	chmodSync(file, mode);
}

/**
 * Writes files below the project's folder: all of them, or none. Each is first written whole beside its place, and only
 * when all stand are they put there. Nothing is written through a link, and with `grow` no word is lost.
 * @returns why nothing was written, in a sentence for an editor; undefined when all was
 */
export function writeFiles(
	root: string,
	files: ReadonlyMap<string, string | Uint8Array>,
	manner: Manner,
	options: Options = {},
): string | undefined {
	const { gone = [], fs = system } = options;
	const all = [...files, ...gone.map((path) => [path, undefined] as const)];
	const refused = (): string | undefined => {
		for (const [path, text] of all) {
			const fault = faultOf(root, path, text, text === undefined ? 'replace' : manner, options);
			if (fault) return `${fault}; nothing was written`;
		}
		return undefined;
	};
	const fault = refused();
	if (fault) return fault;
	const aside: string[] = [];
	const folders: string[] = [];
	const undo: (() => void)[] = [];
	const lost: string[] = [];
	const back = (): void => {
		for (const step of undo.reverse()) step();
	};
	let at = '';
	let written = false;
	try {
		const steps = all.map(([path, text]) => {
			at = path;
			const target = join(root, path);
			const [fresh, kept] = ['new', 'old'].map((name) =>
				join(dirname(target), `.${basename(target)}.${process.pid}.${name}.tmp`),
			) as [string, string];
			const info = lstatSync(target, { throwIfNoEntry: false });
			folders.unshift(...folderFor(target));
			aside.push(fresh, kept);
			rmSync(kept, { force: true });
			if (text !== undefined) {
				fs.writeFileSync(fresh, text);
				if (info) asBefore(fresh, info);
			}
			if (info) keep(target, kept);
			return { path, target, fresh: text === undefined ? undefined : fresh, kept: info && kept };
		});
		const late = refused();
		if (late) return late;
		for (const { path, target, fresh, kept } of steps) {
			at = path;
			if (fresh) fs.renameSync(fresh, target);
			else rmSync(target);
			undo.push(() => {
				try {
					if (kept) fs.renameSync(kept, target);
					else rmSync(target);
				} catch {
					lost.push(`${path} could not be put back${kept ? `: it stands as it was in ${kept}` : ''}`);
					if (kept) aside.splice(aside.indexOf(kept), 1);
				}
			});
		}
		written = true;
		return undefined;
	} catch (error) {
		back();
		return `${at} could not be written: ${systemWords(error)} ${lost.length > 0 ? lost.join('; ') : 'Nothing was changed.'}`;
	} finally {
		for (const file of aside) rmSync(file, { force: true });
		if (!written)
			for (const folder of folders) {
				try {
					rmdirSync(folder);
				} catch {
					// Somebody else has put something there.
				}
			}
	}
}
