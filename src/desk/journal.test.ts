import { spawn } from 'node:child_process';
import system from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, it } from 'vitest';
import type { FileSystem } from './journal.ts';
import { LockError } from './lock.ts';
import { reading, takeBackEnded } from './turns.ts';
import { writeFiles } from './write.ts';

const { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } =
	system;

/** A rename of a record: its file gets another name, others name it, and one is new. */
const BEFORE: Readonly<Record<string, string>> = { 'a/old.yaml': 'old', 'c.yaml': 'old' };
const AFTER: Readonly<Record<string, string>> = {
	'a/new.yaml': 'new',
	'c.yaml': 'new',
	'd/e/f.yaml': 'new',
};

function project(): string {
	const root = mkdtempSync(join(tmpdir(), 'journal-'));
	for (const [path, text] of Object.entries(BEFORE)) {
		mkdirSync(join(root, path, '..'), { recursive: true });
		writeFileSync(join(root, path), text);
	}
	return root;
}

/** What stays in `.work/` for the next command; to open the lock here would let go of it. */
const STAYS = ['.work/last-writing', '.work/writing.lock'];

/** All else that stands there, hidden files too; the folders that hold nothing by their names. */
function standing(root: string): Readonly<Record<string, string>> {
	const all = readdirSync(root, { recursive: true, withFileTypes: true }).map((node) =>
		join(node.parentPath, node.name),
	);
	return Object.fromEntries(
		all.flatMap((path) => {
			if (STAYS.includes(path.slice(root.length + 1))) return [];
			if (statSync(path).isFile()) return [[path.slice(root.length + 1), readFileSync(path, 'utf8')]];
			return readdirSync(path).length === 0 ? [[path.slice(root.length + 1), 'empty']] : [];
		}),
	);
}

const STEPS = ['chmodSync', 'linkSync', 'mkdirSync', 'renameSync', 'rmSync', 'rmdirSync', 'writeFileSync'] as const;

/** A system in which something happens before each step that changes it. */
function watched(before: (nth: number, step: string, args: readonly unknown[]) => void): FileSystem {
	let nth = 0;
	const steps = STEPS.map((step) => [
		step,
		(...args: readonly unknown[]): unknown => {
			before(++nth, step, args);
			return Reflect.apply(system[step], undefined, args);
		},
	]);
	return { ...system, ...Object.fromEntries(steps) };
}

/** A process that is ended before its nth step, in the middle of it when it writes: nothing comes after. */
const ended = (at: number): FileSystem =>
	watched((nth, step, args) => {
		if (nth === at && step === 'writeFileSync') writeFileSync(String(args[0]), String(args[1]).slice(0, 2));
		if (nth >= at) throw new Error('ended');
	});

const write = (root: string, fs: FileSystem): string | undefined =>
	writeFiles(root, new Map(Object.entries(AFTER)), 'replace', { gone: ['a/old.yaml'], fs });

/** How many steps such a run takes. */
function stepsOf(run: (fs: FileSystem) => void): number {
	let most = 0;
	run(
		watched((nth) => {
			most = nth;
		}),
	);
	return most;
}

it('a writing that is ended before any of its steps is taken back, or stands whole, and nothing of it is left', () => {
	const steps = stepsOf((fs) => write(project(), fs));
	expect(steps).toBeGreaterThan(20);
	const ends = new Set<string>();
	for (let at = 1; at <= steps; at++) {
		const root = project();
		write(root, ended(at));
		const said = takeBackEnded(root);
		const now = standing(root);
		expect([BEFORE, AFTER], `step ${at}: ${said}`).toContainEqual(now);
		expect(takeBackEnded(root)).toEqual([]);
		ends.add(said.join().replace(/.*: /, ''));
	}
	expect([...ends].sort()).toEqual(['', 'all of it stands.', 'it was taken back. Run it again.']);
});

it('taking back may itself be ended before any of its steps', () => {
	const steps = stepsOf((fs) => write(project(), fs));
	const again = stepsOf((fs) => {
		const root = project();
		write(root, ended(steps - 4));
		takeBackEnded(root, fs);
	});
	for (let at = 3; at <= steps; at += 3)
		for (let second = 1; second <= again; second++) {
			const root = project();
			write(root, ended(at));
			try {
				takeBackEnded(root, ended(second));
			} catch {
				// Ended.
			}
			takeBackEnded(root);
			expect([BEFORE, AFTER], `step ${at}, then ${second}`).toContainEqual(standing(root));
		}
});

