import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayRange, describeHeld, held, heldWords, lengthWords, roundedWords } from './duration.ts';
import { formatNumber } from './quantity.ts';

const lived = (inForce: string, ended?: string, endedCertainty: 'day' | 'about' | 'unknown' = 'day') => ({
	inForce,
	...(ended === undefined ? {} : { ended }),
	endedCertainty: ended === undefined ? ('unknown' as const) : endedCertainty,
});

describe('held', () => {
	it('counts whole days between two days', () => {
		expect(held(lived('2020-03-06', '2024-11-27'))).toEqual({
			type: 'known',
			min: 1727,
			max: 1727,
			days: 1727,
			about: false,
		});
		expect(held(lived('2020-01-12', '2020-01-15'))).toMatchObject({ days: 3, about: false });
		expect(held(lived('2020-01-12', '2020-01-12'))).toMatchObject({ min: 0, max: 0 });
	});

	it('gives a range where the end is known to the month', () => {
		expect(held(lived('2016-02-27', '2016-04', 'about'))).toEqual({
			type: 'known',
			min: 34,
			max: 63,
			days: 49,
			about: true,
		});
	});

	it('never gives fewer than no days when the month of the end has begun before the start', () => {
		expect(held(lived('2019-05-18', '2019-05', 'about'))).toMatchObject({ min: 0, max: 13 });
	});

	it('says "about" where the end is a marker, known to the day or not', () => {
		expect(held(lived('2012-04-12', '2012-06-16', 'about'))).toMatchObject({ days: 65, about: true });
	});

	it('leaves an unknown end open', () => {
		expect(held(lived('2019-01-10'))).toEqual({ type: 'open' });
	});
});

describe('in words', () => {
	const twice = {
		...lived('2020-01-12', '2020-01-15'),
		otherStart: { date: '2020-01-09', by: 'Russia', sources: [] },
	};
	const plain = (words: string) => words.replaceAll('\u00a0', ' ');

	it.each([
		[lived('2020-03-06', '2024-11-27'), 'almost 4 years 9 months', 'almost 4 years 9 months (1,727 days)'],
		[lived('2019-06-12', '2019-06-13'), '1 day', '1 day'],
		[lived('2012-04-12', '2012-06-16', 'about'), 'about 2 months', 'about 2 months (about 65 days)'],
		[lived('2016-02-27', '2016-04', 'about'), 'about 7 weeks', 'about 7 weeks (34 to 63 days)'],
		[lived('2019-05-18', '2019-05', 'about'), 'up to 13 days', 'up to 13 days'],
		[lived('2019-01-10'), 'end not known', 'end not known'],
		[twice, '3 to 6 days (6 by Russia’s start)', '3 to 6 days (6 by Russia’s start)'],
	])('%j: %s', (ceasefire, short, long) => {
		expect(plain(heldWords(ceasefire))).toBe(short);
		expect(plain(describeHeld(ceasefire))).toBe(long);
	});

	it('takes the grain that a reader needs', () => {
		expect([1, 59, 61, 400, 731, 1727].map((days) => plain(lengthWords(days)))).toEqual([
			'1 day',
			'59 days',
			'2 months',
			'13 months',
			'2 years',
			'4 years 9 months',
		]);
	});

	it('says what rounding did, and where a date is rough', () => {
		const said = [3280, 3287, 3520, 136, 12].map((days) => roundedWords(days, true).replaceAll('\u00a0', ' '));
		expect(said).toEqual(['almost 9 years', '9 years', 'almost 9 years 8 months', 'more than 4 months', '12 days']);
		expect(roundedWords(3280, false)).toBe('about 9\u00a0years');
	});

	it('never promises fewer or more days than the dates allow', () => {
		const day = fc.date({ min: new Date('2011-01-01'), max: new Date('2030-12-31'), noInvalidDate: true });
		fc.assert(
			fc.property(day, day, fc.constantFrom(7, 10), (start, end, precision) => {
				const length = held(lived(start.toISOString().slice(0, 10), end.toISOString().slice(0, precision)));
				if (length.type === 'open') throw new Error('the end is known');
				expect(length.min).toBeLessThanOrEqual(length.days);
				expect(length.days).toBeLessThanOrEqual(length.max);
				expect(dayRange(length)).toContain(formatNumber(length.max, 'exact'));
			}),
		);
	});
});
