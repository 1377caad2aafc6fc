import { CsvError, parse } from 'csv-parse/sync';
import { plainCell } from '../ledger/cell.ts';
import { csvColumns } from '../ledger/schemas/series.ts';

export interface CsvFault {
	readonly start: number;
	readonly end: number;
	readonly message: string;
	readonly fix: string;
}

export interface Csv {
	/** Data rows keyed by the header; all values as text. */
	readonly rows: readonly Readonly<Record<string, string>>[];
	readonly faults: readonly CsvFault[];
	/** Span in the file of a cell, or of the whole row when there is no such column. */
	readonly span: (row: number, column?: string) => { readonly start: number; readonly end: number };
}

interface Cells {
	readonly start: number;
	readonly values: readonly string[];
	/** Start and end of each cell in the file. */
	readonly spans: readonly (readonly [number, number])[];
}

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
	const faults: CsvFault[] = [];
	const lines: Cells[] = [];
	const [preamble, told] = PREAMBLE.exec(text) ?? [''];
	const sign = told ?? FIRST_CELL.exec(text.slice(preamble.length))?.[1] ?? ',';
	try {
		const parsed: unknown = parse(text.slice(preamble.length), {
			delimiter: sign,
			relax_column_count: true,
			skip_empty_lines: false,
			raw: true,
			max_record_size: 65_536,
		});
		let start = preamble.length;
		for (const { raw, record } of parsed as { raw: string; record: string[] }[]) {
			const at = text.indexOf(raw, start);
			const from = at === -1 ? start : at;
			lines.push({ start: from, values: record, spans: cellSpans(raw, from, sign) });
			start = from + raw.length;
		}
		while (lines.length > 1 && filled(lines.at(-1)?.values ?? []) === 0) lines.pop();
	} catch (error) {
		const { lines: line } = error instanceof CsvError ? error : { lines: 1 };
		const start = lineStart(text, (typeof line === 'number' ? line : 1) + (told === undefined ? 0 : 1));
		faults.push({
			start,
			end: lineEnd(text, start),
			message: 'this row cannot be read as CSV',
			fix: 'look for a quotation mark that is not closed or stands inside a cell; put a cell that holds commas or quotes in "…", with "" for each quote in it',
		});
		return { rows: [], faults, span: () => ({ start: 0, end: 0 }) };
	}
	const [header, ...below] = lines;
	if (!header || header.values.join('') === '') {
		faults.push({ start: 0, end: 0, message: 'this file has no header', fix: 'write "date,value" in the first line' });
		return { rows: [], faults, span: () => ({ start: 0, end: 0 }) };
	}
	const names = header.values.slice(0, filled(header.values));
	const rest = below.map((cells) => ({ ...cells, values: trimmed(cells.values, names.length) }));
	const lower = names.map((name) => name.trim().toLowerCase());
	const expected = csvColumns.filter((name, index) => index < 2 || lower.includes(name.toLowerCase()));
	if (names.join(',') !== expected.join(',')) {
		faults.push({
			start: header.start,
			end: lineEnd(text, header.start),
			message: `the header is "${names.join(',')}"`,
			fix: `write "${expected.join(',')}": first date and value, then any of qualifier, source and note, in this order`,
		});
		return { rows: [], faults, span: () => ({ start: header.start, end: lineEnd(text, header.start) }) };
	}
	for (const { start, values } of rest) {
		if (values.length === names.length) continue;
		const empty = values.join('') === '';
		faults.push({
			start,
			end: lineEnd(text, start),
			message: empty ? 'this row is empty' : `this row has ${values.length} cells; the header has ${names.length}`,
			fix: empty
				? 'take the empty row out'
				: 'write as many cells as the header has; thousands are written without commas',
		});
	}
	const good = rest.filter(({ values }) => values.length === names.length);
	if (faults.length === 0 && good.length === 0) {
		faults.push({ start: 0, end: 0, message: 'there is a header but no row', fix: 'add a row for each date' });
	}
	return {
		rows: good.map(({ values }) =>
			Object.fromEntries(names.map((name, index) => [name, plainCell(name, values[index] ?? '')])),
		),
		faults,
		span: (row, column) => {
			const cells = good[row] ?? header;
			const [start, end] = cells.spans[column === undefined ? -1 : names.indexOf(column)] ?? [
				cells.start,
				lineEnd(text, cells.start),
			];
			return { start, end };
		},
	};
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

function lineStart(text: string, line: number): number {
	let start = 0;
	for (let count = 1; count < line; count++) {
		const next = text.indexOf('\n', start);
		if (next === -1) return start;
		start = next + 1;
	}
	return start;
}

function lineEnd(text: string, start: number): number {
	const end = text.slice(start).search(/[\r\n]/);
	return end === -1 ? text.length : start + end;
}