const saves: readonly (readonly [how: string, save: (file: string) => void])[] = [
	['in place', (file) => writeFileSync(file, 'by hand')],
	[
		'by another file',
		(file) => {
			writeFileSync(`${file}.mine`, 'by hand');
			renameSync(`${file}.mine`, file);
		},
	],
];

it.each(saves)('a save (%s) that falls before any step is kept, and told of', (_, save) => {
	const steps = stepsOf((fs) => write(project(), fs));
	for (let at = 1; at <= steps; at++)
		for (const path of Object.keys({ ...BEFORE, ...AFTER })) {
			const root = project();
			const said = write(
				root,
				watched((nth) => {
					if (nth === at && existsSync(join(root, path, '..'))) save(join(root, path));
				}),
			);
			const { [path]: saved, ...all } = standing(root);
			// What stood there before the save is not thrown away, and its place is told.
			const [old] = Object.keys(all).filter((one) => one.endsWith('.old.tmp'));
			if (old !== undefined) expect(said).toContain(`${path} (what stood there before is in ${old})`);
			const { [old ?? '']: _text, ...others } = all;
			if (!existsSync(join(root, path, '..'))) continue;
			// A file that nobody saved stands as before, or as it is after.
			const without = (all: Readonly<Record<string, string>>) =>
				Object.fromEntries(Object.entries(all).filter(([one]) => one !== path));
			expect([without(BEFORE), without(AFTER)], `${path} at step ${at}: ${said}`).toContainEqual(others);
			if (saved === 'by hand') expect(others).toEqual(without(said ? BEFORE : AFTER));
			else expect(existsSync(join(root, 'd')) || path.startsWith('d/')).toBe(true);
			if (said)
				expect(said).toMatch(new RegExp(`^${path} was changed by another program meanwhile: run the command again`));
		}
});

it('leaves what another program wrote over a writing that was ended', () => {
	const root = project();
	// Ended where it had just been put in its place.
	let isThere = false;
	write(
		root,
		watched(() => {
			isThere ||= standing(root)['c.yaml'] === 'new';
			if (isThere) throw new Error('ended');
		}),
	);
	writeFileSync(join(root, 'c.yaml'), 'by hand');
	// The editor may be finishing what was begun: then the new file is all there is of it.
	const said = takeBackEnded(root).join();
	const [, old = ''] =
		/but a\/new\.yaml, c\.yaml \(what stood there before is in (.*)\) stays: look at it/.exec(said) ?? [];
	expect(standing(root)).toEqual({ ...BEFORE, 'a/new.yaml': 'new', 'c.yaml': 'by hand', [old]: 'old' });
});

/** Ends a writing as soon as something stands in the project. */
function endedWhen(root: string, is: () => boolean, files: Parameters<typeof writeFiles>[1], gone: readonly string[]) {
	const fs = watched(() => {
		if (is()) throw new Error('ended');
	});
	expect(writeFiles(root, files, 'replace', { gone, fs })).toContain('The next command tries again');
}

const RENAMED = new Map([['a/new.yaml', 'new']]);

it('leaves the new file when the old one is removed while it is written', () => {
	const root = project();
	const fs = watched(() => {
		if (existsSync(join(root, 'a/new.yaml'))) rmSync(join(root, 'a/old.yaml'), { force: true });
	});
	const said = writeFiles(root, RENAMED, 'replace', { gone: ['a/old.yaml'], fs });
	expect(said).toMatch(/^a\/old\.yaml was changed by another program.*Look at a\/new\.yaml/);
	expect(standing(root)).toEqual({ 'c.yaml': 'old', 'a/new.yaml': 'new' });
});

it('takes nothing back when its last step was done by hand', () => {
	const root = project();
	endedWhen(root, () => existsSync(join(root, 'a/new.yaml')), RENAMED, ['a/old.yaml']);
	rmSync(join(root, 'a/old.yaml'));
	expect(takeBackEnded(root).join()).toContain('all of it stands');
	expect(standing(root)).toEqual({ 'c.yaml': 'old', 'a/new.yaml': 'new' });
});

