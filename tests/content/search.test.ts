import { expect, it } from 'vitest';
import { searcher } from '../../src/client/lookup.ts';
import { searchData } from '../../src/formats/searchable.ts';
import { ownLedger } from '../support/own-content.ts';

const ledger = ownLedger();
const data = searchData(ledger);
const search = searcher(data);
/** Claims that the front page names with its first figure: how many were killed. */
const counts = [...(ledger.pages.get('front')?.glance?.[0]?.label ?? '').matchAll(/<Claim id="([^"]+)"/g)].map(
	([, id]) => `/claims/${id}/`,
);
const found = (question: string) => search(question).hits.map(({ id }) => id);

it('names each thing once', () => {
	expect(data.entries.length - new Set(data.entries.map(({ id }) => id)).size).toBe(0);
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
	['casualties', '/explainers/the-strike/#how-many-died'],
	['how many were wounded', '/charts/strike-injured/'],
	['who did it', '/explainers/the-strike/#who-did-it'],
	['did Russia admit the strike', '/explainers/the-strike/#who-did-it'],
	['what is unknown', '/unknown/'],
	['can the Observatory be trusted', '/explainers/the-strike/#can-the-observatory-be-trusted'],
	['Harim', '/actors/#place-harem'],
	['حارم', '/actors/#place-harem'],
	['the March deal', '/ceasefires/moscow-2020/'],
	['peace deal March 2020', '/ceasefires/moscow-2020/'],
	['cease-fire', '/ceasefires/'],
	['list of truces', '/ceasefires/'],
	['Sochi memorandum', '/ceasefires/sochi-2018/'],
	['Astana', '/ceasefires/astana-memo-2017/'],
	['how long did the truces hold', '/explainers/every-ceasefire/#how-long-they-held'],
	['why did they fail', '/explainers/every-ceasefire/#why-they-failed'],
	['HTS', '/actors/#hts'],
	['Hayat Tahrir al-Sham', '/actors/#hts'],
	['Sharaa', '/actors/#sharaa'],
	['Jolani', '/actors/#sharaa'],
	['Erdogan', '/actors/#erdogan'],
	['Failak', '/actors/#faylaq-al-sham'],
	['Faylak', '/actors/#faylaq-al-sham'],
	['SOHR', '/actors/#sohr'],
	['refugees in Turkey', '/explainers/the-refugees/'],
	['returns in 2025', '/explainers/the-refugees/#the-year-of-return'],
	['displaced in Idlib which period', '/charts/displacement-windows/'],
	['Nagorno-Karabakh', '/explainers/two-brokers/#nagorno-karabakh-a-deal-that-did-not-last'],
	['Libya', '/explainers/two-brokers/#libya-a-truce-that-lasted'],
	['timeline', '/ceasefires/'],
	['glossary', '/glossary/'],
	['embed a chart', '/charts/'],
	['download csv', '/data/'],
	['report an error', '/about/'],
])('“%s” finds %s among the first three', (question, id) => {
	expect(found(question).slice(0, 3)).toContain(id);
});

it('shows the sentence that answers, with its figure and the words that were looked for', () => {
	const [first] = search('death toll').hits;
	const sentence = first?.excerpt.map(({ words }) => words).join('');
	expect(sentence).toMatch(/\d/);
	expect(sentence?.length).toBeLessThan(240);
	expect(first?.excerpt.filter(({ hit }) => hit).map(({ words }) => words)).toEqual(['dead']);
	const [actor] = search('Jolani').hits;
	expect(actor?.excerpt.map(({ words }) => words).join('')).toMatch(/^who led Hayat Tahrir al-Sham/);
});
