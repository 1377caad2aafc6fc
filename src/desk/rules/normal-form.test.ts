import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/desk/tree.ts';

describe('normal-form', () => {
	it('finds letters in parts and shows the whole letter', () => {
		expect(said('normal-form', 'Erdog\u0306an')).toEqual(['g\u0306']);
		expect(said('normal-form', 'Erdoğan and إدلب')).toEqual([]);
	});
});
