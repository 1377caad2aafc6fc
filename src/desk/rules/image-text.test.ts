import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/desk/tree.ts';

describe('image-text', () => {
	it('asks for words in the brackets', () => {
		expect(said('image-text', '![](/a.png) ![ ](/b.png) ![A bridge](/c.png)')).toEqual(['![](/a.png)', '![ ](/b.png)']);
	});
});
