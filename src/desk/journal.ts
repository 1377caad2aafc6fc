import { createHash } from 'node:crypto';
import * as system from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { codeOf } from './system-fault.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const inside = z.string().regex(/^(?!\/)(?!.*(?:^|\/)\.\.(?:\/|$))[^\\:\p{Cc}]+$/u);
/** Whether a note can hold a path: what it cannot hold is not written, since nobody could take it back. */
export const canNote = (path: string): boolean => inside.safeParse(path).success;

export const shape = z.object({
	/** In the names of the note and of the files beside the places. */
	id: z.string().regex(/^[\da-f-]+$/),
	/**
	 * Each file with the hash of what stands there before and after; none where nothing does. What was brought from
	 * elsewhere may have been taken away there since.
	 */
	steps: z.array(
		z.strictObject({
			path: inside,
			before: hash.optional(),
			after: hash.optional(),
			brought: z.literal(true).optional(),
		}),
	),
	/** Folders that were not there, the deepest first. */
	folders: z.array(inside),
});

/**
 * What a command is about to write: noted before it begins, so that another can take it back. It is written under a lock:
 * whoever holds that and finds a note knows that its command has ended.
 */
export type Journal = Readonly<z.infer<typeof shape>>;
export type Step = Journal['steps'][number];
export type FileSystem = typeof system;

export const workOf = (root: string): string => join(root, '.work');
/** Until all new files stand beside their places a writing is prepared: nobody's file has been touched. */
const STATES = ['preparing', 'writing', 'written'] as const;
const noteOf = (root: string, state: (typeof STATES)[number], id: string): string =>
	join(workOf(root), `${state}-${id}.json`);
export const NOTE = /^(preparing|writing|written)-[\da-f-]+\.json$/;
/** Names the writing that was begun last, when its note stood and none of its files was touched. */
export const lastOf = (root: string): string => join(workOf(root), 'last-writing');

/**
 * The place of a step's file, and the hidden files beside it: what comes, what was there, and what is looked at before it
 * is taken back.
 */
export const placesOf = (root: string, id: string, path: string) => {
	const target = join(root, path);
	// A name may be as long as the system takes.
	const name = hashOf(basename(target)).slice(0, 12);
	const beside = (what: string) => join(dirname(target), `.${name}.${id}.${what}.tmp`);
	return { target, fresh: beside('new'), kept: beside('old'), aside: beside('back') };
};

