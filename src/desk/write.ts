import { randomUUID } from 'node:crypto';
import * as system from 'node:fs';
import { dirname, join } from 'node:path';
import { decode } from './encoding.ts';
import {
	begin,
	canNote,
	commit,
	type FileSystem,
	hashOf,
	type Journal,
	placesOf,
	putAll,
	type Step,
	undo,
} from './journal.ts';
import { LockError } from './lock.ts';
import { giveTo } from './owner.ts';
import { systemFault, systemWords } from './system-fault.ts';
import { alone } from './turns.ts';

/** What may happen to a file that is there: `grow` keeps all that stands in it at its beginning. */
export type Manner = 'grow' | 'replace';

interface Options {
	/** The texts that the new ones were made from, by path: a file that is no longer so is not written. */
	readonly was?: ReadonlyMap<string, string>;
	/** Files that are taken away with the same step. */
	readonly gone?: readonly string[];
	/** For tests: a system that refuses. */
	readonly fs?: FileSystem;
}

const there = (place: string) => system.lstatSync(place, { throwIfNoEntry: false });
const changed = (path: string) => `${path} was changed by another program meanwhile: run the command again`;

/** What is to be done with a file; or why it may not be written. */
function planOf(root: string, path: string, text: string | Uint8Array | undefined, manner: Manner, options: Options) {
	const { was, fs = system } = options;
	if (!canNote(path)) return `not every system can hold a file of the name ${path}`;
	let place = root;
	for (const part of path.split('/')) {
		place = join(place, part);
		const info = there(place);
		if (info?.isSymbolicLink()) return `${path} is reached by a link, and would be written somewhere else`;
		if (info && place === join(root, path) && !info.isFile()) return `${path} is there already and is no file`;
	}
	const brought = typeof text === 'object' && { brought: true as const };
	const after = text !== undefined && { after: hashOf(text), ...brought };
	if (!there(place)) return was?.has(path) ? changed(path) : { path, ...after };
	try {
		fs.accessSync(place, system.constants.W_OK);
	} catch {
		return `${path} may not be written: look at who owns it, and at its mode`;
	}
	const bytes = system.readFileSync(place);
	const before = decode(bytes);
	if (was?.has(path) && before !== was.get(path)) return changed(path);
	const kept = was?.has(path) || (after && hashOf(bytes) === after.after) || (manner === 'replace' && !was);
	const grows = typeof text === 'string' && before !== undefined && text.startsWith(before.trimEnd());
	return (manner === 'grow' && typeof text === 'string' ? grows : kept)
		? { path, before: hashOf(bytes), ...after }
		: `${path} is there already, and what stands in it would be lost`;
}

/** The folders of a file that are not there, the deepest first. */
function missing(root: string, path: string): readonly string[] {
	const folder = dirname(path);
	return folder === '.' || there(join(root, folder)) ? [] : [folder, ...missing(root, folder)];
}

/** Writes a file whole beside its place; with mode, group and, where allowed, the owner of the one that is there. */
function prepare(root: string, id: string, path: string, text: string | Uint8Array, fs: FileSystem): void {
	const { target, fresh } = placesOf(root, id, path);
	fs.mkdirSync(dirname(target), { recursive: true });
	fs.rmSync(fresh, { force: true });
	// On the disk before it has its name: else a power cut could leave neither the old text nor the new.
	fs.writeFileSync(fresh, text, { flush: true });
	const info = there(target);
	if (!info) return;
	giveTo(fresh, info, fs);
	fs.chmodSync(fresh, info.mode);
	if (fs.lstatSync(fresh).gid !== info.gid)
		throw new Error(`it belongs to a group (${info.gid}) that you are not in, and would be lost to it`);
}

/**
 * Writes files below the project's folder: all of them, or none, even where the command is ended in the middle (the next
 * one takes it back) or another program saves one of them meanwhile. Each is first written whole beside its place, and
 * only when all stand are they put there. Nothing is written through a link, and with `grow` no word is lost.
 * @returns why nothing was written, in a sentence for an editor; undefined when all was
 */
export function writeFiles(...[root, ...what]: Parameters<typeof write>): string | undefined {
	try {
		return alone(root, () => write(root, ...what));
	} catch (error) {
		const why = error instanceof LockError ? error.message : systemFault(error);
		if (why === undefined) throw error;
		return `${why} Nothing was written.`;
	}
}

function write(
	root: string,
	files: ReadonlyMap<string, string | Uint8Array>,
	manner: Manner,
	options: Options = {},
): string | undefined {
	const { gone = [], fs = system } = options;
	const steps: Step[] = [];
	for (const [path, text] of [...files, ...gone.map((one) => [one, undefined] as const)]) {
		const plan = planOf(root, path, text, manner, options);
		if (typeof plan === 'string') return `${plan}; nothing was written`;
		steps.push(plan);
	}
	if (steps.length === 0) return undefined;
	const folders = new Set(steps.flatMap(({ path }) => missing(root, path)));
	const id = randomUUID();
	const journal: Journal = {
		id,
		steps,
		folders: [...folders].sort((a, b) => b.length - a.length),
	};
	let place = '.work';
	const at = (path: string): void => {
		place = path;
	};
	let why: string;
	let back: string;
	try {
		begin(root, journal, fs);
		for (const [path, text] of files) {
			at(path);
			prepare(root, id, path, text, fs);
		}
		const late = putAll(root, journal, at, fs);
		if (!late) return void commit(root, journal, fs);
		[why, back] = [changed(late.path), '; nothing was written'];
	} catch (error) {
		[why, back] = [`${place} could not be written: ${systemWords(error)}`, ' Nothing was changed.'];
	}
	try {
		const left = undo(root, journal, fs);
		return `${why}${back}${left.length > 0 ? `${back.endsWith('.') ? '' : '.'} Look at ${left.join(', ')}, which is left as it stands.` : ''}`;
	} catch (error) {
		return `${why} What was written could not be taken back yet: ${systemWords(error)} The next command tries again.`;
	}
}
