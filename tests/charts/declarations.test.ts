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

	test('a series that is not there', () => {
		expect(() => drawChart(exampleLedger([good], chart(kind, ['good', 'bad'])), 'c')).toThrow(/no series "bad"/);
	});
	test('a stock and a flow on one axis', () => {
		const flow = exampleSeries('flow', years(4, 5), { measure: 'flow' });
		expect(() => drawChart(exampleLedger([good, flow], chart(kind, ['good', 'flow'])), 'c')).toThrow(
			/"good" is a stock and "flow" a flow/,
		);
	});
	test('two units on one axis', () => {
		const other = exampleSeries('tents', years(4, 5), { unit: 'tents' });
		expect(() => drawChart(exampleLedger([good, other], chart(kind, ['good', 'tents'])), 'c')).toThrow(
			/counts people and "tents" tents/,
		);
	});
	test('a series without a row, and a period without a value', () => {
		const empty = exampleSeries('empty', []);
		expect(() => drawChart(exampleLedger([empty], chart(kind, ['empty'])), 'c')).toThrow(/no value to draw/);
		const late = chart(kind, ['good'], { from: '2040' });
		expect(() => drawChart(exampleLedger([good], late), 'c')).toThrow(/no value to draw/);
	});
	test('annotations of what is not there', () => {
		const draw = (annotation: object) =>
			drawChart(exampleLedger([good], chart(kind, ['good'], { annotations: [{ label: 'Here', ...annotation }] })), 'c');
		expect(() => draw({ series: 'good', date: '1999' })).toThrow(
			/annotation 1 names 1999, at which "good" has no value/,
		);
		expect(() => draw({ series: 'bad', date: '2012' })).toThrow(/does not draw/);
		expect(() => draw({ ceasefire: 'none' })).toThrow(/annotation 1 names the ceasefire "none"/);
		expect(() => draw({ claim: 'none' })).toThrow(/annotation 1 names the claim "none"/);
		expect(() => draw({})).toThrow(/annotation 1 names no/);
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
test('accounts of what nobody spoke about', () => {
	const accounts: Chart = { id: 'c', kind: 'accounts', title: 'T', summary: 'S', about: 'nothing', measure: 'killed' };
	expect(() => drawChart(exampleLedger([], accounts), 'c')).toThrow(/no account of "killed" about "nothing"/);
});
test('windows over a claim that is not there', () => {
	const windows: Chart = { id: 'c', kind: 'windows', title: 'T', summary: 'S', claims: ['none'] };
	expect(() => drawChart(exampleLedger([], windows), 'c')).toThrow(/no claim "none"/);
});
