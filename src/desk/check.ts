import { type Examined, examine } from '../ledger/verify.ts';
import { type Disk, diskAt } from './disk.ts';
import { withoutEffects } from './effects.ts';
import type { Home } from './file.ts';
import type { Finding } from './position.ts';
import { type Content, readContent, type Seen } from './read.ts';
import { type Desk, isDraft, placed, type Rule } from './rule.ts';
import { rules } from './rules.ts';
import { type Summary, summarise } from './summary.ts';
import { withUnfinished } from './unfinished.ts';
import { viewsOf } from './views.ts';

/** What `npm run check` knows in the end. */
export interface Report {
	readonly content: Content;
	/** Files that cannot be read first; then by path, line, column. */
	readonly findings: readonly Finding[];
	readonly summary: Summary;
	/** true when nothing stops a build. */
	readonly ok: boolean;
}

/**
 * Checks everything below `root`: what cannot be read, what the ledger finds, and the rules of the desk.
 * @param seen files parsed before, for those who check more than once
 */
export function check(root: string, disk: Disk = diskAt(root), seen: Seen = new Map()): Report {
	return checkContent(readContent(root, disk, seen));
}

/** As `check`, for content that is read already. */
export function checkContent(content: Content): Report {
	const desk = deskOf(content);
	const drafts = new Set(desk.records('explainer').flatMap(({ entry, file }) => (isDraft(entry) ? [file.path] : [])));
	const told = withUnfinished(runRules(desk), content.unfinished, drafts);
	const { findings, unchecked } = withoutEffects(desk, told);
	const errors = findings.filter((one) => one.severity === 'error').length;
	return { content, findings, summary: summarise(desk, findings, unchecked), ok: errors === 0 };
}

/** What the site is made of as a ledger, with what is wrong in it and in what is still to be written. */
function examined({ entries, all, unfinished }: Content): Examined {
	const { ledger, problems } = examine(entries);
	if (unfinished.size === 0) return { ledger, problems };
	const waiting = examine(all).problems.filter(({ kind, id }) => unfinished.has(`${kind}/${id}`));
	return { ledger, problems: [...problems, ...waiting] };
}

/** What rules see of content. */
export function deskOf(content: Content): Desk {
	const { ledger, problems } = examined(content);
	const byKind = Map.groupBy(content.homes.values(), (home: Home) => home.entry.kind);
	return {
		content,
		found: problems,
		ledger,
		...viewsOf(content),
		records: (kind) => byKind.get(kind) ?? [],
	};
}

function runRules(desk: Desk): readonly Finding[] {
	const known = new Set(rules.map((rule) => rule.name));
	const findings = rules.flatMap((rule: Rule) => [...rule.check(desk)]);
	// A name without a file in rules/ must not be lost; a test holds that there is none.
	const rest = [...desk.content.problems, ...desk.found.map((problem) => placed(desk.content, problem))].filter(
		({ rule }) => !known.has(rule),
	);
	return unique([...findings, ...rest]);
}

function unique(findings: readonly Finding[]): readonly Finding[] {
	const text = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
	const byKey = new Map(
		findings.map((one) => [`${one.path}:${one.line}:${one.column} ${one.rule} ${one.message}`, one]),
	);
	return [...byKey.values()].sort(
		(a, b) =>
			text(a.path, b.path) ||
			a.line - b.line ||
			a.column - b.column ||
			text(a.rule, b.rule) ||
			text(a.message, b.message),
	);
}
