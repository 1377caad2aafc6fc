import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sizes } from './scene.ts';
import { textWidth } from './text.ts';
import { nameAt, timeScale, timeTicks, wholeSpans } from './time.ts';

const { narrow, wide } = sizes;

const day = (text: string): number => Date.parse(`${text}T00:00:00Z`);
const named = (from: string, to: string, size = wide) => {
	const scale = timeScale(...wholeSpans(day(from), day(to)), [0, size.width]);
	return timeTicks(scale, size.text, size.width).flatMap(({ label }) => label || []);
};

test('a period is named by years, months or days as its length asks for', () => {
	expect(named('2012-03-01', '2016-06-01')).toEqual(['2012', '2013', '2014', '2015', '2016']);
	expect(named('2019-12-05', '2020-03-10')).toEqual(['Dec 2019', 'Jan 2020', 'Feb', 'Mar']);
	expect(named('2020-02-27', '2020-03-03')).toEqual(['27 Feb', '28', '29', '1 Mar', '2']);
});

test('names never touch, at any length of period and width', () => {
	const start = fc.integer({ min: day('1990-01-01'), max: day('2030-01-01') });
	const length = fc.integer({ min: 1, max: 40 * 366 }).map((days) => days * 86_400_000);
	fc.assert(
		fc.property(start, length, fc.constantFrom(wide, narrow), (from, span, size) => {
			const scale = timeScale(...wholeSpans(from, from + span), [40, size.width - 8]);
			const ticks = timeTicks(scale, size.text, size.width).filter(({ label }) => label);
			expect(ticks.length).toBeGreaterThan(0);
			for (const [index, tick] of ticks.entries()) {
				const next = ticks[index + 1];
				if (!next) continue;
				const room = (textWidth(tick.label, size.text) + textWidth(next.label, size.text)) / 2;
				const apart = nameAt(scale, next, size.text, size.width) - nameAt(scale, tick, size.text, size.width);
				expect(apart).toBeGreaterThanOrEqual(room);
			}
		}),
	);
});

test('a period is widened to the whole years it touches', () => {
	expect(wholeSpans(day('2012-12-31'), day('2020-01-02'))).toEqual([day('2012-01-01'), day('2021-01-01')]);
	expect(wholeSpans(day('2012-01-01'), day('2020-01-01'))).toEqual([day('2012-01-01'), day('2020-01-01')]);
});
