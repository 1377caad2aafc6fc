import { describe, expect, it } from 'vitest';
import { describeHeld, held } from './held.ts';

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

describe('describeHeld', () => {
	it.each([
		[lived('2020-03-06', '2024-11-27'), '1,727\u00a0days'],
		[lived('2019-06-12', '2019-06-13'), '1\u00a0day'],
		[lived('2012-04-12', '2012-06-16', 'about'), 'about 65\u00a0days'],
		[lived('2016-02-27', '2016-04', 'about'), 'between 34 and 63\u00a0days'],
		[lived('2019-01-10'), 'no end was found'],
	])('%j: %s', (ceasefire, words) => {
		expect(describeHeld(ceasefire)).toBe(words);
	});
});
