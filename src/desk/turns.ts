import * as system from 'node:fs';
import { join } from 'node:path';
import { attempt } from '../ledger/attempt.ts';
import { clear, type FileSystem, isDone, lastOf, NOTE, shape, undo, workOf } from './journal.ts';
import { LockError, lockOf, PATIENCE, withLock } from './lock.ts';
import { printable } from './terminal.ts';

/** How often content is read again that others write meanwhile; and in milliseconds, what one who may not write waits. */
const TRIES = 5;
const PAUSE = 200;

/** The notes that stand in a project, each with what it says; without that where it cannot be read. */
function notesIn(root: string) {
	const work = workOf(root);
	const names = system.existsSync(work) ? system.readdirSync(work) : [];
	return names.flatMap((name) => {
		const [, state] = NOTE.exec(name) ?? [];
		if (state === undefined || !system.lstatSync(join(work, name), { throwIfNoEntry: false })?.isFile()) return [];
		const text = attempt(() => system.readFileSync(join(work, name), 'utf8'), '');
		const { data: journal } = shape.safeParse(attempt(() => JSON.parse(text), undefined));
		// What is not whole and was to become a note is removed; a note that cannot be read stays until somebody has looked.
		return [{ name, state, journal, isOpen: journal !== undefined || state === 'preparing' }];
	});
}

/** What writing there was last, and whether one is not at its end: the same before and behind a reading without any. */
function writings(root: string) {
	const last = attempt(() => system.readFileSync(lastOf(root), 'utf8'), '');
	const notes = notesIn(root);
	return { isOpen: notes.some(({ isOpen }) => isOpen), said: [last, ...notes.map(({ name }) => name)].join() };
}

/** Takes back what there is to be taken back, and says so. */
function settle(root: string): void {
	if (!writings(root).isOpen) return;
	for (const line of takeBackEnded(root)) process.stderr.write(`${printable(line)}\n`);
}

/**
 * Reads files of content while no command writes them: what an ended one left is taken back first, and what another wrote
 * meanwhile is read again. Nobody has to wait for a reader.
 * @throws LockError when another command writes all the time
 */
export function reading<T>(root: string, read: () => T): T {
	for (let tries = 0; tries < TRIES; tries++) {
		settle(root);
		const before = writings(root);
		if (before.isOpen) continue;
		const made = read();
		if (writings(root).said === before.said) return made;
	}
	throw new LockError(
		'Another command writes in this project; or one has ended in the middle, and npm run check by somebody who may write here takes that back. Then run this one again.',
	);
}

/**
 * Runs what reads and writes files of content, while no other command writes.
 * @throws LockError when another does for too long
 */
export const alone = <T>(root: string, work: () => T): T =>
	withLock(lockOf(root, 'writing'), PATIENCE.write, () => {
		settle(root);
		return work();
	});

/**
 * Takes back what commands that were ended in the middle have written, and clears what they left. For the start of every
 * command that reads content.
 * @returns what was done, a sentence each
 * @throws LockError when another command writes for too long
 */
export function takeBackEnded(root: string, fs: FileSystem = system): readonly string[] {
	if (notesIn(root).length === 0) return [];
	const all = () => notesIn(root).flatMap((note) => end(root, note, fs));
	if (attempt(() => system.accessSync(workOf(root), system.constants.W_OK) === undefined, false))
		return withLock(lockOf(root, 'writing'), PATIENCE.read, all);
	// Whoever may not write waits until another command has done so.
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE);
	return [];
}

/** Takes back what the command of a note has written, or clears up behind it. Call under the lock. */
function end(root: string, { name, state, journal }: ReturnType<typeof notesIn>[number], fs: FileSystem) {
	if (!journal) {
		if (state !== 'preparing')
			return [
				`.work/${name} notes what a command was writing when it was ended, and cannot be read: look at the files that it names, then delete it.`,
			];
		// A note that is not whole: nothing was begun.
		fs.rmSync(join(workOf(root), name), { force: true });
		return [];
	}
	const paths = journal.steps.map(({ path }) => path);
	const which = `${paths[0]}${paths.length > 1 ? ` and ${paths.length - 1} more` : ''}`;
	if (state === 'written' || journal.steps.every((step) => isDone(root, journal.id, step))) {
		const late = [...clear(root, journal, fs, true)].map(
			([path, old]) => ` Something was written to ${path} meanwhile: look at ${old}, where it stands.`,
		);
		return [`A command was ended when it had just written ${which}: all of it stands.${late.join('')}`];
	}
	const left = undo(root, journal, fs, true);
	const but = left.length > 0 ? `, but ${left.join(', ')} stays: look at it` : '';
	return [`A command was ended while it wrote ${which}: it was taken back${but}. Run it again.`];
}
