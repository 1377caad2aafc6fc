import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { machine } from '../desk/system-fault.ts';
import { withLock } from './lock.ts';

let place = '';
let lock = '';
beforeEach(() => {
	place = mkdtempSync(join(tmpdir(), 'lock-'));
	lock = join(place, 'building');
});
afterEach(() => rmSync(place, { recursive: true }));

const times = { stale: 20, renew: 5, ask: 1 };
const run = (work: () => Promise<unknown> = async () => 'done') => withLock(lock, work, () => undefined, times);

it('one at a time, and nothing is left', async () => {
	const order: string[] = [];
	const first = Promise.withResolvers<void>();
	const one = run(async () => {
		order.push('one in');
		await first.promise;
		order.push('one out');
	});
	let waited = 0;
	const two = withLock(
		lock,
		async () => order.push('two'),
		() => {
			waited += 1;
			first.resolve();
		},
		times,
	);
	await Promise.all([one, two]);
	expect(order).toEqual(['one in', 'one out', 'two']);
	expect(waited).toBe(1);
	expect(existsSync(lock)).toBe(false);
});

it.each([
	['of a process that has ended', () => mkdirSync(join(lock, `999999999@${machine()}`), { recursive: true })],
	[
		'of an earlier process with our number',
		() => mkdirSync(join(lock, `${process.pid}@${machine()}`), { recursive: true }),
	],
	['of another machine that no longer renews it', () => mkdirSync(join(lock, '1@elsewhere'), { recursive: true })],
	['of a process that only has its number', () => mkdirSync(join(lock, `1@${machine()}`), { recursive: true })],
	['that names nobody', () => mkdirSync(lock)],
	['that is an empty file', () => writeFileSync(lock, '')],
	[
		'with a time that is yet to come',
		() => {
			mkdirSync(join(lock, '1@elsewhere'), { recursive: true });
			utimesSync(lock, 4e9, 4e9);
		},
	],
])('a lock %s does not block', async (_what, make) => {
	make();
	expect(await run()).toBe('done');
	expect(existsSync(lock)).toBe(false);
});

it.each([
	['a file', () => writeFileSync(lock, 'notes')],
	['a folder', () => mkdirSync(join(lock, 'notes'), { recursive: true })],
])('%s of someone else in the place of the lock is named and left', async (_what, make) => {
	make();
	await expect(run()).rejects.toThrow(/move it away/);
	expect(existsSync(lock)).toBe(true);
});

it('the loss of the lock does not end the work', async () => {
	const renewed = Promise.withResolvers<void>();
	const result = run(async () => {
		rmSync(lock, { recursive: true });
		setTimeout(renewed.resolve, 20);
		await renewed.promise;
		return 'whole';
	});
	expect(await result).toBe('whole');
});
