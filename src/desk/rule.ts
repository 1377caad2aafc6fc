import type { Ledger } from '../ledger/ledger.ts';
import type { Kind, Path, Problem } from '../ledger/problem.ts';
import type { Passage, Use } from './passage.ts';
import type { Finding, Place } from './place.ts';
import type { Content, Home } from './read.ts';

/** One check of the desk, with what an editor needs to know about it. */
export interface Rule {
	/** Kebab-case; the name of its file and the word in the report. */
	readonly name: string;
	/** What it finds, as a sentence. */
	readonly summary: string;
	/** What to do, as a sentence. */
	readonly remedy: string;
	readonly example: { readonly wrong: string; readonly right: string };
	readonly check: (desk: Desk) => Iterable<Finding>;
}

/** What a rule sees: everything that was read, and views of it that are made once. */
export interface Desk {
	readonly content: Content;
	/** What the ledger has found. */
	readonly found: readonly Problem[];
	/** Records whose schema holds. While there are errors, references in it may lead nowhere. */
	readonly ledger: Ledger;
	readonly passages: readonly Passage[];
	/** Every use of a component: in MDX and in prose. */
	readonly uses: readonly Use[];
	/** Records of a kind in order of reading, whatever their state. */
	readonly records: (kind: Kind) => readonly Home[];
}

/** Makes a finding at a place. */
export function finding(
	rule: string,
	place: Place,
	message: string,
	fix: string,
	severity: Finding['severity'] = 'error',
	rests?: readonly string[],
): Finding {
	return { ...place, rule, severity, message, fix, ...(rests === undefined ? {} : { rests }) };
}

/** The check of a rule whose finding is done by the ledger: takes its problems of this name. */
export function fromLedger(name: string): Rule['check'] {
	return ({ content, found }) =>
		found
			.filter((problem) => problem.rule === name)
			.map((problem) => ({
				...finding(
					problem.rule,
					content.locate(problem),
					problem.message,
					problem.fix,
					problem.severity,
					problem.rests,
				),
				record: `${problem.kind}/${problem.id}`,
			}));
}

/** The check of a rule whose finding is done while reading. */
export function fromReading(name: string): Rule['check'] {
	return ({ content }) => content.problems.filter((problem) => problem.rule === name);
}

/** Text of a record at a path; empty when something else stands there. */
export function textAt(home: Home, ...path: Path): string {
	let value: unknown = home.entry.data;
	for (const step of path) {
		if (typeof value !== 'object' || value === null) return '';
		value = (value as Readonly<Record<string | number, unknown>>)[step];
	}
	return typeof value === 'string' ? value : '';
}

/** Items of a list in a record; none when there is no list. */
export function listAt(home: Home, name: string): readonly unknown[] {
	const { data } = home.entry;
	const value: unknown =
		typeof data === 'object' && data !== null ? (data as Readonly<Record<string, unknown>>)[name] : undefined;
	return Array.isArray(value) ? value : [];
}

/** The place of a value of a record. */
export function placeIn(desk: Desk, home: Home, path: Path): Place {
	const { kind, id } = home.entry;
	return desk.content.locate({ rule: '', severity: 'error', kind, id, path, message: '', fix: '' });
}
