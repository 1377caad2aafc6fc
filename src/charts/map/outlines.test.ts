import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect, test } from 'vitest';
import { extract, type World } from './extract.ts';
import { AROUND, REGION } from './frame.ts';

const world = (detail: '10m' | '50m'): World =>
	JSON.parse(readFileSync(createRequire(import.meta.url).resolve(`world-atlas/countries-${detail}.json`), 'utf8'));

test('outlines.json is what the boundary set gives', async () => {
	const outlines = { region: extract(world('10m'), REGION, 4), around: extract(world('50m'), AROUND, 20) };
	await expect(`${JSON.stringify(outlines)}\n`).toMatchFileSnapshot('outlines.json');
});
