import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/desk/tree.ts';

describe('raw-html', () => {
	it('finds HTML, and leaves components and the sign "<" alone', () => {
		expect(said('raw-html', 'A <b>word</b>, a <br/> and <my-tag/>.')).toEqual(['<b', '<br', '<my-tag']);
		expect(said('raw-html', 'A <Term id="stock"/>, and 1 < 2.')).toEqual([]);
	});
});
