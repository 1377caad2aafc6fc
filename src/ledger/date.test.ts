import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareDates, formatDate, machineDate, parseDate, toDate } from './date.ts';

describe('parseDate', () => {
	it.each(['2020', '2020-03', '2020-03-05', '2020-03-05~', '2020?', '2019-04/2020-03', '2020-02-29'])(
		'reads %s',
		(date) => {
			expect(parseDate(date)).toMatchObject({ ok: true, date: { edtf: date } });
		},
	);

	it.each([
		'',
		'5 March 2020',
		'2020-13',
		'2021-02-29',
		'2020-04-31',
		'2020-3-5',
		'20200305',
		'2020/2019',
		'2020/',
		'2020/2021/2022',
		'2020-03-05T00:01',
	])('refuses %j with a message for the editor', (date) => {
		const result = parseDate(date);
		expect(result.ok).toBe(false);
		if (!result.ok) expect(result.message).toContain(date.split('/')[0] ?? '');
	});

	it('never throws, whatever it is given', () => {
		fc.assert(fc.property(fc.string(), (text) => typeof parseDate(text).ok === 'boolean'));
		fc.assert(
			fc.property(
				fc.string({ unit: fc.constantFrom(...'0129-/~?%.TZ') }),
				(text) => typeof parseDate(text).ok === 'boolean',
			),
		);
	});
});

describe('formatDate', () => {
	it.each([
		['2020-03-05', '5\u00a0March 2020'],
		['2020-03', 'March 2020'],
		['2020', '2020'],
		['2020-03-05~', 'about 5\u00a0March 2020'],
		['2020-03?', 'March 2020 (uncertain)'],
		['2019-04/2020-03', 'April 2019 to March 2020'],
	])('keeps the precision of %s', (date, words) => {
		expect(formatDate(date)).toBe(words);
	});
});

describe('dates', () => {
	it('give what HTML can say', () => {
		expect(machineDate('2020-03-05~')).toBe('2020-03-05');
		expect(machineDate('2019-04/2020-03')).toBeUndefined();
	});

	it('stand in one order, by the first moment and then the last', () => {
		const order = ['2019-12-31', '2020-01-01', '2020-01', '2020', '2020-03', '2020-03-05'];
		expect([...order].reverse().sort(compareDates)).toEqual(order);
	});

	it('are in UTC', () => {
		expect(toDate('2020-03-05').min).toBe(Date.UTC(2020, 2, 5));
		expect(toDate('2020-03').max).toBe(Date.UTC(2020, 3, 1) - 1);
	});

	it('know every day of the calendar', () => {
		fc.assert(
			fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }), (day) => {
				const text = day.toISOString().slice(0, 10);
				expect(toDate(text)).toMatchObject({
					year: day.getUTCFullYear(),
					month: day.getUTCMonth() + 1,
					day: day.getUTCDate(),
				});
			}),
		);
	});
});
