import { countHolding } from '../ledger/bisect.ts';

/** A spot in a file: line and column count from 1, as editors and compilers show them. */
export interface Place {
	/** Path from the project's root, with "/". */
	readonly path: string;
	readonly line: number;
	readonly column: number;
	/** Column behind the last character of the spot, on the same line. */
	readonly endColumn?: number;
}

/** A problem with its place: what every door of the desk reports. */
export interface Finding extends Place {
	readonly rule: string;
	readonly severity: 'error' | 'warning';
	readonly message: string;
	readonly fix: string;
	/** `kind/id` of records that it rests on: it is not reported while one of them cannot be read. */
	readonly rests?: readonly string[];
	/** `kind/id` of the record that it is about, where that is known. */
	readonly record?: string;
}

/** Tells of something that cannot be read. */
export type TellFault = (place: Place, rule: string, message: string, fix: string, more?: Partial<Finding>) => void;

/** The start of a file. */
export const topOf = (path: string): Place => ({ path, line: 1, column: 1 });

/** Turns offsets of one text into lines and columns. Knows "\n", "\r\n" and "\r". */
export interface Lines {
	readonly at: (offset: number) => { readonly line: number; readonly column: number };
	/** Offset of the first character of a line; 0 when there is no such line. */
	readonly start: (line: number) => number;
	/** The text of a line without its break; empty when there is no such line. */
	readonly text: (line: number) => string;
	readonly count: number;
}

export function toLines(text: string): Lines {
	const starts = [0];
	for (const match of text.matchAll(/\r\n|\n|\r/g)) starts.push(match.index + match[0].length);
	const at = (offset: number) => {
		const spot = Math.max(0, Math.min(offset, text.length));
		const line = countHolding(starts.length, (index) => (starts[index] ?? 0) <= spot);
		return { line, column: spot - (starts[line - 1] ?? 0) + 1 };
	};
	return {
		at,
		start: (line) => starts[line - 1] ?? 0,
		text: (line) => {
			const start = starts[line - 1];
			if (start === undefined) return '';
			return text.slice(start, starts[line] ?? text.length).replace(/[\r\n]+$/, '');
		},
		count: starts.length,
	};
}

/** The place of the characters from `start` to `end`; `endColumn` only when both are on one line. */
export function placeOf(path: string, lines: Lines, start: number, end?: number): Place {
	const from = lines.at(start);
	if (end === undefined || end <= start) return { path, ...from };
	const to = lines.at(end);
	const endColumn = to.line === from.line ? to.column : lines.text(from.line).length + 1;
	return endColumn > from.column ? { path, ...from, endColumn } : { path, ...from };
}
