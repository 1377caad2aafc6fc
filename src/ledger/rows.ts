import { parseDate } from './date.ts';
import { qualifierAdvice } from './issue.ts';
import type { Entry, Row } from './ledger.ts';
import { type Problem, problem } from './problem.ts';
import { numberQualifiers } from './schemas/claim.ts';
import { didYouMean } from './suggest.ts';

const NEEDED = ['date', 'value'];
const COLUMNS = ['date', 'value', 'qualifier', 'source', 'note'];
const PLAIN_NUMBER = /^-?\d+(?:\.\d+)?$/;

interface ReadRows {
	readonly rows: readonly Row[];
	readonly problems: readonly Problem[];
}

/** Header of the CSV: its first columns are date and value, the others known and in order. */
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
				'The header is date,value and then optionally qualifier,source,note.',
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
	else if (!parsed.ok) wrong('date', parsed.message, 'Write the date as 2020, 2020-03 or 2020-03-05.');
	else if (parsed.date.type === 'period') wrong('date', `"${date}" is a period`, 'A row stands at one date.');
	const value = cell('value');
	if (value === '') wrong('value', 'this row has no value', 'Write the number, or leave the row out: a gap is a gap.');
	else if (!PLAIN_NUMBER.test(value)) {
		const bare = value.replace(/[,\s'’]/g, '');
		const fix = PLAIN_NUMBER.test(bare) ? `Write ${bare}.` : 'Write digits only, with "." before decimals.';
		wrong('value', `"${value}" is not a plain number`, fix);
	}
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
	const note = cell('note');
	return {
		problems,
		row: {
			date,
			value: Number(value),
			...(known ? { qualifier: known } : {}),
			...(source === '' ? {} : { source }),
			...(note === '' ? {} : { note }),
		},
	};
}

/** Reads the CSV rows of a series. Rows that do not hold are left out and reported. */
export function readRows(entry: Entry): ReadRows {
	if (entry.rows === undefined) {
		return {
			rows: [],
			problems: [
				problem('series', entry, [], 'this series has no CSV beside it', `Write content/series/${entry.id}.csv.`),
			],
		};
	}
	const [first] = entry.rows;
	if (!first) {
		return {
			rows: [],
			problems: [
				problem('series', entry, [], 'the CSV has no rows', 'Write a header date,value and one row for each date.', {
					row: 0,
				}),
			],
		};
	}
	const header = headerProblems(entry, Object.keys(first));
	if (header.some((wrong) => wrong.column === undefined)) return { rows: [], problems: header };
	const read = entry.rows.map((cells, row) => readRow(entry, cells, row));
	return {
		rows: read.flatMap(({ row }) => (row ? [row] : [])),
		problems: [...header, ...read.flatMap(({ problems }) => problems)],
	};
}
