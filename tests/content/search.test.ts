import { expect, it } from 'vitest';
import { indexOf, lookUp } from '../../src/client/lookup.ts';
import { searchables } from '../../src/formats/searchable.ts';
import { ownLedger } from '../support/own-content.ts';

const ledger = ownLedger();
const all = searchables(ledger);
const index = indexOf(all);
/** Claims that the front page names with its first figure: how many were killed. */
const counts = [...(ledger.pages.get('front')?.glance?.[0]?.label ?? '').matchAll(/<Claim id="([^"]+)"/g)].map(
	([, id]) => `/claims/${id}/`,
);
const found = (question: string) => lookUp(index, question).hits.map(({ id }) => String(id));

it('names each thing once', () => {
	expect(all.length - new Set(all.map(({ id }) => id)).size).toBe(0);
});

it.each(['how many died', 'death toll'])(
	'“%s” finds every count of the front page among the first five',
	(question) => {
		expect(counts.length).toBeGreaterThan(1);
		expect(found(question).slice(0, 5)).toEqual(expect.arrayContaining(counts));
	},
);

it.each([
	['how many died', '/explainers/the-strike/#how-many-died'],
	['death toll', '/explainers/the-strike/#how-many-died'],
	['refugees in Turkey', '/explainers/the-refugees/#two-counts-in-türkiye'],
	['the March deal', '/ceasefires/moscow-2020/'],
	['Erdogan', '/actors/#erdogan'],
	['Failak', '/actors/#faylaq-al-sham'],
	['what is unknown', '/unknown/'],
	['who did it', '/explainers/the-strike/#who-did-it'],
	['Faylak', '/actors/#faylaq-al-sham'],
])('“%s” finds %s among the first five', (question, id) => {
	expect(found(question).slice(0, 5)).toContain(id);
});
