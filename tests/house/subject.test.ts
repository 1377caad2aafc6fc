import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ownLedger } from '../support/own-content.ts';

const src = join(import.meta.dirname, '..', '..', 'src');

/** Words of the subject; the seeds' ids and file names come from the records. */
const words = ['Idlib', 'Syrian?s?', 'Harem', 'Russian?s?', 'Türkiye', 'Turkiye', 'Turkey', 'seed-?\\d+'];

test('no source file names the subject: what the site is about stands in content/', () => {
	const seeds = [...ownLedger().sources.values()].flatMap(({ id, seed }) => (seed === undefined ? [] : [id, seed]));
	expect(seeds).not.toEqual([]);
	const named = new RegExp(`(?<!\\p{L})(?:${[...words, ...seeds.map(RegExp.escape)].join('|')})(?!\\p{L})`, 'iu');
	const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).filter(
		(name) => /\.(?:ts|mjs|astro|css)$/.test(name) && !name.endsWith('.test.ts'),
	);
	expect(files.length).toBeGreaterThan(300);
	const found = files.flatMap((name) =>
		readFileSync(join(src, name), 'utf8')
			.split('\n')
			.flatMap((line, at) => (named.test(line) ? [`${name}:${at + 1}: ${line.trim()}`] : [])),
	);
	expect(found).toEqual([]);
});
