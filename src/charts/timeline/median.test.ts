import { expect, test } from 'vitest';
import { exampleCeasefire } from '../../../tests/support/example-ceasefires.ts';
import { medianHeld } from './median.ts';

const ended = (id: string, day: string, more = {}) =>
	exampleCeasefire(id, { inForce: '2020-01-01', ended: day, endedCertainty: 'day', ...more });

test('the median is the one in the middle, or the mean of two', () => {
	expect(medianHeld([])).toBeUndefined();
	expect(medianHeld([ended('a', '2020-01-04'), ended('b', '2020-01-11')])).toEqual({ days: 7, about: false });
	const open = exampleCeasefire('c');
	expect(medianHeld([ended('a', '2020-01-04'), open])).toEqual({ days: 3, about: false });
});
