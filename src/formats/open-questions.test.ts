import { join } from 'node:path';
import { expect, it } from 'vitest';
import { readContent } from '../desk/read.ts';
import { buildLedger } from '../ledger/build.ts';
import { differences, unknowns } from './open-questions.ts';

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

it('lists what accounts differ on, whatever is counted', () => {
	const list = differences(ledger);
	const of = (what: RegExp) => list.filter((one) => what.test(one.what)).map(({ words }) => words);
	expect(of(/^The strike near Harem, killed$/)).toEqual([
		expect.stringMatching(/^more than 30 to more than 100, by \d+ speakers$/),
	]);
	expect(of(/^Displaced, January 2019 to October 2020$/)).toEqual([
		'about 1.4 million to more than 1.94 million, by 3 speakers',
	]);
	expect(of(/^Internally displaced people, Syria$/)).toEqual([
		'furthest apart for 2012, 3,000,000 (Internal Displacement Monitoring Centre) and 2,016,500 (UNHCR)',
	]);
	expect(of(/^Refugees, Türkiye$/)).toHaveLength(1);
	expect(new Set(list.map(({ what }) => what)).size).toBe(list.length);
});

it('takes parts of one count for no accounts that differ', () => {
	expect(differences(ledger).filter(({ what }) => what.includes('December 2019 to 5'))).toEqual([]);
});
