import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { writeCsv } from './csv.ts';

/** Whether a spreadsheet might run the cell: some drop the white space before the sign, some know the full-width signs. */
const runs = (cell: string): boolean =>
	'\t\r\n'.includes(cell.charAt(0) || ' ') || '=+-@＝＋－＠'.includes(cell.trimStart().charAt(0) || ' ');

test('what is written is read back, and no cell is a formula', () => {
	const cell = fc.oneof(
		fc.string(),
		fc.constantFrom('=1+1', '+1', '-1', '@SUM(A1)', '\t=1', ' +', '\n-', '＝1', ' ', '', 'a,b', 'a"b', 'a\r\nb'),
	);
	fc.assert(
		fc.property(fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 8 }), (rows) => {
			const text = writeCsv(['a', 'b'], rows);
			const read = parse(text, { record_delimiter: '\n', relax_column_count: true });
			expect(read.slice(1)).toEqual(rows.map((row) => row.map((value) => (runs(value) ? `'${value}` : value))));
			for (const row of read) for (const value of row) expect(runs(value), value).toBe(false);
		}),
	);
});

test('numbers are plain and what is unknown is empty', () => {
	expect(
		writeCsv(
			['date', 'value'],
			[
				['2020', 3_641_370],
				['2021', null],
				['2022', -5],
			],
		),
	).toBe('date,value\n2020,3641370\n2021,\n2022,-5\n');
});
