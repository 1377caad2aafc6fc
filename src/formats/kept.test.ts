import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeEach, expect, it } from 'vitest';
import { keep, kept, keptNow } from './kept.ts';

let folder = '';
let made = 0;
beforeEach(() => {
	folder = mkdtempSync(join(tmpdir(), 'kept-'));
	made = 0;
	return () => rmSync(folder, { recursive: true });
});
const ask = (of: string, text: string) =>
	Buffer.from(
		keep(folder, of, () => {
			made++;
			return new Uint8Array(Buffer.from(text));
		}),
	).toString();
const next = () => renameSync(join(folder, keptNow), join(folder, kept));

it('makes a thing once, in this build and in the next', () => {
	expect([ask('a', 'one'), ask('a', 'one'), ask('b', 'two')]).toEqual(['one', 'one', 'two']);
	expect(made).toBe(2);
	next();
	expect([ask('a', 'one'), ask('b', 'two')]).toEqual(['one', 'two']);
	expect(made).toBe(2);
	// And they are there for the one after that.
	expect(readdirSync(join(folder, keptNow)).length).toBe(2);
});

it.each([
	['cut short', (bytes: Buffer) => bytes.subarray(0, -1)],
	['empty', () => Buffer.alloc(0)],
	['another', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -1), Buffer.from('?')])],
	['zeros', (bytes: Buffer) => Buffer.alloc(bytes.length)],
])('a file that is %s is made anew, and is whole from then on', (_name, spoil) => {
	ask('a', 'one');
	next();
	const [name = ''] = readdirSync(join(folder, kept));
	const file = join(folder, kept, name);
	writeFileSync(file, spoil(readFileSync(file)));
	expect([ask('a', 'one'), ask('a', 'one')]).toEqual(['one', 'one']);
	expect(made).toBe(2);
	expect(readdirSync(join(folder, keptNow))).toEqual([name]);
});

it('needs no folder, and none with anything in it', () => {
	const bytes = new Uint8Array([1]);
	expect(keep(undefined, 'a', () => bytes)).toBe(bytes);
	mkdirSync(join(folder, kept));
	expect(ask('a', 'one')).toBe('one');
});
