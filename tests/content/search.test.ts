import { expect, it } from 'vitest';
import { indexOf, lookUp } from '../../src/client/lookup.ts';
import { searchables } from '../../src/formats/searchable.ts';
import { ownLedger } from '../support/own-content.ts';

const ledger = ownLedger();
const all = searchables(ledger);
const index = indexOf(all);
const found = (question: string) => lookUp(index, question).hits.map(({ id }) => String(id));

it('names each thing once', () => {
	expect(all.length - new Set(all.map(({ id }) => id)).size).toBe(0);
});

it.each([
	['how many died', '/claims/strike-killed-sohr/'],
	['death toll', '/claims/strike-killed-sohr/'],
	['refugees in Turkey', '/explainers/the-refugees/#the-figure-in-the-report'],
	['the March deal', '/ceasefires/moscow-2020/'],
	['Erdogan', '/actors/#erdogan'],
	['Failak', '/actors/#faylaq-al-sham'],
	['what is unknown', '/unknown/'],
	['who did it', '/explainers/the-strike/#who-did-it'],
	['Faylak', '/actors/#faylaq-al-sham'],
])('“%s” finds %s among the first five', (question, id) => {
	expect(found(question).slice(0, 5)).toContain(id);
});
