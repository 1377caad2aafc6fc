import type { Lines } from '../ledger/lines.ts';

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

/** What is wrong, and what to do. */
export type Fault = readonly [message: string, fix: string];

/** Tells of something that cannot be read. */
export type TellFault = (place: Place, rule: string, message: string, fix: string, more?: Partial<Finding>) => void;

/** The order of places: by path, line and column. */
export const byPlace = (a: Place, b: Place): number =>
	compare(a.path, b.path) || a.line - b.line || a.column - b.column;
export const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
/** A line of a file. */
export const spotOf = ({ path, line }: Place): string => `${path}:${line}`;

/** The start of a file. */
export const topOf = (path: string): Place => ({ path, line: 1, column: 1 });

/** The place of the characters from `start` to `end`; `endColumn` only when both are on one line. */
export function placeOf(path: string, lines: Lines, start: number, end?: number): Place {
	const from = lines.at(start);
	if (end === undefined || end <= start) return { path, ...from };
	const to = lines.at(end);
	const endColumn = to.line === from.line ? to.column : lines.text(from.line).length + 1;
	return endColumn > from.column ? { path, ...from, endColumn } : { path, ...from };
}
