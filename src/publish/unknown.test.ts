import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readContent } from '../desk/read.ts';
import { buildLedger } from '../ledger/build.ts';
import { unknowns } from './unknown.ts';

const ledger = buildLedger(readContent(join(import.meta.dirname, '../..')).entries);
const found = [...unknowns(ledger)];

it('gathers every block of every text, and nothing else of it', () => {
	const texts = [...ledger.explainers.values(), ...ledger.pages.values()].filter(({ draft }) => !draft);
	const blocks = texts.reduce((sum, { body }) => sum + (body.match(/<Unknown>/g)?.length ?? 0), 0);
	const all = found.flatMap(([, list]) => list);
	expect(all.length).toBe(blocks);
	for (const { paragraphs } of all) {
		expect(paragraphs.length).toBeGreaterThan(0);
		expect(paragraphs.join(' ')).not.toMatch(/<\/?Unknown|^#|\n/);
	}
});

it('says in which section each stands', () => {
	const [strike] = found;
	expect(strike?.[1].map(({ to, section }) => ({ to, section }))).toEqual([
		{ to: '/explainers/the-strike/', section: 'The answer' },
	]);
});
