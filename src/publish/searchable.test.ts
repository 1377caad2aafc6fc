import MiniSearch from 'minisearch';
import { expect, it } from 'vitest';
import { asked, kept } from '../client/terms.ts';
import { type Searchable, searchables } from './searchable.ts';
import { ownLedger } from './testing.ts';

const ledger = ownLedger();
const all = searchables(ledger);
const index = new MiniSearch<Searchable>({
	fields: ['title', 'words'],
	storeFields: ['weight'],
	processTerm: kept,
	searchOptions: {
		processTerm: asked,
		prefix: true,
		boost: { title: 2 },
		boostDocument: (_id, _term, stored) => Number(stored?.['weight'] ?? 1),
		combineWith: 'AND',
	},
});
index.addAll(all);
const found = (question: string) => index.search(question).map(({ id }) => String(id));

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
])('“%s” finds %s among the first five', (question, id) => {
	expect(found(question).slice(0, 5)).toContain(id);
});
