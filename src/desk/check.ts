import { unitOf } from '../ledger/ledger.ts';
import { isDisputed } from '../ledger/speaker.ts';
import { type Examined, examine } from '../ledger/verify.ts';
import { type Disk, diskAt } from './disk.ts';
import { withoutEffects } from './effects.ts';
import type { Home } from './file.ts';
import { viewsOf } from './outline.ts';
import { byPlace, compare, type Finding } from './position.ts';
import { type Content, readContent, type Seen } from './read.ts';
import { type ClaimView, type Desk, isDraft, type Rules } from './rule.ts';
import { findingsOf, rules } from './rules.ts';
import { type Summary, summarise } from './summary.ts';
import { withUnfinished } from './unfinished.ts';

/** What `npm run check` knows in the end. */
export interface Report {
	readonly content: Content;
	/** Files that cannot be read first, then records to be written that others wait for; then by path, line, column. */
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
export function checkContent(content: Content, asked: Rules = rules): Report {
	const desk = deskOf(content);
	const drafts = new Set(desk.records('explainer').flatMap(({ entry, file }) => (isDraft(entry) ? [file.path] : [])));
	const told = withUnfinished(allFindings(desk, asked), content.unfinished, drafts);
	const { findings, unchecked } = withoutEffects(desk, told);
	const ok = findings.every(({ severity }) => severity !== 'error');
	return { content, findings, summary: summarise(desk, unchecked), ok };
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
	const records: Desk['records'] = (kind) => byKind.get(kind) ?? [];
	const claims = [...ledger.claims].map(([id, claim]): [string, ClaimView] => {
		const unit = unitOf(ledger, claim) ?? '';
		return [id, { ...claim, unit, disputed: isDisputed(ledger, claim) }];
	});
	return { content, found: problems, ledger, ...viewsOf(content), records, claims: new Map(claims) };
}

/** What was found while reading, by the ledger, and by the rules: each once, by path, line and column. */
function allFindings(desk: Desk, asked: Rules): readonly Finding[] {
	const { content, found } = desk;
	const ledgers = found.map((problem): Finding => {
		const { rule, kind, id, message, fix, severity, rests } = problem;
		const place = content.locate(problem);
		return { ...place, rule, severity, message, fix, ...(rests && { rests }), record: `${kind}/${id}` };
	});
	const byKey = new Map(
		[...findingsOf(desk, asked), ...content.problems, ...ledgers].map((one) => [
			`${one.path}:${one.line}:${one.column} ${one.rule} ${one.message}`,
			one,
		]),
	);
	return [...byKey.values()].sort((a, b) => byPlace(a, b) || compare(a.rule, b.rule) || compare(a.message, b.message));
}
