import type { Kind } from './kinds.ts';

/** Where in a record a problem is: property names and list positions from the top. */
export type Path = readonly (string | number)[];

/** What stands at a path in the data as written; undefined where nothing does. */
export function valueAt(data: unknown, path: Path): unknown {
	let here = data;
	for (const key of path) {
		if (typeof here !== 'object' || here === null) return undefined;
		here = (here as Readonly<Record<string | number, unknown>>)[key];
	}
	return here;
}

/**
 * One thing that does not hold, said so that an editor can act on it.
 * The ledger knows records and properties; the desk turns `path` into line and column.
 */
export interface Problem {
	/** Name of the rule that found it: kebab-case, the same as in `desk/rules/`. */
	readonly rule: string;
	readonly severity: 'error' | 'warning';
	readonly kind: Kind;
	readonly id: string;
	readonly path: Path;
	/** Offset in characters into the string at `path`, when the spot is inside it. */
	readonly offset?: number;
	/** Data row of a series' CSV, counted from 0, when the spot is there and not in the YAML. */
	readonly row?: number;
	/** Column name in the CSV, with `row`. */
	readonly column?: string;
	/** `kind/id` of records that it rests on: where one of them is broken, that is the problem to mend. */
	readonly rests?: readonly string[];
	/** What is wrong, in plain words. */
	readonly message: string;
	/** What to do about it, in plain words. */
	readonly fix: string;
}

type More = Partial<Pick<Problem, 'rule' | 'severity' | 'offset' | 'row' | 'column' | 'rests'>>;

/** Makes a problem of one record. */
export type Wrong = (path: Path, message: string, fix: string, more?: More) => Problem;

/** What makes the problems of a record: errors of the rule that has the name of its kind, unless `more` says otherwise. */
export const wrongOf =
	(kind: Kind, id: string, always: More = {}): Wrong =>
	(path, message, fix, more = {}) => ({
		rule: kind,
		severity: 'error',
		kind,
		id,
		path,
		message,
		fix,
		...always,
		...more,
	});

/** Thrown by `buildLedger`: carries every problem, and says the first in its message. */
export class LedgerError extends Error {
	readonly problems: readonly Problem[];
	constructor(problems: readonly Problem[]) {
		const [first] = problems;
		const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
		super(first ? `${first.kind} ${first.id}: ${first.message}${more}` : 'no problem given');
		this.name = 'LedgerError';
		this.problems = problems;
	}
}
