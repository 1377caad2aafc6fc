import { expect, test } from 'vitest';
import { vocabulary } from './terms.ts';

const { kept, asked } = vocabulary([
	['killed', 'died', 'death', 'death toll'],
	['ceasefire', 'cease-fire', 'truce'],
	['Türkiye', 'Turkey'],
	['HTS', 'Hayat Tahrir al-Sham'],
]);

test('a question comes down to the words that carry it', () => {
	expect(asked('how many people died in the strike')).toEqual(['people', 'killed', 'strike']);
	expect(asked('refugees in Turkey')).toEqual(['refugees', 'turkiye']);
	expect(asked('who are the')).toEqual([]);
});

test('what means the same is found by either, phrases and abbreviations too', () => {
	for (const [one, other] of [
		['a death', 'killed'],
		['the cease-fire', 'truces and a truce'],
		['Türkiye', 'Turkey'],
		['the death toll', 'who died'],
		['HTS', 'led by Hayat Tahrir al-Sham'],
	] as const) {
		expect(kept(one)).toEqual(expect.arrayContaining(asked(one)));
		expect(kept(other)).toEqual(expect.arrayContaining(asked(one)));
	}
	expect(asked('fire')).toEqual(['fire']);
});

test('a text keeps its own words too, so that the beginning of one finds it while it is typed', () => {
	expect(kept('deaths and a death')).toEqual(['deaths', 'killed', 'death']);
	expect(kept('Hayat Tahrir al-Sham')).toEqual(['hts', 'hayat', 'tahrir', 'al', 'sham']);
	expect(kept('the')).toEqual([]);
});

test('a name is found however it is transliterated', () => {
	for (const text of ['Ma\u2019arrat al-Nu\u2019man', 'Maʿarrat al-Nuʿmān', "Ma'arrat al-Nu'man", 'Maarrat al-Numan'])
		expect(asked(text).join(' ')).toBe('maarrat al numan');
	expect(asked('حـــارم')).toEqual(asked('حارم'));
	expect(asked('Türkiye’s count')).toEqual(['turkiye', 'count']);
});
