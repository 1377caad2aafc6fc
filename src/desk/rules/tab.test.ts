import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/desk/tree.ts';

describe('tab', () => {
	it('is found in the text of a page', () => {
		expect(said('tab', 'a\tb')).toEqual(['\t']);
	});
});
