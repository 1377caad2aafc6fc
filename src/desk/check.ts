import { type Examined, examine } from '../ledger/verify.ts';
import { readTogether } from './crew.ts';
import { type Disk, diskAt } from './disk.ts';
import { outlineOf } from './outline.ts';
import type { Finding } from './place.ts';
import { type Content, type Home, readContent, type Seen } from './read.ts';
import type { Desk, Rule } from './rule.ts';
import { rules } from './rules.ts';
import { type Summary, summarise, type Unchecked } from './summary.ts';
import { type Unread, unreadOf } from './unread.ts';
import { viewsOf } from './views.ts';

/** Rules that read references themselves. */
const REFERENCE_RULES: ReadonlySet<string> = new Set([
	'attribute',
	'claim-words',
	'component',
	'mdx-syntax',
	'prose-markup',
	'unknown-reference',
]);

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
	readTogether(disk, seen);
	return checkContent(readContent(root, disk, seen));
}

/** As `check`, for content that is read already. */
export function checkContent(content: Content): Report {
	const desk = toDesk(content, examine(content.entries));
	const { findings, unchecked } = withoutEffects(desk, runRules(desk));
	const errors = findings.filter((one) => one.severity === 'error').length;
	return { content, findings, summary: summarise(desk, findings, unchecked), ok: errors === 0 };
}

/** Rules that say that a file cannot be read: what they find comes first, and hides what only follows from it. */
const READING_RULES: ReadonlySet<string> = new Set(['unreadable-file', 'yaml', 'csv', 'front-matter', 'mdx-syntax']);
/** What these find in the rows of a series follows from a CSV that cannot be read. */
const ROW_RULES: ReadonlySet<string> = new Set(['series', 'series-file']);

/** Takes out what rests on files that cannot be read, and counts the references among it. */
function withoutEffects(
	{ content, ledger }: Desk,
	findings: readonly Finding[],
): { readonly findings: readonly Finding[]; readonly unchecked: readonly Unchecked[] } {
	const empty = findings.filter(({ rule }) => rule === 'empty-content');
	if (empty.length > 0) return { findings: empty, unchecked: [] };
	const bodies = new Set(content.files.filter((file) => !outlineOf(file).ok).map(({ path }) => path));
	const counts = new Map<string, number>();
	// A record whose schema does not hold has its own problem.
	const failed: Unread[] = [...content.homes.values()].flatMap(({ entry: { kind, id, data }, file: { path } }) => {
		const read = kind === 'series' ? ledger.series : ledger[`${kind}s`];
		return read.has(id) ? [] : [{ path, kind, text: JSON.stringify(data), ids: new Set([`${kind}/${id}`]) }];
	});
	const kept = findings.filter((one) => {
		if (READING_RULES.has(one.rule)) return true;
		if (one.rule === 'inline-reference' && bodies.has(one.path)) return false;
		if (ROW_RULES.has(one.rule) && content.unread.some(({ path }) => sameSeries(path, one.path))) return false;
		const file = unreadOf(content.unread, one.rests ?? []);
		if (file) {
			if (one.rests?.some((rest) => file.ids.has(rest))) counts.set(file.path, (counts.get(file.path) ?? 0) + 1);
			return false;
		}
		return unreadOf(failed, one.rests ?? []) === undefined;
	});
	const rank = ({ rule }: Finding) => (READING_RULES.has(rule) ? 0 : 1);
	return {
		findings: [...kept].sort((a, b) => rank(a) - rank(b)),
		unchecked: [...counts].sort().map(([path, references]) => ({ path, references })),
	};
}

const sameSeries = (csv: string, path: string): boolean =>
	csv.endsWith('.csv') && (path === csv || path === csv.replace(/csv$/, 'yaml'));

function toDesk(content: Content, { ledger, problems }: Examined): Desk {
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
	const rest = [
		...desk.content.problems.filter((problem) => !known.has(problem.rule)),
		...desk.found
			.filter((problem) => !known.has(problem.rule))
			.map(({ rule, severity, message, fix, ...where }) => ({
				...desk.content.locate({ rule, severity, message, fix, ...where }),
				rule,
				severity,
				message,
				fix,
			})),
	];
	return unique(withoutEchoes([...findings, ...rest]));
}

/** The ledger reads references in prose too, with less place; where a rule of the desk speaks of the line, that is enough. */
function withoutEchoes(findings: readonly Finding[]): readonly Finding[] {
	const line = ({ path, line: number }: Finding) => `${path}:${number}`;
	const told = new Set(findings.filter(({ rule }) => REFERENCE_RULES.has(rule)).map(line));
	return findings.filter((one) => one.rule !== 'inline-reference' || !told.has(line(one)));
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
