import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleCeasefires } from '../../tests/support/example-ceasefires.ts';
import { matches, type Query } from './query.ts';

const queries: fc.Arbitrary<Query> = fc.record(
	{
		covers: fc.constantFrom('idlib', 'elsewhere'),
		type: fc.constantFrom('unilateral', 'between opposition groups', 'a & b=c'),
		brokers: fc.uniqueArray(fc.constantFrom('russia', 'turkiye', 'un'), { minLength: 1 }),
		from: fc.integer({ min: 1000, max: 9999 }),
		to: fc.integer({ min: 1000, max: 9999 }),
	},
	{ requiredKeys: [] },
);

test('a further condition never shows more', () => {
	fc.assert(
		fc.property(queries, queries, (a, b) => {
			for (const one of exampleCeasefires) if (matches(one, { ...a, ...b })) expect(matches(one, b)).toBe(true);
		}),
	);
});

const ids = (query: Query) => exampleCeasefires.filter((one) => matches(one, query)).map(({ short }) => short);

test('conditions mean what they say', () => {
	expect(ids({})).toHaveLength(exampleCeasefires.length);
	expect(ids({ covers: 'elsewhere' })).toEqual(['Elsewhere 2019', 'Elsewhere, open']);
	expect(ids({ brokers: ['russia', 'turkiye'] })).toHaveLength(2);
	expect(ids({ from: 2020, to: 2020 })).toEqual(['Two starts 2020', 'March 2020']);
});
