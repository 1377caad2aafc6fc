import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/desk/tree.ts';

const wrong = (words: string) => said('claim-words', words);

describe('claim-words', () => {
	it('finds words with another figure, and no words where there is no figure', () => {
		expect(wrong('<Claim id="hospital">18 of them</Claim>')).toEqual(['<Claim']);
		expect(wrong('<Claim id="bad-day"/>')).toEqual(['<Claim']);
		expect(wrong('<Claim id="bad-day">3 bad days</Claim>')).toEqual(['<Claim']);
	});

	it.each([
		'<Claim id="hospital">17 of them</Claim>',
		'<Claim id="hospital">seventeen</Claim>',
		'<Claim id="hospital">some of them</Claim>',
		'<Claim id="bad-day">a bad day</Claim>',
		'<Claim id="hospital"/>',
	])('is content with %j', (words) => {
		expect(wrong(words)).toEqual([]);
	});
});
