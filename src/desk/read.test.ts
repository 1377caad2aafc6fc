import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkWith, fixture, textOf } from '../../tests/desk/tree.ts';
import { diskOf } from './disk.ts';
import { LockError } from './lock.ts';
import { type RecordSpot, readContent, whileSame } from './read.ts';
import { PUBLISHED } from './released.ts';

const read = (changes: Readonly<Record<string, string>> = {}) =>
	readContent('/', diskOf(new Map([...fixture(), ...Object.entries(changes)])));

describe('readContent', () => {
	it('gives records in order of path, each with its file and its rows or body', () => {
		const { entries, files, problems } = read();
		expect(problems).toEqual([]);
		expect(files.map(({ path }) => path)).toEqual(files.map(({ path }) => path).sort());
		expect(entries.entries.find(({ kind, id }) => kind === 'series' && id === 'residents')?.rows).toHaveLength(3);
		expect(entries.entries.find(({ id }) => id === 'the-town')?.body).toBe('\nMore will stand here.\n');
		expect(entries.entries.filter(({ kind }) => kind === 'claim').map(({ id }) => id)).toEqual([
			'injured-spokesman',
			'injured-rescue',
			'hospital',
			'bad-day',
			'watchman',
		]);
		expect(entries.seeds.get('report.txt')?.sha256).toMatch(/^[0-9a-f]{64}$/);
	});

	it('does not depend on the order of the disk', () => {
		const files = [...fixture()];
		const ids = (list: typeof files) =>
			readContent('/', diskOf(new Map(list))).entries.entries.map(({ kind, id }) => `${kind}/${id}`);
		expect(ids(files.toReversed())).toEqual(ids(files));
	});

	it('parses a file again only when it has changed', () => {
		const seen = new Map();
		const first = readContent('/', diskOf(fixture()), seen);
		const path = 'content/terms.yaml';
		const second = readContent('/', diskOf(new Map([...fixture(), [path, `${textOf(path)}\n`]])), seen);
		for (const [index, file] of second.files.entries()) expect(file === first.files[index]).toBe(file.path !== path);
	});

	it('locates by kind, id and path, in lists, rows and bodies', () => {
		const { locate } = read();
		const at = (where: Omit<RecordSpot, 'path'> & Partial<Pick<RecordSpot, 'path'>>) => locate({ path: [], ...where });
		expect(at({ kind: 'claim', id: 'injured-rescue', path: ['quantity', 'value'] })).toEqual({
			path: 'content/claims/bridge.yaml',
			line: 17,
			column: 22,
			endColumn: 24,
		});
		expect(at({ kind: 'series', id: 'residents', row: 1, column: 'note' })).toMatchObject({
			path: 'content/series/residents.csv',
			line: 3,
			column: 11,
		});
		expect(at({ kind: 'series', id: 'residents', row: 1 })).toMatchObject({ line: 3, column: 1 });
		expect(at({ kind: 'explainer', id: 'the-town', path: ['body'], offset: 1 })).toMatchObject({ line: 15, column: 1 });
		expect(at({ kind: 'explainer', id: 'the-town', path: ['summary', 1], offset: 4 })).toMatchObject({
			line: 7,
			column: 9,
		});
		expect(at({ kind: 'source', id: 'nobody' })).toEqual({ path: 'content', line: 1, column: 1 });
	});

	it('reads pages up to 1 MB, and knows larger ones as too large', () => {
		const faults = (words: number) =>
			checkWith({
				'content/explainers/the-town.mdx': `${textOf('content/explainers/the-town.mdx')}${'a '.repeat(words)}`,
			}).findings.filter(({ rule }) => rule === 'unreadable-file');
		expect(faults(490_000)).toEqual([]);
		expect(faults(500_000)[0]?.message).toContain('larger than 1 MB');
	});

	it('says why the bytes of a file cannot be had', () => {
		const root = mkdtempSync(join(tmpdir(), 'desk-read-'));
		mkdirSync(join(root, 'content/sources'), { recursive: true });
		writeFileSync(join(root, 'content/sources/large.yaml'), 'x'.repeat(5_000_001));
		symlinkSync(join(root, 'nowhere'), join(root, 'content/sources/link.yaml'));
		symlinkSync(root, join(root, 'content/sources/tree.yaml'));
		const { problems } = readContent(root);
		rmSync(root, { recursive: true });
		expect(problems.map(({ rule, path, message }) => [rule, path, message])).toEqual([
			['unreadable-file', 'content/sources/large.yaml', 'this file cannot be read: it is larger than 5 MB'],
			['plain-file', 'content/sources/link.yaml', 'this is a link, and is not read'],
			['plain-file', 'content/sources/tree.yaml', 'this is a link, and is not read'],
		]);
	});

	it('takes a folder that cannot be opened for no empty one', () => {
		const root = mkdtempSync(join(tmpdir(), 'desk-read-'));
		writeFileSync(join(root, 'content'), 'no folder');
		expect(() => readContent(root)).toThrow('ENOTDIR');
		rmSync(root, { recursive: true });
	});

	it('takes a record of releases that cannot be had for a fault, and not for there being none', () => {
		const disk = diskOf(new Map([...fixture(), [PUBLISHED, '']]));
		const { problems } = readContent('/', {
			...disk,
			read: (path) => (path === PUBLISHED ? 'access to it is denied' : disk.read(path)),
		});
		expect(problems).toMatchObject([
			{ rule: 'released-file', path: PUBLISHED, message: 'this file cannot be read: access to it is denied' },
		]);
	});

	it('gives a preview what there was before, for as long as another command writes', () => {
		const root = mkdtempSync(join(tmpdir(), 'desk-read-'));
		mkdirSync(join(root, 'content'));
		const made = ['first', new LockError('x'), 'second', new Error('y')];
		const now = whileSame(root, () => {
			const next = made.shift();
			if (next instanceof Error) throw next;
			return next;
		});
		expect(now()).toBe('first');
		writeFileSync(join(root, 'content/a.yaml'), '');
		expect([now(), now(), now()]).toEqual(['first', 'second', 'second']);
		writeFileSync(join(root, 'content/b.yaml'), '');
		expect(now).toThrow('y');
		rmSync(root, { recursive: true });
	});
});
