import { expect, it } from 'vitest';
import { differences, unknowns } from '../../src/formats/open-questions.ts';
import { ownLedger } from '../support/own-content.ts';

const ledger = ownLedger();
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

it('says in which section each stands, by a heading that its page has', () => {
	for (const [text, list] of found)
		for (const { to, section } of list) {
			expect(to).toContain(text.id === 'front' ? '/' : text.id);
			if (section !== '') expect(text.body).toContain(`## ${section}\n`);
		}
});

it('names what accounts differ on once each', () => {
	const list = differences(ledger);
	expect(list.length).toBeGreaterThan(0);
	expect(new Set(list.map(({ what }) => what)).size).toBe(list.length);
});
