import { expect, it } from 'vitest';
import { chartFixture } from '../../tests/charts/fixture.ts';
import { differences } from './open-questions.ts';

const list = differences(chartFixture());
const of = (what: RegExp, from = list) => from.filter((one) => what.test(one.what)).map(({ words }) => words);

it('lists what accounts of one event differ on, by how many speakers', () => {
	expect(of(/^The flood, drowned$/)).toEqual([expect.stringMatching(/^40 to 78, by \d speakers$/)]);
});

it('finds the day on which two series of one thing lie furthest apart', () => {
	expect(of(/^In shelters, Upper Torv$/)).toEqual([
		'furthest apart for 2022, 120,400 (River Survey) and 170,000 (Valley Council)',
	]);
});

it('compares flows over one stretch of time, and takes parts of one count for no accounts that differ', () => {
	expect(of(/^Fled, /)).toEqual([]);
});
