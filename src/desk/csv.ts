import { CsvError, parse } from 'csv-parse/sync';
import { plainCell } from '../ledger/cell.ts';
import { toLines } from '../ledger/lines.ts';
import { csvColumns } from '../ledger/schemas/series.ts';
import type { Span, SpanFault } from './yaml-span.ts';

export interface Csv {
	/** Data rows keyed by the header, all values as text; none where something is wrong. */
	readonly rows: readonly Readonly<Record<string, string>>[];
	readonly faults: readonly SpanFault[];
	/** Span in the file of a cell, or of the whole row when there is no such column. */
	readonly span: (row: number, column?: string) => Span;
}

interface Cells {
	readonly start: number;
	readonly values: readonly string[];
	/** Start and end of each cell in the file. */
	readonly spans: readonly (readonly [number, number])[];
}

/** Lines of one series: one a day for fifty years. Each is looked at by itself. */
const MOST_LINES = 20_000;
/** A mark of the byte order, and the line that tells some programs which sign parts the cells. */
const PREAMBLE = /^\uFEFF?(?:"?sep=(.)"?(?:\r\n|\n|\r))?/i;
const FIRST_CELL = /^"?date"? *([,;\t|])/i;
const trimmed = (values: readonly string[], length: number): readonly string[] =>
	values.slice(length).every((value) => value === '') ? values.slice(0, length) : values;
const filled = (values: readonly string[]): number => values.findLastIndex((value) => value !== '') + 1;

/**
 * Reads the CSV of a series as spreadsheets save it: with commas, semicolons or tabs, any line ends, and empty cells
 * and rows behind the last. The header is checked here, the values by the ledger.
 */
export function readCsv(text: string): Csv {
	const lineEnd = (start: number): number => {
		const length = text.slice(start).search(/[\r\n]/);
		return length === -1 ? text.length : start + length;
	};
	const fault = (start: number, message: string, fix: string, end = lineEnd(start)) => ({ start, end, message, fix });
	const refuse = (...where: Parameters<typeof fault>): Csv => {
		const one = fault(...where);
		return { rows: [], faults: [one], span: () => one };
	};
	const breaks = text.match(/\r\n|\n|\r/g)?.length ?? 0;
	if (breaks > MOST_LINES)
		return refuse(0, `this file has ${breaks} lines; a series has ${MOST_LINES} at most`, 'take the empty ones out', 0);
	const [preamble, told] = PREAMBLE.exec(text) ?? [''];
	const sign = told ?? FIRST_CELL.exec(text.slice(preamble.length))?.[1] ?? ',';
	let lines: readonly Cells[];
	try {
		lines = linesIn(text, preamble.length, sign);
	} catch (error) {
		const line = error instanceof CsvError && typeof error['lines'] === 'number' ? error['lines'] : 1;
		return refuse(
			toLines(text).start(line + (told === undefined ? 0 : 1)),
			'this row cannot be read as CSV',
			'look for a quotation mark that is not closed or stands inside a cell; put a cell that holds commas or quotes in "…", with "" for each quote in it',
		);
	}
	const [header, ...below] = lines;
	if (!header || header.values.join('') === '')
		return refuse(0, 'this file has no header', 'write "date,value" in the first line', 0);
	const names = header.values.slice(0, filled(header.values));
	const lower = names.map((name) => name.trim().toLowerCase());
	const expected = csvColumns.filter((name, index) => index < 2 || lower.includes(name.toLowerCase())).join(',');
	if (names.join(',') !== expected) {
		const fix = `write "${expected}": first date and value, then any of qualifier, source and note, in this order`;
		return refuse(header.start, `the header is "${names.join(',')}"`, fix);
	}
	const rest = below.map((cells) => ({ ...cells, values: trimmed(cells.values, names.length) }));
	const good = rest.filter(({ values }) => values.length === names.length);
	const faults = rest.flatMap(({ start, values: { length }, values }) => {
		if (length === names.length) return [];
		if (values.join('') === '') return [fault(start, 'this row is empty', 'take the empty row out')];
		const fix = 'write as many cells as the header has; thousands are written without commas';
		return [fault(start, `this row has ${length} cells; the header has ${names.length}`, fix)];
	});
	const none = faults.length === 0 && good.length === 0;
	return {
		rows: (faults.length > 0 ? [] : good).map(({ values }) =>
			Object.fromEntries(names.map((name, index) => [name, plainCell(name, values[index] ?? '')])),
		),
		faults: none ? [fault(0, 'there is a header but no row', 'add a row for each date', 0)] : faults,
		span: (row, column) => {
			const { start, spans } = good[row] ?? header;
			const [from, to] = spans[column === undefined ? -1 : names.indexOf(column)] ?? [start, lineEnd(start)];
			return { start: from, end: to };
		},
	};
}

/** The lines with something in them, each cell with its place. @throws CsvError */
function linesIn(text: string, start: number, sign: string): readonly Cells[] {
	const options = { delimiter: sign, relax_column_count: true, skip_empty_lines: false, raw: true };
	const parsed: unknown = parse(text.slice(start), { ...options, max_record_size: 65_536 });
	let from = start;
	const lines = (parsed as { raw: string; record: string[] }[]).map(({ raw, record }) => {
		const at = Math.max(from, text.indexOf(raw, from));
		from = at + raw.length;
		return { start: at, values: record, spans: cellSpans(raw, at, sign) };
	});
	const last = lines.findLastIndex(({ values }) => filled(values) > 0);
	return lines.slice(0, Math.max(1, last + 1));
}

function cellSpans(raw: string, start: number, sign: string): readonly (readonly [number, number])[] {
	const spans: [number, number][] = [];
	let from = 0;
	let quoted = false;
	const line = raw.replace(/(\r\n|\n|\r)$/, '');
	for (let index = 0; index <= line.length; index++) {
		if (line[index] === '"') quoted = !quoted;
		if (index === line.length || (line[index] === sign && !quoted)) {
			spans.push([start + from, start + index]);
			from = index + 1;
		}
	}
	return spans;
}
