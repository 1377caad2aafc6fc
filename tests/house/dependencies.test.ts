import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

type Versions = Readonly<Record<string, string>>;
const { dependencies, devDependencies } = JSON.parse(read('package.json')) as {
	readonly dependencies: Versions;
	readonly devDependencies: Versions;
};
const direct: Versions = { ...dependencies, ...devDependencies };

it('docs/dependencies.md lists every direct dependency with its licence, and nothing else', () => {
	const rows = [...read('docs/dependencies.md').matchAll(/^\| (\S+) \| (.+) \| (.+) \|$/gm)].filter(
		([, name]) => name !== 'package' && name !== '---',
	);
	const listed = Object.fromEntries(rows.map(([, name = '', , licence = '']) => [name, licence]));
	const installed = Object.keys(direct).map((name) => {
		const { license } = JSON.parse(read(`node_modules/${name}/package.json`)) as { readonly license: string };
		return [name, license] as const;
	});
	expect(listed).toEqual(Object.fromEntries(installed));
});

it('every dependency is pinned to one version', () => {
	for (const [name, version] of Object.entries(direct)) expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
});

it('workflows are pinned by digest and start with no permission', () => {
	const names = readdirSync(join(root, '.github/workflows'));
	expect(names.length).toBeGreaterThan(0);
	for (const name of names) {
		const text = read(`.github/workflows/${name}`);
		expect(text, name).toMatch(/^permissions: \{\}$/m);
		const uses = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
		expect(uses.length, name).toBeGreaterThan(0);
		for (const action of uses) expect(action, name).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
	}
});

it('whatever the site is built and served with is installed without the packages for tests', () => {
	const src = join(root, 'src');
	const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
		.filter((file) => /\.(?:ts|mjs|astro)$/.test(file) && !/\.(?:test|d)\.ts$/.test(file))
		.map((file) => join('src', file));
	const named = ['astro.config.mjs', ...files].flatMap((file) =>
		[...read(file).matchAll(/^(?:import|export) (?!type )(?:[^'"();]*? from )?['"]([^.'"][^'"]*)['"]/gm)].map(
			([, name = '']) => name,
		),
	);
	const packages = named
		.filter((name) => !/^(?:node|astro):/.test(name))
		.map((name) => /^(?:@[^/]+\/)?[^/]+/.exec(name)?.[0] ?? name);
	expect(packages.length).toBeGreaterThan(20);
	expect([...new Set(packages)].filter((name) => !(name in dependencies))).toEqual([]);
	expect(dependencies).toHaveProperty('node');
});
