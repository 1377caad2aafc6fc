import system from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { writeFiles } from './write.ts';

const { chmodSync, linkSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } =
	system;

const folder = (): string => mkdtempSync(join(tmpdir(), 'write-'));
/** What stands there, without what commands keep for themselves. */
const namesIn = (root: string) => readdirSync(root).filter((name) => name !== '.work');
const one = (path: string, text: string) => new Map([[path, text]]);

describe('writeFiles', () => {
	it('writes new files, and lets one that is there grow', () => {
		const root = folder();
		expect(writeFiles(root, one('content/claims/new.yaml', '- id: a\n'), 'grow')).toBeUndefined();
		expect(writeFiles(root, one('content/claims/new.yaml', '- id: a\n- id: b\n'), 'grow')).toBeUndefined();
		expect(readFileSync(join(root, 'content/claims/new.yaml'), 'utf8')).toBe('- id: a\n- id: b\n');
	});

	it.each([
		['other words', '- id: kept\n'],
		['bytes that are no text', Buffer.from([0x2d, 0xff, 0x0a])],
	])('writes nothing at all where %s would be lost', (_, before) => {
		const root = folder();
		writeFileSync(join(root, 'a.yaml'), before);
		const files = new Map([
			['b.yaml', 'b\n'],
			['a.yaml', '- id: new\n'],
		]);
		expect(writeFiles(root, files, 'grow')).toMatch(/^a\.yaml is there already.*nothing was written$/);
		expect(readFileSync(join(root, 'a.yaml'))).toEqual(Buffer.from(before));
		expect(() => readFileSync(join(root, 'b.yaml'))).toThrow('ENOENT');
	});

	it.each(['grow', 'replace'] as const)('writes through no link, of a file or of a folder (%s)', (manner) => {
		const [root, elsewhere] = [folder(), folder()];
		writeFileSync(join(elsewhere, 'mine'), 'mine');
		symlinkSync(join(elsewhere, 'mine'), join(root, 'a.yaml'));
		symlinkSync(elsewhere, join(root, 'content'));
		mkdirSync(join(root, 'seeds'));
		expect(writeFiles(root, one('a.yaml', 'mine too'), manner)).toContain('reached by a link');
		expect(writeFiles(root, one('content/mine', 'x'), manner)).toContain('reached by a link');
		expect(writeFiles(root, one('seeds', 'x'), manner)).toContain('is no file');
		expect(readFileSync(join(elsewhere, 'mine'), 'utf8')).toBe('mine');
	});

	/** A system that refuses a step when it is taken for the nth time. */
	const refusing = (step: 'accessSync' | 'renameSync' | 'writeFileSync', nth: number) => {
		let taken = 0;
		const refuse = (...args: readonly unknown[]): unknown => {
			if (++taken === nth) throw Object.assign(new Error('refused'), { code: 'ENOSPC' });
			return Reflect.apply(system[step], undefined, args);
		};
		return { ...system, [step]: refuse } as typeof system;
	};

	it.each([
		['writeFileSync', 2],
		['writeFileSync', 3],
		['writeFileSync', 4],
		['renameSync', 1],
		['renameSync', 2],
		['renameSync', 3],
	] as const)('changes nothing when the system refuses %s number %i', (step, nth) => {
		const root = folder();
		writeFileSync(join(root, 'a.yaml'), 'a as it was');
		writeFileSync(join(root, 'gone.yaml'), 'still there');
		const files = new Map([
			['a.yaml', 'a anew'],
			['new/folder/b.yaml', 'b'],
		]);
		const said = writeFiles(root, files, 'replace', { gone: ['gone.yaml'], fs: refusing(step, nth) });
		const refused = {
			writeFileSync: ['', '', '.work', 'a.yaml', 'new/folder/b.yaml'],
			renameSync: ['', '.work', 'a.yaml', 'gone.yaml'],
		}[step][nth];
		expect(said).toBe(
			`${refused} could not be written: The disk is full: make room and try again. Nothing was changed.`,
		);
		expect(namesIn(root)).toEqual(['a.yaml', 'gone.yaml']);
		expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('a as it was');
	});

	it('writes nothing where one of the files may not be written', () => {
		const root = folder();
		for (const name of ['a.yaml', 'b.yaml']) writeFileSync(join(root, name), 'as it was');
		const files = new Map(['a.yaml', 'b.yaml'].map((name) => [name, 'anew']));
		const said = writeFiles(root, files, 'replace', { fs: refusing('accessSync', 2) });
		expect(said).toMatch(/^b\.yaml may not be written.*nothing was written$/);
		expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('as it was');
	});

	it.each(['content/claims/strike: night.yaml', 'content\\claims.yaml', 'content/\u001b.yaml', '../a.yaml'])(
		'writes nothing at %j, which no note can hold',
		(path) => {
			const root = folder();
			const files = new Map([['a.yaml', 'a'], ...one(path, 'x')]);
			expect(writeFiles(root, files, 'replace')).toMatch(/^not every system can hold.*nothing was written$/);
			expect(namesIn(root)).toEqual([]);
		},
	);

	it('keeps the mode of a file, and a copy of it under a second name as it was', () => {
		const root = folder();
		writeFileSync(join(root, 'a.yaml'), 'as it was');
		chmodSync(join(root, 'a.yaml'), 0o640);
		linkSync(join(root, 'a.yaml'), join(root, 'copy'));
		writeFileSync(join(root, 'gone.yaml'), 'x');
		expect(writeFiles(root, one('a.yaml', 'anew'), 'replace', { gone: ['gone.yaml'] })).toBeUndefined();
		expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('anew');
		expect(statSync(join(root, 'a.yaml')).mode & 0o777).toBe(0o640);
		expect(readFileSync(join(root, 'copy'), 'utf8')).toBe('as it was');
		expect(namesIn(root)).toEqual(['a.yaml', 'copy']);
	});

	it('leaves a file to its group, whoever owns it, and writes nothing where the group would lose it', () => {
		const root = folder();
		writeFileSync(join(root, 'a.yaml'), 'as it was');
		const { uid, gid } = statSync(join(root, 'a.yaml'));
		const given: unknown[] = [];
		const chownSync: typeof system.chownSync = (_path, ...to) => {
			if (given.push(to) === 1) throw Object.assign(new Error('refused'), { code: 'EPERM' });
		};
		expect(writeFiles(root, one('a.yaml', 'anew'), 'replace', { fs: { ...system, chownSync } })).toBeUndefined();
		expect(given).toEqual([
			[uid, gid],
			[process.getuid?.(), gid],
		]);
		const lstatSync = ((path: string) => ({ ...system.lstatSync(path), gid: gid + 1 })) as typeof system.lstatSync;
		expect(writeFiles(root, one('a.yaml', 'again'), 'replace', { fs: { ...system, lstatSync } })).toMatch(
			/^a\.yaml could not be written: it belongs to a group .* Nothing was changed\.$/,
		);
		expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('anew');
	});

	it('writes over nothing that another program has written meanwhile', () => {
		const root = folder();
		writeFileSync(join(root, 'a.yaml'), '- id: a\n');
		const was = new Map([['a.yaml', '- id: a\n']]);
		const wrote = (id: string) => writeFiles(root, one('a.yaml', `- id: a\n- id: ${id}\n`), 'grow', { was });
		expect(wrote('first')).toBeUndefined();
		expect(wrote('second')).toMatch(/^a\.yaml was changed by another program meanwhile.*nothing was written$/);
		expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe('- id: a\n- id: first\n');
		expect(writeFiles(root, one('a.yaml', 'x'), 'replace', { was: new Map() })).toContain('would be lost');
		expect(writeFiles(root, one('b.yaml', 'x'), 'replace', { was: one('b.yaml', 'y') })).toContain('was changed');
	});
});
