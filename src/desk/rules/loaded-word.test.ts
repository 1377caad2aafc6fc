import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/desk/tree.ts';
import { loadedWords } from './loaded-word.ts';

const loaded = (words: string) => said('loaded-word', words);

describe('loaded-word', () => {
	it('finds words that take a side, in any case and form', () => {
		expect(loaded('The Regime slaughtered them; terrorists claimed it was admitted.')).toEqual([
			'Regime',
			'slaughtered',
			'terrorists',
			'claimed',
			'admitted',
		]);
	});

	it('lets them stand in quotation marks and inside other words, and says of each what to write', () => {
		expect(
			loaded('He spoke of “the regime”. They reclaimed the territory; admittance was free; the claim stands.'),
		).toEqual([]);
		for (const [, instead] of loadedWords) expect(instead).not.toBe('');
	});
});
