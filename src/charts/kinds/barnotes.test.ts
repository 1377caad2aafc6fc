import { scaleBand } from 'd3';
import { expect, test } from 'vitest';
import { toDate } from '../../ledger/date.ts';
import { type Box, overlap } from '../label-placement.ts';
import { boxOf } from '../plot.ts';
import { sizes } from '../size.ts';
import { momentNote, momentX } from './barnotes.ts';

const { narrow } = sizes;

const dates = ['2023', '2024', '2025'].map(toDate);
const x = scaleBand(['2023', '2024', '2025'], [40, 340]).padding(0.25);

test('a moment stands as far into the room of its year as it is into the year', () => {
	const of = (day: string) => momentX(x, dates, toDate(day).min) ?? Number.NaN;
	const start = of('2024-01-01');
	expect(start).toBeCloseTo((x('2024') ?? 0) - (x.step() - x.bandwidth()) / 2, 1);
	expect(of('2025-01-01') - start).toBeCloseTo(x.step(), 1);
	expect((of('2024-12-08') - start) / x.step()).toBeCloseTo(342 / 366, 2);
	expect(momentX(x, dates, toDate('2030').min)).toBeUndefined();
});

const bounds: Box = { x: 40, y: 0, width: 300, height: 200 };

test('its words cover no bar and no other words, and its line ends on the axis', () => {
	const bars: readonly Box[] = [{ x: 250, y: 20, width: 60, height: 180 }];
	const texts: readonly Box[] = [{ x: 230, y: 4, width: 90, height: 14 }];
	const note = momentNote('Something happens', 240, narrow, { bounds, texts, bars, bottom: 200 });
	if (note?.text.type !== 'text' || note.line.type !== 'line') throw new Error('There is no note.');
	const box = boxOf(note.text);
	for (const other of [...bars, ...texts]) expect(overlap(box, other)).toBe(false);
	expect(note.line).toMatchObject({ x1: 240, x2: 240, y2: 200 });
	expect(note.line.y1).toBeGreaterThan(18);
});
test('there is none where there is no room', () => {
	expect(momentNote('Something', 240, narrow, { bounds, texts: [bounds], bars: [], bottom: 200 })).toBeUndefined();
});
