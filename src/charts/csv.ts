/** What a cell may hold; null is an empty cell. */
export type CsvValue = string | number | null | undefined;

/** Spreadsheets take a cell that starts so for a formula, some of them behind spaces and line breaks. */
const FORMULA = /^(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/;

function cell(value: CsvValue): string {
	if (value === null || value === undefined) return '';
	if (typeof value === 'number') return String(value);
	// An apostrophe makes it text again; spreadsheets do not show it.
	const safe = FORMULA.test(value) ? `'${value}` : value;
	return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A table as CSV after RFC 4180, with "\n" between the rows: the only writer of CSV. */
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvValue[])[]): string {
	return [header, ...rows].map((row) => `${row.map(cell).join(',')}\n`).join('');
}
