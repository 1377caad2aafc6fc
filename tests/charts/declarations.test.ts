import { describe, expect, test } from 'vitest';
import { drawChart } from '../../src/charts/declared.ts';
import type { Chart, Row } from '../../src/ledger/ledger.ts';
import { collisions, outside, pointsIn, svgsOf } from '../support/drawing.ts';
import { exampleLedger, exampleSeries } from './ledger.ts';

/** Charts that cannot be drawn as declared say why; odd but true data gives a chart that can be read. */

const years = (...values: readonly number[]): readonly Row[] =>
	values.map((value, index) => ({ date: String(2012 + index), value }));

type Kind = 'line' | 'cumulative' | 'bars' | 'small multiples';
const kinds: readonly Kind[] = ['line', 'cumulative', 'bars', 'small multiples'];

function chart(kind: Kind, series: readonly string[], more: Partial<Chart> = {}): Chart {
	return { id: 'c', kind, title: 'What to see', summary: 'Words.', series: [...series], ...more } as Chart;
}

describe.each(kinds)('%s', (kind) => {
	const good = exampleSeries('good', years(1, 2, 3));

	test('a series without a row, and a period without a value', () => {
		const empty = exampleSeries('empty', []);
		expect(() => drawChart(exampleLedger([empty], chart(kind, ['empty'])), 'c')).toThrow(/no value to draw/);
		const late = chart(kind, ['good'], { from: '2040' });
		expect(() => drawChart(exampleLedger([good], late), 'c')).toThrow(/no value to draw/);
	});
	const day = (index: number): string => new Date(Date.UTC(1995, 0, 1 + index)).toISOString().slice(0, 10);
	const odd: readonly (readonly [string, readonly Row[]])[] = [
		['one row', years(7)],
		['one row of nought', years(0)],
		['noughts', years(0, 0, 0)],
		['the same value all the time', years(5, 5, 5, 5)],
		['very large values', years(1_200_000_000, 900_000_000)],
		['very unlike values', years(1, 3_600_000, 2)],
		['a gap of years', [...years(3, 4), { date: '2020', value: 5 }]],
		['dates of every precision', [...years(3), { date: '2013-05', value: 4 }, { date: '2013-06-07~', value: 5 }]],
		['10,000 rows', Array.from({ length: 10_000 }, (_, index) => ({ date: day(index), value: (index * 7919) % 1000 }))],
	];
	test.each(odd)('%s', (_, rows) => {
		const figure = drawChart(exampleLedger([exampleSeries('odd', rows)], chart(kind, ['odd'])), 'c');
		expect(figure.table.rows).toHaveLength(rows.length);
		for (const svg of Object.values(svgsOf(figure))) {
			expect(pointsIn(svg)).toHaveLength(rows.length);
			expect(svg).not.toMatch(/NaN|Infinity|undefined/);
			expect(collisions(svg)).toEqual([]);
			expect(outside(svg)).toEqual([]);
		}
	});
	test('names that are long, or would be markup', () => {
		const long = exampleSeries('long', years(1, 5, 3), {
			label: 'A name that is far longer than any label in a chart ought to be & <b>bold</b>',
		});
		const other = exampleSeries('other', years(2, 5, 3), { label: '"Quoted"' });
		const figure = drawChart(exampleLedger([long, other], chart(kind, ['long', 'other'])), 'c');
		for (const svg of Object.values(svgsOf(figure))) {
			expect(svg).not.toContain('<b>');
			expect(collisions(svg)).toEqual([]);
			expect(outside(svg)).toEqual([]);
		}
	});
	test('eight series that end in one point, of bars one', () => {
		const all = Array.from({ length: kind === 'bars' ? 1 : 8 }, (_, index) =>
			exampleSeries(`s${index}`, years(index, 10, 20)),
		);
		const figure = drawChart(
			exampleLedger(
				all,
				chart(
					kind,
					all.map(({ id }) => id),
				),
			),
			'c',
		);
		for (const svg of Object.values(svgsOf(figure))) {
			expect(pointsIn(svg)).toHaveLength(3 * all.length);
			expect(collisions(svg)).toEqual([]);
			expect(outside(svg)).toEqual([]);
		}
	});
});

test('a chart that is not there', () => {
	expect(() => drawChart(exampleLedger([], chart('line', ['x'])), 'y')).toThrow(/chart y: there is no such chart/);
});
