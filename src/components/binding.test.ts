import { expect, test } from 'vitest';
import { bindPairs } from './binding.ts';

test('a day stays with its month and a number with its unit', () => {
	expect(bindPairs('<p title="5 March">on 5 March 2020, 12 km, 1.4 million; 6 people</p>')).toBe(
		'<p title="5 March">on 5\u00a0March 2020, 12\u00a0km, 1.4\u00a0million; 6 people</p>',
	);
});
