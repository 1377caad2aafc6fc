import { expect, test } from 'vitest';
import { asked, cut, kept } from './terms.ts';

const question = (words: string) => words.split(' ').flatMap((word) => asked(word) ?? []);

test('a question comes down to the words that carry it', () => {
	expect(question('how many people died in the strike')).toEqual(['people', 'killed', 'strike']);
	expect(question('refugees in Turkey')).toEqual(['refugees', 'turkiye']);
	expect(question('who are the')).toEqual([]);
});

test('what means the same is found by either word', () => {
	for (const [one, other] of [
		['death', 'killed'],
		['truce', 'ceasefire'],
		['Türkiye', 'Turkey'],
		['Erdogan', 'Erdoğan'],
		['wounded', 'injured'],
	] as const) {
		expect(kept(one)).toContain(asked(other));
		expect(kept(other)).toContain(asked(one));
	}
});

test('a word keeps its own form too, so that its beginning finds it while it is typed', () => {
	expect(kept('deaths')).toEqual(['deaths', 'killed']);
	expect(kept('Harem')).toEqual(['harem']);
	expect(kept('the')).toBeNull();
});

test('a name is found however it is transliterated', () => {
	const forms = (text: string) =>
		cut(text)
			.map((word) => asked(word))
			.join(' ');
	for (const text of ['Ma\u2019arrat al-Nu\u2019man', 'Maʿarrat al-Nuʿmān', "Ma'arrat al-Nu'man", 'Maarrat al-Numan'])
		expect(forms(text)).toBe('maarrat al numan');
	expect(forms('حـــارم')).toBe(forms('حارم'));
	expect(forms('Türkiye’s count')).toBe('turkiye count');
});
