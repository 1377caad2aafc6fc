import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/desk/tree.ts';

describe('quote-verbatim', () => {
	it.each(['took 17 of them\nto the hospital', 'called it “a bad day for the town”'])(
		'takes %j, which stands in the seed',
		(words) => {
			expect(said('quote-verbatim', `\n\n<Quote source="report">\n${words}\n</Quote>\n`)).toEqual([]);
		},
	);

	it.each(['took 18 of them to the hospital', 'Took 17 of them', 'a bad day  for the towns', 'ook 17 of'])(
		'refuses %j',
		(words) => {
			expect(said('quote-verbatim', `\n\n<Quote source="report">${words}</Quote>\n`)).toHaveLength(1);
		},
	);

	it('refuses a quotation that is empty or longer than one may be', () => {
		expect(said('quote-verbatim', `\n\n<Quote source="report">${'word '.repeat(61)}</Quote>\n`)).toHaveLength(1);
		expect(said('quote-verbatim', '\n\n<Quote source="report"></Quote>\n')).toHaveLength(1);
	});
});
