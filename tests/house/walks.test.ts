import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../..');
const text = readFileSync(join(root, 'docs/walks.md'), 'utf8');
const walks = text
	.split('\n## ')
	.slice(1)
	.map(
		(part) =>
			[part.split('\n')[0] ?? '', [...part.matchAll(/^\d+\. `([^`]+)`/gm)].map(([, file = '']) => file)] as const,
	);

/** What a file imports, from the root. */
const importsOf = (file: string): ReadonlySet<string> =>
	new Set(
		[...readFileSync(join(root, file), 'utf8').matchAll(/(?:\bfrom |\bimport\()'([^']+)'/g)].map(([, to = '']) =>
			normalize(join(dirname(file), to)),
		),
	);

describe('walks', () => {
	it('are three', () => {
		expect(walks.length).toBe(3);
	});

	it.each(walks)('%s: few files, each once, each tied to one before it', (_title, files) => {
		expect(files.length).toBeGreaterThan(5);
		expect(files.length).toBeLessThanOrEqual(15);
		expect(new Set(files).size).toBe(files.length);
		const imports = new Map(files.map((file) => [file, importsOf(file)]));
		const tied = (a: string, b: string) => imports.get(a)?.has(b) || imports.get(b)?.has(a);
		const loose = files.filter((file, at) => at > 0 && !files.slice(0, at).some((earlier) => tied(earlier, file)));
		expect(loose).toEqual([]);
	});
});
