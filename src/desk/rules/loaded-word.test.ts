import { describe, expect, it } from 'vitest';
import { checkWith, said, spots, textOf } from '../../../tests/desk/tree.ts';
import { loadedWords } from './wording.ts';

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

	it('lets them stand in a name of a record, not as the whole of one', () => {
		const actor = 'content/actors/rescue-service.yaml';
		const page = 'content/explainers/the-bridge.mdx';
		const variants =
			'variants:\n  - text: regime\n    where: Orla Gazette\n  - text: Service of Martyrs\n    where: Orla Gazette\n';
		const words = 'was mayor of Vell. The Service of Martyrs came; the regime did not.';
		const text = textOf(page).replace('was mayor of Vell.', words);
		const { findings } = checkWith({ [actor]: textOf(actor) + variants, [page]: text });
		expect(spots('loaded-word', findings, new Map([[page, text]]))).toEqual(['regime']);
	});
});