export const hashOf = (bytes: string | Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/** The hash of a file; '' for what is no file (a folder, a link); undefined for nothing. */
export function hashAt(place: string): string | undefined {
	try {
		return system.lstatSync(place).isFile() ? hashOf(system.readFileSync(place)) : '';
	} catch (error) {
		// Below a file stands nothing either.
		if (['ENOENT', 'ENOTDIR'].includes(codeOf(error))) return undefined;
		throw error;
	}
}

/** Gives a file another place, and never one that is taken: false then. */
export function moveTo(from: string, to: string, fs: FileSystem = system): boolean {
	try {
		fs.linkSync(from, to);
	} catch (error) {
		if (codeOf(error) === 'EEXIST' || system.lstatSync(to, { throwIfNoEntry: false })) return false;
		// Not every file system has second names.
		fs.renameSync(from, to);
	}
	fs.rmSync(from, { force: true });
	return true;
}

/** Notes what is about to be written. */
export function begin(root: string, journal: Journal, fs: FileSystem): void {
	fs.writeFileSync(noteOf(root, 'preparing', journal.id), JSON.stringify(journal), { flush: true });
	// Another user's is there to be replaced, and not to be written into.
	fs.rmSync(lastOf(root), { force: true });
	fs.writeFileSync(lastOf(root), journal.id);
}

/**
 * Puts every new file in its place. What stood there is first moved away and then looked at, so that no save of another
 * program is lost, however late it comes.
 * @returns the path of a file that is no longer what it was
 */
export function putAll(root: string, { id, steps }: Journal, at: (path: string) => void, fs: FileSystem) {
	at('.work');
	fs.renameSync(noteOf(root, 'preparing', id), noteOf(root, 'writing', id));
	const changed = steps.find(({ path, before, after }) => {
		at(path);
		const { target, fresh, kept } = placesOf(root, id, path);
		if (before !== undefined) {
			if (!system.lstatSync(target, { throwIfNoEntry: false })) return true;
			fs.renameSync(target, kept);
			if (hashAt(kept) !== before) return true;
		}
		return after !== undefined && !moveTo(fresh, target, fs);
	});
	// A program that had a file open may have gone on writing into what was moved away.
	return changed ?? steps.find(({ path, before }) => hashAt(placesOf(root, id, path).kept) !== before);
}

/** Whether a file of the writing is as the command found it, or as it left it. */
function isUntouched(root: string, id: string, { path, before, after }: Step): boolean {
	const { target, kept } = placesOf(root, id, path);
	const there = hashAt(target);
	return there === before || ((there === undefined || there === after) && hashAt(kept) === before);
}

/** Whether a file is as it was to be, by the command or by an editor who finished its work. */
export function isDone(root: string, id: string, { path, before, after }: Step): boolean {
	const { target, kept } = placesOf(root, id, path);
	return hashAt(target) === after && [undefined, before].includes(hashAt(kept));
}

/** Whether what the command found in a place still stands somewhere, as it was or saved anew. */
function isThere(root: string, id: string, { path, before }: Step): boolean {
	const { target, kept } = placesOf(root, id, path);
	return before === undefined || [target, kept].some((place) => hashAt(place) !== undefined);
}

/**
 * Puts back what stood in the place of one file. What stands there now is first moved away and then looked at, as in
 * `putAll`.
 * @param mayGo whether a file that was not there before is removed
 * @returns false where another program has written there since, or the new file stays
 */
function takeBack(root: string, id: string, { path, before, after }: Step, mayGo: boolean, fs: FileSystem): boolean {
	const { target, fresh, kept, aside } = placesOf(root, id, path);
	const [there, had] = [hashAt(target), hashAt(kept)];
	if (there === undefined) return had === undefined || moveTo(kept, target, fs);
	if (there === had) return true;
	const [now, next] = [target, fresh].map((place) => system.lstatSync(place, { throwIfNoEntry: false })?.ino);
	const isOurs = there === after && (next === undefined || next === now);
	if (had === undefined && (before !== undefined || !isOurs)) return true;
	if (!isOurs || (had === undefined && !mayGo)) return false;
	fs.renameSync(target, aside);
	if (hashAt(aside) !== after) {
		moveTo(aside, target, fs);
		return false;
	}
	return had === undefined || moveTo(kept, target, fs);
}

/** Says of a writing that it is done, so that nothing takes it back, and clears up. */
export function commit(root: string, journal: Journal, fs: FileSystem): void {
	fs.renameSync(noteOf(root, 'writing', journal.id), noteOf(root, 'written', journal.id));
	try {
		clear(root, journal, fs, true);
	} catch {
		// The note stays, and the next command clears up.
	}
}

/**
 * Removes what a writing has left. What was moved away goes only when all of it stands or the same stands in its place:
 * it comes back where nothing does, and else stays where it is.
 * @returns where it stays, by the path of its file
 */
export function clear(
	root: string,
	{ id, steps, folders }: Journal,
	fs: FileSystem,
	done = false,
): ReadonlyMap<string, string> {
	const stay = new Map<string, string>();
	for (const { path, before, after } of steps) {
		const { target, fresh, kept, aside } = placesOf(root, id, path);
		const late = hashAt(aside);
		const had = hashAt(kept);
		if ((done && had === before) || had === hashAt(target)) fs.rmSync(kept, { force: true });
		else if (had !== undefined && !(hashAt(target) === undefined && moveTo(kept, target, fs)))
			stay.set(path, join(dirname(path), basename(kept)));
		fs.rmSync(fresh, { force: true });
		if (late !== undefined && [after, hashAt(target)].includes(late)) fs.rmSync(aside);
	}
	for (const folder of folders) removeEmpty(join(root, folder), fs);
	for (const state of STATES) fs.rmSync(noteOf(root, state, id), { force: true });
	return stay;
}

export function removeEmpty(folder: string, fs: FileSystem = system): void {
	try {
		fs.rmdirSync(folder);
	} catch {
		// Somebody else has put something there.
	}
}

/**
 * Takes a writing back, and clears up. A new file is removed only while what it was made from stands somewhere else.
 * @param ended whether the command that wrote was ended, and an editor may have finished its work by hand since
 * @returns files that another program has written since, and new ones that may be all there is: they are left
 * @throws Error when the system refuses; the note stays, and the next command tries again
 */
export function undo(root: string, journal: Journal, fs: FileSystem, ended = false): readonly string[] {
	const { id } = journal;
	const steps = !ended || system.existsSync(noteOf(root, 'writing', id)) ? journal.steps : [];
	for (const { path } of steps) {
		const { target, aside } = placesOf(root, id, path);
		if (hashAt(aside) !== undefined) moveTo(aside, target, fs);
	}
	const mayGo = steps.every((step) => (ended ? isUntouched : isThere)(root, id, step));
	const left = steps.filter((step) => !takeBack(root, id, step, mayGo && !(ended && step.brought), fs));
	const stay = clear(root, journal, fs);
	return [...new Set([...left.map(({ path }) => path), ...stay.keys()])].map((path) => {
		const old = stay.get(path);
		return old === undefined ? path : `${path} (what stood there before is in ${old})`;
	});
}
