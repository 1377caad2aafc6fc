import { expect, test } from 'vitest';
import { exampleCeasefire, exampleLedger } from '../../../tests/support/example-ceasefires.ts';
import { heldTable, medianHeld } from './durations-table.ts';

const ended = (id: string, day: string, more = {}) =>
	exampleCeasefire(id, { inForce: '2020-01-01', ended: day, endedCertainty: 'day', ...more });

test('the median is the one in the middle, or the mean of two', () => {
	expect(medianHeld([])).toBeUndefined();
	expect(medianHeld([ended('a', '2020-01-04'), ended('b', '2020-01-11')])).toEqual({ days: 7, about: false });
	const open = exampleCeasefire('c');
	expect(medianHeld([ended('a', '2020-01-04'), open])).toEqual({ days: 3, about: false });
});

test('by type and by broker, with open ends apart', () => {
	const { table } = heldTable(
		exampleLedger([
			ended('a', '2020-01-04', { type: 'unilateral', brokers: [] }),
			ended('b', '2020-01', { brokers: ['russia', 'turkiye'], endedCertainty: 'about' }),
			exampleCeasefire('c', { brokers: ['russia'] }),
		]),
	);
	expect(table.rows.map((row) => row.map(({ text }) => text))).toEqual([
		['All', 'All that cover Idlib', '3', 'about 9', '1 to 2', '2', '2', '1'],
		['By type', 'Bilateral', '2', 'about 15', '0 to 1', '1', '1', '1'],
		['By type', 'Unilateral', '1', '3', '1', '1', '1', '0'],
		['By broker', 'Russia', '2', 'about 15', '0 to 1', '1', '1', '1'],
		['By broker', 'Türkiye', '1', 'about 15', '0 to 1', '1', '1', '0'],
		['By broker', 'No broker named', '1', '3', '1', '1', '1', '0'],
	]);
});
