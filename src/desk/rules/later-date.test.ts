import { describe, expect, it } from 'vitest';
import { said } from '../../../tests/desk/tree.ts';

describe('later-date', () => {
	it.each([
		['2021-06-30', 1],
		['2021', 0],
		['2020', 1],
		['2022-01', 0],
	])('%s on a page that speaks from 30 June 2021', (date, count) => {
		expect(said('later-date', `\n\n<Later date="${date}">Words.</Later>\n`)).toHaveLength(count);
	});
});
