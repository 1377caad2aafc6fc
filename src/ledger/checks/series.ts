import { toDate } from '../date.ts';
import type { Ledger, Row, Series } from '../ledger.ts';
import type { Parsed } from '../parse.ts';
import { type Path, type Problem, problem } from '../problem.ts';
import { csvColumns } from '../schemas/series.ts';

/** No count of people in these series can be above the number of people there are. */
const MOST_PEOPLE = 10_000_000_000;

/** About ten times: a digit too many, or one too few. */
const isTenfold = (large: number, small: number): boolean => small > 0 && large / small >= 8 && large / small <= 12.5;

/** A value that leaves the line of its neighbours by a digit, and that they do not leave themselves. */
function* slippedDigits({ rows }: Series): Generator<readonly [at: number, factor: string]> {
	for (const [at, { value }] of rows.entries()) {
		const [before, after] = [rows[at - 1]?.value, rows[at + 1]?.value];
		if (before === undefined || after === undefined) continue;
		if (isTenfold(value, before) && isTenfold(value, after)) yield [at, 'ten times'];
		else if (isTenfold(before, value) && isTenfold(after, value)) yield [at, 'a tenth of'];
	}
}

const YEAR = /^\d{4}$/;

/** Years that a yearly series passes over, each once, by the row behind them. A year that its notes speak of is left out on purpose. */
function* missingYears({
	rows,
	note = '',
	method,
	definition,
	breaks = [],
}: Series): Generator<readonly [at: number, years: readonly string[]]> {
	const told = [note, method, definition, ...breaks.map(({ date, reason }) => `${date} ${reason}`)].join(' ');
	const known = new Set([...rows.map(({ date }) => date.slice(0, 4)), ...(told.match(/\d{4}/g) ?? [])]);
	let latest = 0;
	for (const [at, { date }] of rows.entries()) {
		const before = rows[at - 1]?.date ?? '';
		if (!YEAR.test(before) || !YEAR.test(date)) continue;
		const first = Math.max(latest, Number(before)) + 1;
		latest = Math.max(first - 1, Number(date));
		const years = Array.from({ length: Math.max(0, Number(date) - first) }, (_, more) =>
			String(first + more).padStart(4, '0'),
		).filter((year) => !known.has(year));
		if (years.length > 0) yield [at, years];
	}
}

/** @param places of the rows in the CSV, when not all of its rows hold */
function rowProblems(series: Series, places: readonly number[] | undefined): readonly Problem[] {
	const record = { kind: 'series', id: series.id } as const;
	const problems: Problem[] = [];
	const tell = (row: number, column: string, message: string, fix: string, severity: Problem['severity']): void => {
		problems.push(problem('series', record, [], message, fix, { row: places?.[row] ?? row, column, severity }));
	};
	const wrong = (row: number, column: string, message: string, fix: string): void =>
		tell(row, column, message, fix, 'error');
	for (const [row, factor] of slippedDigits(series)) {
		const message = `${series.rows[row]?.value} is about ${factor} the values before and after it`;
		tell(row, 'value', message, 'Count its digits, and compare it with the source.', 'warning');
	}
	// A year whose row does not hold is not missing.
	for (const [row, years] of places ? [] : missingYears(series)) {
		const [year, last] = [years[0], years.at(-1)];
		const none =
			years.length === 1 ? `is no row for ${year}` : `are no rows for ${years.length} years, ${year} to ${last}`;
		const message = `there ${none}, and the series is yearly`;
		tell(row, 'date', message, 'Add the row, or say in note why there is none.', 'warning');
	}
	const seen = new Map<string, number>();
	let last: Row | undefined;
	for (const [at, row] of series.rows.entries()) {
		const first = seen.get(row.date);
		if (first !== undefined)
			wrong(
				at,
				'date',
				`${row.date} is there twice`,
				`Keep one of the two rows; the other is data row ${(places?.[first] ?? first) + 1}.`,
			);
		else if (last && toDate(row.date).min < toDate(last.date).min) {
			wrong(
				at,
				'date',
				`${row.date} comes after ${last.date} in the file, and before it in time`,
				'Put the rows in order of time.',
			);
		} else if (last && toDate(row.date).min <= toDate(last.date).max) {
			wrong(
				at,
				'date',
				`${row.date} lies inside ${last.date}`,
				'Give both dates at one precision, or take one row out.',
			);
		}
		seen.set(row.date, at);
		last = row;
		if (row.value < 0) wrong(at, 'value', `${row.value} ${series.unit} cannot be`, 'A count is nought or more.');
		else if (series.unit === 'people' && !Number.isInteger(row.value))
			wrong(at, 'value', `${row.value} people cannot be`, 'People come in whole numbers.');
		else if (row.value > MOST_PEOPLE)
			wrong(at, 'value', `${row.value} is more than there can be`, 'Look for a digit too many.');
	}
	return problems;
}

function recordProblems(ledger: Ledger, series: Series): readonly Problem[] {
	const problems: Problem[] = [];
	const wrong = (path: Path, message: string, fix: string): void => {
		problems.push(problem('series', { kind: 'series', id: series.id }, path, message, fix));
	};
	const names = series.columns.map(({ name }) => name);
	if (names[0] !== 'date' || names[1] !== 'value')
		wrong(
			['columns'],
			'columns does not start with date and value',
			'Describe the columns of the CSV in its order: date, value, …',
		);
	if (new Set(names).size !== names.length)
		wrong(['columns'], 'columns names a column twice', 'Describe each column once.');
	const needed = csvColumns.slice(2).filter((name) => series.rows.some((row) => row[name] !== undefined));
	for (const name of needed) {
		if (!names.includes(name))
			wrong(['columns'], `the CSV has values in ${name}, and columns does not describe it`, `Add ${name} to columns.`);
	}
	const measure = ledger.measures.get(series.measure);
	if (measure?.kind === 'statement')
		wrong(['measure'], `the measure ${measure.id} counts nothing`, 'Choose a measure that counts.');
	else if (measure?.unit !== undefined && measure.unit !== series.unit) {
		wrong(
			['unit'],
			`the measure ${measure.id} is in ${measure.unit}, and the series in ${series.unit}`,
			`Write unit: ${measure.unit}, or choose another measure.`,
		);
	}
	if (series.countedFrom !== undefined && measure?.kind === 'stock') {
		wrong(
			['countedFrom'],
			`${measure.id} is a stock, and a stock is not counted up from a day`,
			'Take countedFrom out, or choose a measure that is a flow.',
		);
	}
	const [first] = series.rows;
	if (series.countedFrom !== undefined && first && toDate(first.date).max < toDate(series.countedFrom).min) {
		wrong(
			['countedFrom'],
			`the count starts on ${series.countedFrom}, and the first row is from ${first.date}`,
			'Correct one of the two.',
		);
	}
	return problems;
}

/** Series: rows in order, each date once, values that can be, columns and measure that fit. */
export function seriesProblems({ ledger, rowsAt }: Parsed): readonly Problem[] {
	return [...ledger.series.values()].flatMap((series) => [
		...rowProblems(series, rowsAt.get(series.id)),
		...recordProblems(ledger, series),
	]);
}
