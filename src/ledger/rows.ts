import { doubleAdvice } from './cell.ts';
import { dateAdvice, parseDate } from './date.ts';
import { qualifierAdvice } from './issue.ts';
import type { Entry, Row } from './ledger.ts';
import { type Problem, wrongOf } from './problem.ts';
import { numberQualifiers } from './schemas/claim.ts';
import { csvColumns } from './schemas/series.ts';

const COLUMNS: readonly string[] = csvColumns;
const NEEDED = COLUMNS.slice(0, 2);
const QUALIFIERS: readonly string[] = numberQualifiers.filter((name) => name !== 'between');
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;

/** What to write for a number in another form. */
function numberAdvice(value: string): string {
	if (/^0\d+$/.test(value)) return `Write ${Number(value)}: a number does not start with 0.`;
	if (/^\d+(?:\.\d+)?e[+-]?\d+$/i.test(value))
		return 'A table program has shortened it: write all its digits, from the source.';
	if (/^(?:n\/?a|[-–—.…?]+|none|unknown)$/i.test(value))
		return 'Leave the row out: a gap is a gap. Say why in note of the series.';
	return 'Write digits only, with "." before decimals; a remark goes into a column note.';
}

interface ReadRows {
	/** For each row kept, its place among the rows of the CSV. */
	readonly at: readonly number[];
	readonly rows: readonly Row[];
	readonly problems: readonly Problem[];
}

/** What is wrong with the cells of a row, column by column. */
function* cellFaults(cells: Row): Generator<readonly [column: string, message: string, fix: string]> {
	const { date, qualifier } = cells;
	const value = String(cells.value);
	const parsed = parseDate(date);
	if (date === '') yield ['date', 'this row has no date', 'Write the date, as 2020, 2020-03 or 2020-03-05.'];
	else if (!parsed.ok) yield ['date', parsed.message, dateAdvice(date)];
	else if (parsed.date.type === 'period') yield ['date', `"${date}" is a period`, 'A row stands at one date.'];
	const double = doubleAdvice(value);
	if (value === '') yield ['value', 'this row has no value', 'Write the number, or leave the row out: a gap is a gap.'];
	else if (double) yield ['value', `"${value}" has two readings`, double];
	else if (!PLAIN_NUMBER.test(value)) yield ['value', `"${value}" is not a plain number`, numberAdvice(value)];
	if (qualifier !== undefined && !QUALIFIERS.includes(qualifier))
		yield ['qualifier', `"${qualifier}" is not a qualifier of a number`, qualifierAdvice(qualifier, QUALIFIERS)];
}

/** Reads the CSV rows of a series, whose header holds. Rows that do not are left out and reported. */
export function readRows({ kind, id, rows: written = [] }: Entry): ReadRows {
	const wrong = wrongOf(kind, id);
	const read = written.map((cells, row) => {
		const given = COLUMNS.map((name) => [name, (cells[name] ?? '').trim()] as const);
		// Cells that may be empty are left out; date and value are judged as they stand.
		const filled = given.filter(([name, cell]) => cell !== '' || NEEDED.includes(name));
		const cell = Object.fromEntries(filled) as unknown as Row;
		const problems = [...cellFaults(cell)].map(([column, message, fix]) => wrong([], message, fix, { row, column }));
		return { at: row, row: { ...cell, value: Number(cell.value) }, problems };
	});
	const kept = read.filter(({ problems }) => problems.length === 0);
	return {
		at: kept.map(({ at }) => at),
		rows: kept.map(({ row }) => row),
		problems: read.flatMap(({ problems }) => problems),
	};
}
