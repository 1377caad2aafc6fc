import { expect, test } from 'vitest';
import { exampleLedger, exampleSeries } from '../../../tests/charts/ledger.ts';
import type { Row } from '../../ledger/ledger.ts';
import { periodOf, seriesData } from '../data.ts';
import { gapBetween } from './gap.ts';

const rows = (values: Readonly<Record<string, number>>): readonly Row[] =>
	Object.entries(values).map(([date, value]) => ({ date, value }));

function areas(a: Readonly<Record<string, number>>, b: Readonly<Record<string, number>>): readonly string[] {
	const records = [exampleSeries('a', rows(a)), exampleSeries('b', rows(b))];
	const ledger = exampleLedger(records, { id: 'c', kind: 'line', title: 'T', summary: 'S', series: ['a', 'b'] });
	const [one, other] = records.map((record) => seriesData(ledger, record, periodOf(undefined, undefined)));
	if (!one || !other) return [];
	const at = ({ date, value }: { date: { edtf: string }; value: number | null }) => ({
		x: Number(date.edtf),
		y: value ?? 0,
	});
	return gapBetween(one, other, at).flatMap((shape) => (shape.type === 'path' ? [shape.d] : []));
}

test('runs along one line and back along the other', () => {
	expect(areas({ 2012: 5, 2013: 6 }, { 2012: 1, 2013: 2 })).toEqual(['M2012,5L2013,6L2013,2L2012,1Z']);
});
test('stops where one of the two has no value, and at a missing year', () => {
	const found = areas({ 2011: 9, 2012: 5, 2013: 6, 2015: 7, 2016: 8 }, { 2012: 1, 2013: 2, 2015: 3, 2016: 4 });
	expect(found).toEqual(['M2012,5L2013,6L2013,2L2012,1Z', 'M2015,7L2016,8L2016,4L2015,3Z']);
});
test('is nothing for a single date in common', () => {
	expect(areas({ 2012: 5, 2013: 6 }, { 2013: 2, 2014: 3 })).toEqual([]);
});
