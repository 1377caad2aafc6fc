import { expect, test } from 'vitest';
import { held } from '../../ledger/held.ts';
import { heldWords, lengthWords } from './lengths.ts';

const words = (inForce: string, ended: string | undefined, endedCertainty: 'day' | 'about' | 'unknown' = 'day') =>
	heldWords(held({ inForce, endedCertainty, ...(ended === undefined ? {} : { ended }) })).replaceAll('\u00a0', ' ');

test('lengths at the grain a reader needs', () => {
	expect([1, 59, 61, 400, 731, 1727].map((days) => lengthWords(days).replaceAll('\u00a0', ' '))).toEqual([
		'1 day',
		'59 days',
		'2 months',
		'13 months',
		'2 years',
		'4 years 9 months',
	]);
});

test('an end known only roughly is never told to the day', () => {
	expect(words('2019-06-12', '2019-06-13')).toBe('1 day');
	expect(words('2019-05-18', '2019-05', 'about')).toBe('up to 13 days');
	expect(words('2016-02-27', '2016-04', 'about')).toBe('about 7 weeks');
	expect(words('2019-01-10', undefined, 'unknown')).toBe('end not known');
});
