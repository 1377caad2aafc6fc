import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { inTurn, LockError, lockOf, withLock } from './lock.ts';

let root = '';
let lock = '';
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'lock-'));
	lock = lockOf(root, 'writing');
});
afterEach(() => rmSync(root, { recursive: true }));

const take = () => withLock(lock, 0, () => 'done');

/** Another process that holds the lock until it is ended. */
async function holder() {
	const program = `
import { withLock } from ${JSON.stringify(join(import.meta.dirname, 'lock.ts'))};
withLock(process.argv[1], 0, () => {
	process.getBuiltinModule('node:fs').writeSync(1, 'held');
	Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});`;
	const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', program, lock]);
	const closed = new Promise((done) => child.once('close', done));
	await new Promise((begun) => child.stdout.once('data', begun));
	const end = async () => {
		child.kill('SIGKILL');
		await closed;
	};
	return { child, end };
}

it('is held by one process at a time, stopped or not, who is named, and by none that was killed', async () => {
	const { child, end } = await holder();
	const who = new RegExp(
		`^Another command \\(process ${child.pid} on .+\\) has been writing in this project since \\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d UTC: wait for it`,
	);
	expect(take).toThrow(who);
	child.kill('SIGSTOP');
	expect(take).toThrow(who);
	const waiting: string[] = [];
	const turn = inTurn(
		lock,
		async () => 'done',
		(said) => {
			waiting.push(said);
			void end();
		},
	);
	expect(await turn).toBe('done');
	expect(waiting).toEqual([expect.stringContaining(`process ${child.pid}`)]);
	expect(take()).toBe('done');
	expect(readdirSync(join(root, '.work'))).toEqual(['writing.lock']);
	expect(statSync(lock).size).toBe(0);
});

it('lets the work of one process go on in itself, and others of it wait in turn', async () => {
	expect(withLock(lock, 0, take)).toBe('done');
	const order: string[] = [];
	const first = Promise.withResolvers<void>();
	const one = inTurn(
		lock,
		async () => {
			order.push('one in');
			await first.promise;
			order.push('one out');
		},
		() => undefined,
	);
	const two = inTurn(lock, async () => order.push('two'), first.resolve as () => void);
	await Promise.all([one, two]);
	expect(order).toEqual(['one in', 'one out', 'two']);
});

it('is let go of when the work fails', () => {
	const fail = () => {
		throw new Error('failed');
	};
	expect(() => withLock(lock, 0, fail)).toThrow('failed');
	expect(take()).toBe('done');
});

it.each([
	['a link in the place of its folder', () => symlinkSync(tmpdir(), join(root, '.work')), /\.work is a link/],
	['a link to nothing there', () => symlinkSync('nothing', join(root, '.work')), /\.work is a link/],
	['a file there', () => writeFileSync(join(root, '.work'), ''), /\.work is no folder/],
	['a folder in its own place', () => mkdirSync(lock, { recursive: true }), /writing\.lock is no lock/],
	['a file of somebody else', () => put('notes'), /writing\.lock is no lock/],
	['a link', () => symlinkSync('x', join(put(), 'writing.lock')), /writing\.lock is no lock/],
])('%s is named and left', (_what, make, words) => {
	make();
	expect(take).toThrow(words);
	expect(take).toThrow(LockError);
	expect(existsSync(`${lock}.json`)).toBe(false);
});

function put(text?: string): string {
	const work = join(root, '.work');
	mkdirSync(work);
	if (text !== undefined) writeFileSync(lock, text);
	return work;
}
