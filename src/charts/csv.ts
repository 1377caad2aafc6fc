import { csvFormatRows } from 'd3';

/** What a cell may hold; null is an empty cell. */
export type CsvValue = string | number | null | undefined;

/** Spreadsheets take a cell that starts so for a formula, some of them behind spaces and line breaks. */
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;

// An apostrophe makes it text again; spreadsheets do not show it.
const cell = (value: CsvValue): string => {
	const text = String(value ?? '');
	return typeof value === 'string' && FORMULA.test(value) ? `'${text}` : text;
};

/** A table as CSV after RFC 4180, with "\n" between the rows: the only writer of CSV. */
export const writeCsv = (header: readonly string[], rows: readonly (readonly CsvValue[])[]): string =>
	`${csvFormatRows([header, ...rows].map((row) => row.map(cell)))}\n`;
