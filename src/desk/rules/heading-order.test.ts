import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/desk/tree.ts';

describe('heading-order', () => {
	it.each([
		['\n\n# One\n', ['# One']],
		['\n\n#### Four\n', ['#### Four']],
		['\n\n##\n', ['##']],
		['\n\n### Three\n\n#### Four\n\n## Two\n\n### Three\n', []],
	])('of %j is wrong at %j', (words, found) => {
		expect(said('heading-order', words)).toEqual(found);
	});
});
