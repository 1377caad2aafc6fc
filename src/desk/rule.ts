import type { Kind } from '../ledger/kinds.ts';
import type { Entry, Ledger } from '../ledger/ledger.ts';
import { type Path, type Problem, valueAt } from '../ledger/problem.ts';
import type { Listed } from '../routes.ts';
import type { Home } from './file.ts';
import type { Passage, Use } from './passage.ts';
import type { Finding, Place } from './position.ts';
import type { Content } from './read.ts';

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

/** What the ledger has found, with its place in a file. */
export function placed(content: Content, problem: Problem): Finding {
	const { rule, kind, id, message, fix, severity, rests } = problem;
	return { ...finding(rule, content.locate(problem), message, fix, severity, rests), record: `${kind}/${id}` };
}

/** The check of a rule whose finding is done by the ledger: takes its problems of this name. */
export function fromLedger(name: string): Rule['check'] {
	return ({ content, found }) =>
		found.filter((problem) => problem.rule === name).map((problem) => placed(content, problem));
}

/** The check of a rule whose finding is done while reading. */
export function fromReading(name: string): Rule['check'] {
	return ({ content }) => content.problems.filter((problem) => problem.rule === name);
}

/** Text of a record at a path; empty when something else stands there. */
export function textAt(home: Home, ...path: Path): string {
	const value = valueAt(home.entry.data, path);
	return typeof value === 'string' ? value : '';
}

/** Items of a list in a record; none when there is no list. */
export function listAt(home: Home, name: string): readonly unknown[] {
	const value = valueAt(home.entry.data, [name]);
	return Array.isArray(value) ? value : [];
}

/** The place of a value of a record. */
export function placeIn(desk: Desk, home: Home, path: Path): Place {
	const { kind, id } = home.entry;
	return desk.content.locate({ kind, id, path });
}

/** Whether a record is a draft: shown in the preview, and not published. */
export const isDraft = ({ data }: Entry): boolean => valueAt(data, ['draft']) === true;

/** What the table of addresses asks of a record. */
export function listed({ id, data }: Entry): Listed {
	const parts = valueAt(data, ['parts']);
	const ids = (Array.isArray(parts) ? parts : []).flatMap((part) => {
		const own = valueAt(part, ['id']);
		return typeof own === 'string' ? [{ id: own }] : [];
	});
	return { id, parts: ids };
}
