import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { prepareSeed } from './quote.ts';
import { coverage } from './seed.ts';

const text = readFileSync(new URL('../../seeds/000_d8cbc4c2cd7e77ff.txt', import.meta.url), 'utf8');
const quotes = [
	{ claim: 'killed', quote: 'more than 50 fighters were killed' },
	{ claim: 'both', quote: 'He spoke of 78 dead and almost 90 injured' },
];
const setAside = [{ text: '[ad_1]', reason: 'Debris of the site.' }];

describe('coverage', () => {
	const figures = coverage(prepareSeed(text), quotes, setAside);

	it('lists every number with its line, sentence and what accounts for it', () => {
		expect(figures.map((figure) => figure.text)).toEqual([
			'1',
			'50',
			'50',
			'one',
			'78',
			'90',
			'150',
			'numerous',
			'nine',
			'several',
			'2019',
			'1.4 million',
			'3.6 million',
		]);
		expect(figures.find((figure) => figure.text === '90')).toMatchObject({
			line: 4,
			claims: ['both'],
			accounted: true,
			sentence: 'He spoke of 78 dead and almost 90 injured.',
		});
		expect(figures[0]).toMatchObject({ setAside: 'Debris of the site.', claims: [], accounted: true });
		expect(figures.filter((figure) => figure.accounted)).toHaveLength(4);
	});

	it('lets words that stand there twice, or not at all, account for nothing', () => {
		const seed = prepareSeed('50 here, 50 there');
		expect(coverage(seed, [{ claim: 'a', quote: '50' }], []).every((figure) => !figure.accounted)).toBe(true);
		expect(coverage(seed, [{ claim: 'a', quote: '51 here' }], []).every((figure) => !figure.accounted)).toBe(true);
	});

	it('reports any number planted in any text unless it is accounted for', () => {
		const number = fc.constantFrom(
			'7',
			'41',
			'12,345',
			'2.5 million',
			'seventeen',
			'a million',
			'dozens',
			'several thousand',
		);
		fc.assert(
			fc.property(
				fc.string({ unit: 'grapheme' }),
				number,
				fc.string({ unit: 'grapheme' }),
				(before, planted, after) => {
					const mark = `${before} §${planted}§ ${after}`;
					const offset = before.length + 2;
					const find = (list: ReturnType<typeof coverage>) =>
						list.find((figure) => figure.offset <= offset && figure.offset + figure.length > offset);
					const seed = prepareSeed(mark);
					expect(find(coverage(seed, [], []))?.accounted).toBe(false);
					const words = `§${planted}§`;
					fc.pre(mark.indexOf(words) === mark.lastIndexOf(words));
					expect(find(coverage(seed, [{ claim: 'it', quote: words }], []))).toMatchObject({
						accounted: true,
						claims: ['it'],
					});
					expect(find(coverage(seed, [], [{ text: words, reason: 'Why.' }]))).toMatchObject({
						accounted: true,
						setAside: 'Why.',
					});
				},
			),
		);
	});

	it('reports a number planted between two words of a real report', () => {
		fc.assert(
			fc.property(fc.nat(), fc.constantFrom('7', 'forty-one', '3,000', 'scores'), (at, planted) => {
				const words = text.split(' ');
				const from = at % (words.length - 1);
				const changed = [...words.slice(0, from + 1), planted, ...words.slice(from + 1)].join(' ');
				const count = (list: ReturnType<typeof coverage>) => list.filter((figure) => !figure.accounted).length;
				expect(count(coverage(prepareSeed(changed), quotes, setAside))).toBeGreaterThan(count(figures) - 1);
				expect(
					coverage(prepareSeed(changed), quotes, setAside).some(
						(figure) => !figure.accounted && figure.text.includes(planted),
					),
				).toBe(true);
			}),
		);
	});
});
