import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { whyNot } from './before.mjs';

const root = join(import.meta.dirname, '../..');

it('what can run is let run', () => {
	expect(whyNot('24.21.0', root, 'build')).toBeUndefined();
	expect(whyNot(process.versions.node, root, 'test')).toBeUndefined();
});

it.each([
	['18.20.8', root, 'npm rebuild node'],
	['20.20.2', root, 'npm rebuild node'],
	['22.12.0', root, 'npm rebuild node'],
	['24.1.0', root, 'npm rebuild node'],
	['24.21.0', '/no/such/place', 'npm ci'],
])('Node %s in %s is told what to do', (version, place, words) => {
	expect(whyNot(version, place)).toContain(words);
});

it.each(['a#b', 'a?b'])(
	'a folder named %s is told what to do before it is built in, and may be checked',
	async (name) => {
		const place = await mkdtemp(join(tmpdir(), 'before-'));
		const project = join(place, name);
		for (const one of ['astro', 'zod', 'yaml']) await mkdir(join(project, 'node_modules', one), { recursive: true });
		try {
			expect(whyNot('24.21.0', project, 'build')).toMatch(/Rename it/);
			expect(whyNot('24.21.0', project)).toBeUndefined();
			expect(whyNot('24.21.0', project, 'test')).toContain('npm ci --include=dev');
		} finally {
			await rm(place, { recursive: true });
		}
	},
);
