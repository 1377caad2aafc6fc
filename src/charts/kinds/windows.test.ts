import { expect, test } from 'vitest';
import { toDate } from '../../ledger/date.ts';
import type { Datum } from '../data.ts';
import type { Window } from '../windows.ts';
import { windowBox } from './windows.ts';

function windowOf(edtf: string): Window {
	const date = toDate(edtf);
	if (date.type !== 'period') throw new Error(`${edtf} is no period.`);
	return { datum: { id: `a@${edtf}` } as Datum, figure: '1', name: 'A', from: date.from, to: date.to };
}
const start = toDate('2020-01-01').min;
const day = (time: number) => Math.round((time - start) / 86_400_000);
const bar = (edtf: string) => windowBox(windowOf(edtf), day, 0, 20);
const spans = (edtf: string, role: string) =>
	bar(edtf).flatMap((shape) =>
		shape.type === 'rect' && shape.role === role ? [[shape.x, shape.x + shape.width]] : [],
	);

test('a period between two days is filled from the first to the last', () => {
	expect(spans('2020-01-11/2020-01-30', 'ch-frame')).toEqual([[10, 30]]);
	expect(spans('2020-01-11/2020-01-30', 'ch-box')).toEqual([[10, 30]]);
});
test('a period between two months reaches from the first day of one to the last of the other, empty at both ends', () => {
	expect(spans('2020-01/2020-04', 'ch-frame')).toEqual([[0, 121]]);
	expect(spans('2020-01/2020-04', 'ch-box')).toEqual([[31, 91]]);
});
test('where one end is a day, the other alone is empty', () => {
	expect(spans('2020-01-11/2020-04', 'ch-box')).toEqual([[10, 91]]);
});
test('a period of two neighbouring months has no certain part', () => {
	expect(spans('2020-01/2020-02', 'ch-box')).toEqual([]);
});
test('a day that is only about right leaves its end open', () => {
	expect(spans('2020-01-11~/2020-01-30', 'ch-box')).not.toEqual(spans('2020-01-11/2020-01-30', 'ch-box'));
});
test('one mark stands for the whole period', () => {
	expect(bar('2020-01/2020-04').filter(({ point }) => point === 'a@2020-01/2020-04')).toHaveLength(1);
});
