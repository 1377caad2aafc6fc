import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

interface Entry {
	readonly resolved?: string;
	readonly integrity?: string;
	readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(join(import.meta.dirname, '../../package-lock.json'), 'utf8')) as {
	readonly packages: Readonly<Record<string, Entry>>;
};

/** Whether npm would find `name` from the package at `path`, walking up as Node does. */
function found(path: string, name: string): boolean {
	for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
		if (`${folder ? `${folder}/` : ''}node_modules/${name}` in lock.packages) return true;
		if (!folder) return false;
	}
}

// Some registries do not hold every platform's package; npm then leaves it out of the lockfile, and `npm ci` refuses
// the whole file. Each left-out entry needs its version, os and cpu.
test('the lockfile names the packages of every platform', () => {
	const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
		Object.keys(entry.optionalDependencies ?? {})
			.filter((name) => !found(path, name))
			.map((name) => `${path}: ${name}`),
	);
	expect(missing).toEqual([]);
});

test('the lockfile names no registry', () => {
	expect(Object.values(lock.packages).filter(({ resolved }) => resolved !== undefined)).toEqual([]);
});

test('the lockfile names every package with its hash', () => {
	const bare = Object.entries(lock.packages).filter(([path, { integrity }]) => path !== '' && !integrity);
	expect(bare.map(([path]) => path)).toEqual([]);
});

test('every installed package names its licence', () => {
	const root = join(import.meta.dirname, '../..');
	const unnamed = Object.keys(lock.packages).filter((path) => {
		const file = join(root, path, 'package.json');
		if (path === '' || !existsSync(file)) return false;
		const { license, licenses } = JSON.parse(readFileSync(file, 'utf8')) as {
			readonly license?: unknown;
			readonly licenses?: unknown;
		};
		return !license && !licenses;
	});
	expect(unnamed).toEqual([]);
});