it.each([
	['is removed', (file: string) => rmSync(file), {}],
	['is written anew', (file: string) => writeFileSync(file, 'of another'), { 'a/old.yaml': 'of another' }],
])('leaves a file under its new name when the one of the old name %s by hand', (_, finish, old) => {
	const root = project();
	const files = new Map(Object.entries(AFTER));
	endedWhen(root, () => existsSync(join(root, 'a/new.yaml')), files, ['a/old.yaml']);
	finish(join(root, 'a/old.yaml'));
	expect(takeBackEnded(root).join()).toContain('but a/new.yaml stays: look at it');
	expect(standing(root)).toEqual({ 'c.yaml': 'old', 'a/new.yaml': 'new', ...old });
});

it('touches no place of a writing that was still being prepared, whoever has written the same there since', () => {
	const root = project();
	endedWhen(root, () => existsSync(join(root, '.work/last-writing')), RENAMED, []);
	writeFileSync(join(root, 'a/new.yaml'), 'new');
	expect(takeBackEnded(root)).toHaveLength(1);
	expect(standing(root)).toEqual({ ...BEFORE, 'a/new.yaml': 'new' });
});

it('leaves what was brought from elsewhere, and it may be brought again', () => {
	const root = project();
	const files = new Map<string, string | Uint8Array>([['seed.txt', Buffer.from('of others')], ...RENAMED]);
	endedWhen(root, () => existsSync(join(root, 'seed.txt')), files, []);
	expect(takeBackEnded(root).join()).toContain('but seed.txt stays: look at it');
	expect(standing(root)).toEqual({ ...BEFORE, 'seed.txt': 'of others' });
	expect(writeFiles(root, files, 'grow')).toBeUndefined();
	expect(standing(root)).toEqual({ ...BEFORE, 'seed.txt': 'of others', 'a/new.yaml': 'new' });
});

it('is taken back, or stands, when somebody removes its notes before any of its steps', () => {
	const steps = stepsOf((fs) => write(project(), fs));
	for (let at = 1; at <= steps; at++) {
		const root = project();
		const clean = (nth: number) => {
			if (nth === at) rmSync(join(root, '.work'), { recursive: true, force: true });
		};
		const said = write(root, watched(clean));
		const { '.work': _empty, ...now } = standing(root);
		expect(now, `step ${at}: ${said}`).toEqual(said ? BEFORE : AFTER);
	}
});

it('a save that falls before any step of a taking back is kept', () => {
	const begun = () => {
		const root = project();
		endedWhen(root, () => existsSync(join(root, 'd/e/f.yaml')), new Map(Object.entries(AFTER)), ['a/old.yaml']);
		return root;
	};
	const steps = stepsOf((fs) => takeBackEnded(begun(), fs));
	expect(steps).toBeGreaterThan(10);
	for (let at = 1; at <= steps; at++)
		for (const path of ['c.yaml', 'a/new.yaml', 'a/old.yaml']) {
			const root = begun();
			const save = (nth: number) => {
				if (nth === at) writeFileSync(join(root, path), 'by hand');
			};
			takeBackEnded(root, watched(save));
			expect(standing(root)[path], `${path} at step ${at}`).toBe('by hand');
		}
});

it('passes over what is no note, and tells of one that cannot be read until somebody has looked', () => {
	const root = project();
	mkdirSync(join(root, '.work'));
	const put = (name: string, text: string) => writeFileSync(join(root, '.work', name), text);
	put('writing-1.json', JSON.stringify({ id: '1', steps: [{ path: '../x' }], folders: [] }));
	put('writing-2.json', '{"id"');
	put('notes.json', 'mine');
	put('preparing-3.json', '{"id"');
	const unread = ['writing-1.json', 'writing-2.json'];
	for (const _turn of [1, 2])
		expect(takeBackEnded(root)).toEqual(
			unread.map((name) => expect.stringMatching(new RegExp(`^\\.work/${name}.* cannot be read: look at`))),
		);
	expect(readdirSync(join(root, '.work'))).toEqual(['notes.json', ...unread, 'writing.lock']);
	expect(reading(root, () => 'read')).toBe('read');
});

