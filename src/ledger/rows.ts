import { doubleAdvice } from './cell.ts';
import { dateAdvice, parseDate } from './date.ts';
import { qualifierAdvice } from './issue.ts';
import type { Entry, Row } from './ledger.ts';
import { type Problem, problem } from './problem.ts';
import { numberQualifiers } from './schemas/claim.ts';
import { csvColumns } from './schemas/series.ts';
import { didYouMean } from './suggest.ts';

const COLUMNS: readonly string[] = csvColumns;
const NEEDED = COLUMNS.slice(0, 2);
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

/** What the header of the CSV lacks, and what stands in it that nobody reads. */
function headerProblems(entry: Entry, names: readonly string[]): readonly Problem[] {
	const at = { row: 0 };
	const missing = NEEDED.filter((name) => !names.includes(name));
	const unknown = names.filter((name) => !COLUMNS.includes(name));
	return [
		...missing.map((name) =>
			problem(
				'series',
				entry,
				[],
				`the CSV has no column "${name}"`,
				`The header is date,value and then optionally ${COLUMNS.slice(2).join(',')}.`,
				at,
			),
		),
		...unknown.map((name) =>
			problem(
				'series',
				entry,
				[],
				`the CSV has a column "${name}" that nobody reads`,
				didYouMean(name, COLUMNS, `Columns: ${COLUMNS.join(', ')}.`),
				{ ...at, column: name },
			),
		),
	];
}

function readRow(
	entry: Entry,
	cells: Readonly<Record<string, string>>,
	row: number,
): { row?: Row; problems: readonly Problem[] } {
	const problems: Problem[] = [];
	const wrong = (column: string, message: string, fix: string): void => {
		problems.push(problem('series', entry, [], message, fix, { row, column }));
	};
	const cell = (name: string): string => (cells[name] ?? '').trim();
	const date = cell('date');
	const parsed = parseDate(date);
	if (date === '') wrong('date', 'this row has no date', 'Write the date, as 2020, 2020-03 or 2020-03-05.');
	else if (!parsed.ok) wrong('date', parsed.message, dateAdvice(date));
	else if (parsed.date.type === 'period') wrong('date', `"${date}" is a period`, 'A row stands at one date.');
	const value = cell('value');
	if (value === '') wrong('value', 'this row has no value', 'Write the number, or leave the row out: a gap is a gap.');
	else if (doubleAdvice(value)) wrong('value', `"${value}" has two readings`, doubleAdvice(value) ?? '');
	else if (!PLAIN_NUMBER.test(value)) wrong('value', `"${value}" is not a plain number`, numberAdvice(value));
	const qualifier = cell('qualifier');
	const known = numberQualifiers.find((candidate) => candidate === qualifier && candidate !== 'between');
	if (qualifier !== '' && !known) {
		wrong(
			'qualifier',
			`"${qualifier}" is not a qualifier of a number`,
			qualifierAdvice(
				qualifier,
				numberQualifiers.filter((name) => name !== 'between'),
			),
		);
	}
	if (problems.length > 0) return { problems };
	const source = cell('source');
	const countedBy = cell('countedBy');
	const relayedBy = cell('relayedBy');
	const note = cell('note');
	return {
		problems,
		row: {
			date,
			value: Number(value),
			...(known ? { qualifier: known } : {}),
			...(source === '' ? {} : { source }),
			...(countedBy === '' ? {} : { countedBy }),
			...(relayedBy === '' ? {} : { relayedBy }),
			...(note === '' ? {} : { note }),
		},
	};
}

/** Reads the CSV rows of a series. Rows that do not hold are left out and reported. */
export function readRows(entry: Entry): ReadRows {
	if (entry.rows === undefined) {
		return {
			at: [],
			rows: [],
			problems: [
				problem('series', entry, [], 'this series has no CSV beside it', `Write content/series/${entry.id}.csv.`),
			],
		};
	}
	const [first] = entry.rows;
	if (!first) {
		return {
			at: [],
			rows: [],
			problems: [
				problem('series', entry, [], 'the CSV has no rows', 'Write a header date,value and one row for each date.', {
					row: 0,
				}),
			],
		};
	}
	const header = headerProblems(entry, Object.keys(first));
	if (header.some((wrong) => wrong.column === undefined)) return { at: [], rows: [], problems: header };
	const read = entry.rows.map((cells, row) => readRow(entry, cells, row));
	return {
		at: read.flatMap(({ row }, at) => (row ? [at] : [])),
		rows: read.flatMap(({ row }) => (row ? [row] : [])),
		problems: [...header, ...read.flatMap(({ problems }) => problems)],
	};
}
