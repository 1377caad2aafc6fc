import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
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
});

describe.each(['README.md', 'content/README.md', 'docs/hosting.md', 'docs/dependencies.md'])('%s', (path) => {
	const text = readFileSync(join(root, path), 'utf8');

	it('names only scripts that exist', () => {
		const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
			readonly scripts: Readonly<Record<string, string>>;
		};
		const named = [...text.matchAll(/npm (?:run ([\w:-]+)|(start|test))/g)].map(([, run, short]) => run ?? short ?? '');
		expect(named.length).toBeGreaterThan(0);
		expect(named.filter((name) => !(name in scripts))).toEqual([]);
	});

	it('points only to files that exist', () => {
		const links = [...text.matchAll(/\]\((?![a-z]+:|…|\/)([^)#]+)/g)].map(([, file = '']) => file);
		// Files named in running text: from the project's folder, none with a part to be filled in; the examples of
		// messages at the end name files that are wrong.
		const [running = ''] = text.split('## What the messages mean');
		const named = [...running.matchAll(/(?<![\w/.])((?:src|seeds|docs|tests|\.github)\/[\w./-]+\w)(?![\w/-]*[<*…])/g)];
		const lost = [
			...links.filter((file) => !existsSync(join(root, dirname(path), file))),
			...named.map(([, file = '']) => file).filter((file) => !existsSync(join(root, file))),
		];
		expect(lost).toEqual([]);
	});
});
