import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { diskAt } from '../../src/desk/disk.ts';

const root = join(import.meta.dirname, '../..');

test('no file of the source has more than 300 lines', () => {
	const long = diskAt(root)
		.files('src')
		.filter((path) => /\.(?:ts|astro|css)$/.test(path) && !path.endsWith('.test.ts'))
		.map((path) => [path, readFileSync(join(root, path), 'utf8').split('\n').length - 1] as const)
		.filter(([, lines]) => lines > 300);
	expect(long).toEqual([]);
});
