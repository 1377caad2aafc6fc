import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const readme = readFileSync(join(root, 'README.md'), 'utf8');

const ignored = new Set(
	readFileSync(join(root, '.gitignore'), 'utf8')
		.split('\n')
		.map((line) => line.replace(/\/$/, '')),
);

/** Folders at the top and in src/; hidden ones and those that git ignores left out. */
function folders(): readonly string[] {
	const inside = (folder: string): readonly string[] =>
		readdirSync(join(root, folder), { withFileTypes: true })
			.filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && !ignored.has(entry.name))
			.map(({ name }) => `${folder}${name}/`);
	return [...inside('').filter((folder) => folder !== 'src/'), ...inside('src/')];
}

describe('README', () => {
	const table = [...readme.matchAll(/^\| `([\w.-]+\/(?:[\w.-]+\/)?)` \|/gm)].map(([, folder = '']) => folder);

	it('lists every folder that is there, and none that is not', () => {
		expect([...table].sort()).toEqual([...folders()].sort());
	});

	it('names only scripts that exist', () => {
		const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
			scripts: Record<string, string>;
		};
		const named = [...readme.matchAll(/npm (?:run (\w+)|(start|test))/g)].map(([, run, short]) => run ?? short ?? '');
		expect(named.filter((name) => !(name in scripts))).toEqual([]);
	});

	it('points only to files that exist', () => {
		const links = [...readme.matchAll(/\]\((?!https?:)([^)#]+)/g)].map(([, file = '']) => file);
		expect(links.filter((file) => !existsSync(join(root, file)))).toEqual([]);
	});
});

describe('the lockfile', () => {
	it('names no registry and only exact versions', () => {
		expect(readFileSync(join(root, 'package-lock.json'), 'utf8')).not.toMatch(/"resolved":/);
		const { dependencies, devDependencies } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as Record<
			string,
			Record<string, string>
		>;
		const loose = Object.entries({ ...dependencies, ...devDependencies }).filter(
			([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
		);
		expect(loose).toEqual([]);
	});
});
