import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/desk/tree.ts';

describe('stub', () => {
	it('finds the words of a stub', () => {
		expect(said('stub', 'To be written, the rest.')).toEqual(['To be written']);
	});
});