it('reads again what another command wrote meanwhile', () => {
	const root = project();
	const seen: unknown[] = [];
	const read = () => {
		seen.push(standing(root)['c.yaml']);
		if (seen.length === 1) write(root, system);
		return seen.length;
	};
	expect(reading(root, read)).toBe(2);
	expect(seen).toEqual(['old', 'new']);
	const always = () => writeFiles(root, new Map([['c.yaml', String(seen.push(''))]]), 'replace');
	expect(() => reading(root, always)).toThrow(LockError);
});

/** A program of its own that begins with what `journal.ts` and `write.ts` hold. */
const child = (root: string, program: string) =>
	spawn(process.execPath, ['--input-type=module-typescript', '-e', `${PROGRAM}${program}`, root]);
const PROGRAM = `
import * as system from 'node:fs';
import { takeBackEnded } from ${JSON.stringify(join(import.meta.dirname, 'turns.ts'))};
import { writeFiles } from ${JSON.stringify(join(import.meta.dirname, 'write.ts'))};
const root = process.argv[1];
`;

it.each(['linkSync', 'renameSync', 'rmSync'])(
	'what one command takes back, stopped in its first %s, no other takes back or reads meanwhile',
	async (step) => {
		const root = project();
		endedWhen(root, () => existsSync(join(root, 'd/e/f.yaml')), new Map(Object.entries(AFTER)), ['a/old.yaml']);
		const taker = child(
			root,
			`
let stops = true;
const ${step} = (...args) => {
	if (stops) console.log('stops');
	if (stops) process.kill(process.pid, 'SIGSTOP');
	stops = false;
	return system.${step}(...args);
};
for (const line of takeBackEnded(root, { ...system, ${step} })) console.log(line);`,
		);
		const said: string[] = [];
		const closed = new Promise((done) => taker.once('close', done));
		await new Promise<void>((stops) => {
			taker.stdout.on('data', (data) => {
				said.push(String(data));
				stops();
			});
		});
		const who = new RegExp(
			`\\(process ${taker.pid} on .*\\) has been writing in this project since .* UTC: wait for it`,
		);
		expect(() => takeBackEnded(root)).toThrow(who);
		expect(() => reading(root, () => 'read')).toThrow(LockError);
		taker.kill('SIGCONT');
		await closed;
		expect(said.join('')).toContain('it was taken back');
		expect(standing(root)).toEqual(BEFORE);
		expect(takeBackEnded(root)).toEqual([]);
	},
);

/** How many real ones: `KILLS=100 npx vitest run --project unit src/desk/journal.test.ts` for a long try. */
const KILLS = Number(process.env['KILLS'] ?? 4);

it(`after ${KILLS} kills at any moment all files are of one kind`, async () => {
	const root = project();
	const paths = Array.from({ length: 60 }, (_, index) => `many/${index}.yaml`);
	const program = `
takeBackEnded(root);
console.log('begun');
for (let turn = 0; ; turn++)
	writeFiles(root, new Map(${JSON.stringify(paths)}.map((path) => [path, 'x'.repeat(1 + turn % 2)])), 'replace');`;
	let taken = 0;
	// On a busy machine a kill may fall between two writings: then one more.
	for (let turn = 1; turn <= KILLS || taken === 0; turn++) {
		const writer = child(root, program);
		await new Promise((begun) => writer.stdout.once('data', begun));
		await wait((turn * 37) % 90);
		const closed = new Promise((done) => writer.once('close', done));
		writer.kill('SIGKILL');
		await closed;
		taken += takeBackEnded(root).length;
		const many = Object.entries(standing(root)).filter(([path]) => path.startsWith('many/'));
		expect(many.length === 0 || many.length === paths.length, `${many.length} files`).toBe(true);
		expect(new Set(many.map(([, text]) => text)).size).toBeLessThanOrEqual(1);
		const inWork = Object.keys(standing(root)).filter((path) => path.startsWith('.work/'));
		expect(inWork.filter((path) => path !== '.work/writing.lock.json')).toEqual([]);
	}
	rmSync(root, { recursive: true });
});
