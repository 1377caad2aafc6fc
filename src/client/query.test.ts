import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleCeasefires } from '../../tests/support/example-ceasefires.ts';
import { factsOf, matches, type Query, readQuery, writeQuery } from './query.ts';

const areas = ['', 'idlib', 'elsewhere'];

const queries: fc.Arbitrary<Query> = fc.record(
	{
		covers: fc.constantFrom('idlib', 'elsewhere'),
		type: fc.constantFrom('unilateral', 'between opposition groups', 'a & b=c'),
		brokers: fc.uniqueArray(fc.constantFrom('russia', 'turkiye', 'un'), { minLength: 1 }).map((ids) => ids.sort()),
		from: fc.integer({ min: 1000, max: 9999 }),
		to: fc.integer({ min: 1000, max: 9999 }),
		sort: fc.constantFrom('longest' as const, 'shortest' as const),
	},
	{ requiredKeys: [] },
);

test('a query comes back from its address unchanged', () => {
	fc.assert(
		fc.property(queries, (query) => {
			expect(readQuery(writeQuery(query), areas)).toEqual(query);
		}),
	);
});

test('an address that says nothing known asks for everything', () => {
	expect(readQuery('?covers=moon&from=soon&utm=1', areas)).toEqual({});
	expect(writeQuery({})).toBe('');
});

test('a further condition never shows more', () => {
	fc.assert(
		fc.property(queries, queries, (a, b) => {
			for (const facts of exampleCeasefires.map(factsOf))
				if (matches(facts, { ...a, ...b })) expect(matches(facts, b)).toBe(true);
		}),
	);
});

const ids = (query: Query) => exampleCeasefires.filter((one) => matches(factsOf(one), query)).map(({ short }) => short);

test('conditions mean what they say', () => {
	expect(ids({ covers: 'elsewhere' })).toEqual(['Elsewhere 2019', 'Elsewhere, open']);
	expect(ids({ brokers: ['russia', 'turkiye'] })).toHaveLength(2);
	expect(ids({ from: 2020, to: 2020 })).toEqual(['Two starts 2020', 'March 2020']);
});
