import { join } from 'node:path';
import { expect, it } from 'vitest';
import { whyNot } from './before.mjs';

const root = join(import.meta.dirname, '../..');

it('what can run is let run', () => {
	expect(whyNot('24.21.0', root, true)).toBeUndefined();
	expect(whyNot(process.versions.node, root, true)).toBeUndefined();
});

it.each([
	['20.20.2', root, false, 'npm rebuild node'],
	['22.12.0', root, false, 'npm rebuild node'],
	['24.1.0', root, false, 'npm rebuild node'],
	['24.21.0', '/no/such/place', false, 'npm ci'],
])('Node %s in %s is told what to do', (version, place, builds, words) => {
	expect(whyNot(version, place, builds)).toContain(words);
});
