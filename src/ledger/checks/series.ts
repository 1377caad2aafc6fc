import { toDate } from '../date.ts';
import type { Ledger, Series } from '../ledger.ts';
import type { Parsed } from '../parse.ts';
import { type Problem, wrongOf } from '../problem.ts';
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
function* rowProblems(series: Series, places: readonly number[] | undefined): Generator<Problem> {
	const { rows, unit } = series;
	const tell = wrongOf('series', series.id);
	const inCsv = (row: number): number => places?.[row] ?? row;
	const warned = (row: number, column: 'date' | 'value') => ({ row: inCsv(row), column, severity: 'warning' }) as const;
	for (const [row, factor] of slippedDigits(series)) {
		const message = `${rows[row]?.value} is about ${factor} the values before and after it`;
		yield tell([], message, 'Count its digits, and compare it with the source.', warned(row, 'value'));
	}
	// A year whose row does not hold is not missing.
	for (const [row, years] of places ? [] : missingYears(series)) {
		const [year] = years;
		const several = `are no rows for ${years.length} years, ${year} to ${years.at(-1)}`;
		const message = `there ${years.length === 1 ? `is no row for ${year}` : several}, and the series is yearly`;
		yield tell([], message, 'Add the row, or say in note why there is none.', warned(row, 'date'));
	}
	const seen = new Map<string, number>();
	for (const [row, { date, value }] of rows.entries()) {
		const first = seen.get(date);
		const before = rows[row - 1]?.date;
		const [start, end] = before === undefined ? [] : [toDate(before).min, toDate(before).max];
		seen.set(date, row);
		const wrong = (column: string, message: string, fix: string) => tell([], message, fix, { row: inCsv(row), column });
		const keep = `Keep one of the two rows; the other is data row ${inCsv(first ?? row) + 1}.`;
		const disordered = `${date} comes after ${before} in the file, and before it in time`;
		if (first !== undefined) yield wrong('date', `${date} is there twice`, keep);
		else if (start !== undefined && toDate(date).min < start)
			yield wrong('date', disordered, 'Put the rows in order of time.');
		else if (end !== undefined && toDate(date).min <= end)
			yield wrong('date', `${date} lies inside ${before}`, 'Give both dates at one precision, or take one row out.');
		if (value < 0) yield wrong('value', `${value} ${unit} cannot be`, 'A count is nought or more.');
		else if (unit === 'people' && !Number.isInteger(value))
			yield wrong('value', `${value} people cannot be`, 'People come in whole numbers.');
		else if (value > MOST_PEOPLE)
			yield wrong('value', `${value} is more than there can be`, 'Look for a digit too many.');
	}
}

function* recordProblems(ledger: Ledger, series: Series): Generator<Problem> {
	const wrong = wrongOf('series', series.id);
	const { columns, rows, unit, countedFrom } = series;
	const names = columns.map(({ name }) => name);
	const order = 'Describe the columns of the CSV in its order: date, value, …';
	if (names[0] !== 'date' || names[1] !== 'value')
		yield wrong(['columns'], 'columns does not start with date and value', order);
	if (new Set(names).size !== names.length)
		yield wrong(['columns'], 'columns names a column twice', 'Describe each column once.');
	for (const name of csvColumns.slice(2)) {
		const message = `the CSV has values in ${name}, and columns does not describe it`;
		if (!names.includes(name) && rows.some((row) => row[name] !== undefined))
			yield wrong(['columns'], message, `Add ${name} to columns.`);
	}
	const measure = ledger.measures.get(series.measure);
	const other = `the measure ${measure?.id} is in ${measure?.unit}, and the series in ${unit}`;
	if (measure?.kind === 'statement')
		yield wrong(['measure'], `the measure ${measure.id} counts nothing`, 'Choose a measure that counts.');
	else if (measure?.unit !== undefined && measure.unit !== unit)
		yield wrong(['unit'], other, `Write unit: ${measure.unit}, or choose another measure.`);
	if (countedFrom === undefined) return;
	const stock = `${measure?.id} is a stock, and a stock is not counted up from a day`;
	if (measure?.kind === 'stock')
		yield wrong(['countedFrom'], stock, 'Take countedFrom out, or choose a measure that is a flow.');
	const [first] = rows;
	const late = `the count starts on ${countedFrom}, and the first row is from ${first?.date}`;
	if (first && toDate(first.date).max < toDate(countedFrom).min)
		yield wrong(['countedFrom'], late, 'Correct one of the two.');
}

/** Series: rows in order, each date once, values that can be, columns and measure that fit. */
export function* seriesProblems({ ledger, rowsAt }: Parsed): Generator<Problem> {
	for (const series of ledger.series.values()) {
		yield* rowProblems(series, rowsAt.get(series.id));
		yield* recordProblems(ledger, series);
	}
}
