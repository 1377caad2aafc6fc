import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

it('docs/dependencies.md lists every direct dependency with its licence, and nothing else', () => {
	const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Readonly<
		Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>
	>;
	const rows = [...read('docs/dependencies.md').matchAll(/^\| (\S+) \| (.+) \| (.+) \|$/gm)].filter(
		([, name]) => name !== 'package' && name !== '---',
	);
	const listed = Object.fromEntries(rows.map(([, name = '', , licence = '']) => [name, licence]));
	const names = [...Object.keys(dependencies), ...Object.keys(devDependencies)];
	const installed = names.map((name) => {
		const { license } = JSON.parse(read(`node_modules/${name}/package.json`)) as { readonly license: string };
		return [name, license] as const;
	});
	expect(listed).toEqual(Object.fromEntries(installed));
});

it('every dependency is pinned to one version', () => {
	const { dependencies, devDependencies } = JSON.parse(read('package.json')) as Readonly<
		Record<'dependencies' | 'devDependencies', Readonly<Record<string, string>>>
	>;
	for (const [name, version] of Object.entries({ ...dependencies, ...devDependencies }))
		expect(version, name).toMatch(/^\d+\.\d+\.\d+$/);
});

it('workflows are pinned by digest and start with no permission', () => {
	for (const name of ['pages', 'test', 'audit']) {
		const text = read(`.github/workflows/${name}.yml`);
		expect(text).toMatch(/^permissions: \{\}$/m);
		const uses = [...text.matchAll(/uses: (\S+)/g)].map(([, action]) => action);
		expect(uses.length).toBeGreaterThan(0);
		for (const action of uses) expect(action).toMatch(/^[\w-]+\/[\w-]+@[0-9a-f]{40}$/);
	}
});
