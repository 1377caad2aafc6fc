import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findQuote, numbersWithin, placeIn, prepareSeed, type Seed } from './quote.ts';

const seeds = ['000_d8cbc4c2cd7e77ff', '001_2acda65c6de32bc8'].map((name) =>
	prepareSeed(readFileSync(new URL(`../../seeds/${name}.txt`, import.meta.url), 'utf8')),
);
const small = prepareSeed('He spoke of\n\n  50 dead, 50 injured. More than 3.6 million\tfled.\r\nNobody else.');

describe('findQuote', () => {
	it('finds words across folded white space, with line, column and sentence', () => {
		expect(findQuote(small, 'of 50 dead')).toEqual([
			{ offset: 9, length: 13, line: 1, column: 10, sentence: 'He spoke of' },
		]);
		expect(findQuote(small, ' 3.6  million fled ')).toMatchObject([
			{ line: 3, column: 34, sentence: 'More than 3.6 million fled.' },
		]);
	});

	it('tells none, one and many apart', () => {
		expect(findQuote(small, 'he spoke')).toHaveLength(0);
		expect(findQuote(small, 'He spoke')).toHaveLength(1);
		expect(findQuote(small, '50')).toHaveLength(2);
		expect(findQuote(small, '')).toHaveLength(0);
	});

	it.each(['of 5', '0 dead', 'than 3', '.6 million', '6 million', 'spoke of 50 dea', 'obody'])(
		'does not let %j part a word or a number',
		(quote) => {
			expect(findQuote(small, quote)).toHaveLength(0);
		},
	);

	it('finds any run of words of a seed, whatever the white space', () => {
		fc.assert(
			fc.property(
				fc.nat({ max: seeds.length - 1 }),
				fc.nat(),
				fc.integer({ min: 1, max: 30 }),
				fc.constantFrom(' ', '\n', ' \t '),
				(which, at, count, space) => {
					const seed = seeds[which] ?? small;
					const words = seed.folded.split(' ');
					const from = at % words.length;
					const run = words.slice(from, from + count);
					const places = findQuote(seed, run.join(space));
					expect(places.length).toBeGreaterThan(0);
					for (const { offset, length } of places) {
						expect(seed.text.slice(offset, offset + length).replace(/\s+/g, ' ')).toBe(run.join(' '));
					}
				},
			),
		);
	});

	it('never finds a quote changed by one character', () => {
		const change = fc.constantFrom('replace', 'remove', 'insert');
		const character = fc.constantFrom(...'abcdefgxyz0123456789ABC,.-"“’é');
		fc.assert(
			fc.property(
				fc.nat({ max: seeds.length - 1 }),
				fc.nat(),
				fc.integer({ min: 4, max: 20 }),
				fc.nat(),
				change,
				character,
				(which, at, count, spot, how, letter) => {
					const seed = seeds[which] ?? small;
					const words = seed.folded.split(' ');
					const from = at % Math.max(1, words.length - count);
					const quote = words.slice(from, from + count).join(' ');
					const place = spot % quote.length;
					// Taking off a whole word or a mark at an end makes a shorter quote, not a changed one.
					const end = place === 0 ? quote[1] : place === quote.length - 1 ? quote[place - 1] : 'inside';
					const edge = /[^\p{L}\p{N}]/u;
					fc.pre(how !== 'remove' || end === 'inside' || !(edge.test(end ?? '') || edge.test(quote[place] ?? '')));
					fc.pre(quote[place] !== ' ' && quote[place] !== letter);
					const behind = how === 'insert' ? place : place + 1;
					const changed = quote.slice(0, place) + (how === 'remove' ? '' : letter) + quote.slice(behind);
					// A mark put in front may be the very one that stands there.
					fc.pre(how !== 'insert' || place > 0 || !seed.folded.includes(changed));
					expect(findQuote(seed, changed)).toHaveLength(0);
				},
			),
			{ numRuns: 2000 },
		);
	});
});

describe('numbersWithin', () => {
	const at = (seed: Seed, quote: string) => numbersWithin(seed, findQuote(seed, quote)[0] ?? { offset: 0, length: 0 });

	it('gives a number the limit it has in the seed even when the quote leaves it out', () => {
		expect(at(prepareSeed('More than 50 died.'), '50 died')).toMatchObject([{ value: 50, qualifier: 'more than' }]);
	});

	it('takes no half of a number', () => {
		expect(at(small, 'More than 3.6')).toEqual([]);
		expect(at(small, 'More than 3.6 million fled')).toMatchObject([{ value: 3_600_000, qualifier: 'more than' }]);
	});

	it('takes every number of the span and no other', () => {
		expect(at(small, '50 dead, 50 injured').map(({ text }) => text)).toEqual(['50', '50']);
		expect(at(small, 'He spoke of')).toEqual([]);
	});
});

describe('placeIn', () => {
	it('gives the line that an editor sees', () => {
		for (const seed of seeds) {
			for (const { offset, length } of seed.numbers) {
				const { line, column } = placeIn(seed, offset, length);
				expect(seed.text.split('\n')[line - 1]?.slice(column - 1, column - 1 + length)).toBe(
					seed.text.slice(offset, offset + length),
				);
			}
		}
	});
});
