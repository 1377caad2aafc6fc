import fc from 'fast-check';
import { expect, test } from 'vitest';
import { exampleCeasefire } from '../../../tests/support/example-ceasefires.ts';
import { DAY_MS, toDate } from '../../ledger/date.ts';
import { flatten } from '../marks.ts';
import { bar, edge, type Frame, spanOf } from './span.ts';

/** EDTF dates of every precision and mark between 2000 and 2039. */
const dates = fc
	.tuple(
		fc.integer({ min: 2000, max: 2039 }),
		fc.integer({ min: 1, max: 12 }),
		fc.integer({ min: 1, max: 28 }),
		fc.constantFrom('year', 'month', 'day'),
		fc.constantFrom('', '', '', '~', '?', '%'),
	)
	.map(([year, month, day, precision, mark]) => {
		const two = (n: number) => String(n).padStart(2, '0');
		const parts = [String(year), two(month), two(day)].slice(
			0,
			precision === 'year' ? 1 : precision === 'month' ? 2 : 3,
		);
		return parts.join('-') + mark;
	});
const certainty = fc.constantFrom('day', 'about', 'unknown') as fc.Arbitrary<'day' | 'about' | 'unknown'>;

test('an edge covers all that its date can mean, and is hard only for a plain day', () => {
	fc.assert(
		fc.property(dates, fc.boolean(), (value, about) => {
			const date = toDate(value);
			const { min, max, hard } = edge(value, about);
			expect(min).toBeLessThanOrEqual(date.min);
			expect(max).toBeGreaterThan(date.max);
			expect(hard).toBe(/^\d{4}-\d{2}-\d{2}$/.test(value) && !about);
			if (hard) expect(max - min).toBe(DAY_MS);
		}),
	);
});

test('a month that an end is known to is drawn over exactly that month', () => {
	const { end } = spanOf(exampleCeasefire('x', { inForce: '2019-01-01', ended: '2019-02', endedCertainty: 'about' }));
	expect(end).toEqual({ min: Date.UTC(2019, 1, 1), max: Date.UTC(2019, 2, 1), hard: false });
});

test('an end is never before the start, and unknown ends stay unknown', () => {
	fc.assert(
		fc.property(dates, dates, certainty, (a, b, endedCertainty) => {
			const [inForce = a, ended = b] = [a, b].sort((x, y) => toDate(x).min - toDate(y).min);
			const { start, end } = spanOf(exampleCeasefire('x', { inForce, ended, endedCertainty }));
			if (endedCertainty === 'unknown') expect(end).toBeNull();
			else if (end) {
				expect(end.min).toBeGreaterThanOrEqual(start.min);
				expect(end.max).toBeGreaterThanOrEqual(end.min);
			}
		}),
	);
});

test('nothing without a known end has a length, and no bar leaves its frame by more than its least width', () => {
	const from = Date.UTC(2010);
	const to = Date.UTC(2030);
	const frame: Frame = { from, to, x: (time) => ((time - from) / (to - from)) * 600 };
	fc.assert(
		fc.property(dates, dates, certainty, (a, b, endedCertainty) => {
			const [inForce = a, ended = b] = [a, b].sort((x, y) => toDate(x).min - toDate(y).min);
			const span = spanOf(exampleCeasefire('x', { inForce, ended, endedCertainty }));
			const shapes = flatten(bar(span, 'tl-bar', 20, 12, frame));
			const types = shapes.map(({ type }) => type);
			if (span.end === null) expect(types).toEqual(['symbol']);
			else expect(types).not.toContain('symbol');
			for (const shape of shapes) {
				if (shape.type !== 'rect') continue;
				expect(shape.width).toBeGreaterThan(0);
				expect(shape.x).toBeGreaterThanOrEqual(0);
				expect(shape.x + shape.width).toBeLessThanOrEqual(603.1);
			}
			expect(JSON.stringify(shapes)).not.toMatch(/null|NaN/);
		}),
	);
});

test('two starts that two brokers announced are one that is not known', () => {
	const otherStart = { date: '2020-01-09', by: 'Russia', sources: [] };
	const { start } = spanOf(exampleCeasefire('x', { inForce: '2020-01-12', ended: '2020-01-15', otherStart }));
	expect(start).toEqual({ min: Date.UTC(2020, 0, 9), max: Date.UTC(2020, 0, 13), hard: false });
});
