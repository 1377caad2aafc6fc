import { expect, test } from 'vitest';
import { bindPairs, bindPunctuation } from './binding.ts';

test('a day stays with its month and a number with its unit', () => {
	expect(bindPairs('<p title="5 March">on 5 March 2020, 12 km, 1.4 million; 6 people</p>')).toBe(
		'<p title="5 March">on 5\u00a0March 2020, 12\u00a0km, 1.4\u00a0million; 6 people</p>',
	);
});

test('punctuation stays with the button before it', () => {
	const button = '<button type="button" class="ref ref-claim" popovertarget="n">50<sup>{{n}}</sup></button>';
	expect(bindPunctuation(`so “${button}” it is`)).toBe(`so <span class="bound">“${button}”</span> it is`);
	expect(bindPunctuation(`${button}, and ${button} more ${button}`)).toBe(
		`<span class="bound">${button},</span> and ${button} more ${button}`,
	);
});
