import { recordsOf } from '../ledger/ledger.ts';
import { type Finding, spotOf } from './position.ts';
import type { Desk } from './rule.ts';
import { type Unread, unreadOf } from './unread.ts';

/** Rules that say that a file cannot be read: what they find comes first, and hides what only follows from it. */
const READING_RULES: ReadonlySet<string> = new Set(
	'unreadable-file yaml csv front-matter mdx-syntax merge-conflict'.split(' '),
);
/** Rules about records that values are worked out from: what rests on such a record is looked at when it is mended. */
const VALUE_RULES: ReadonlySet<string> = new Set(['series', 'series-file', 'ceasefire']);

/** Takes out what only follows from another problem, and counts the references into files that cannot be read. */
export function withoutEffects(
	desk: Desk,
	findings: readonly Finding[],
): { readonly findings: readonly Finding[]; readonly unchecked: ReadonlyMap<string, number> } {
	const { unread } = desk.content;
	const counts = new Map<string, number>();
	const failed = failedRecords(desk);
	const byRule = Map.groupBy(findings, ({ rule }) => rule);
	const of = (rule: string): readonly Finding[] => byRule.get(rule) ?? [];
	const empty = of('empty-content');
	if (empty.length > 0) return { findings: empty, unchecked: counts };
	const [conflicts, open] = ['merge-conflict', 'front-matter'].map((rule) => new Set(of(rule).map(({ path }) => path)));
	const faulty = new Set(
		findings.flatMap(({ rule, severity, record = '' }) =>
			VALUE_RULES.has(rule) && severity === 'error' ? [record] : [],
		),
	);
	const spots = new Set(findings.flatMap((one) => (one.rule === 'plain-value' ? [] : [spotOf(one)])));
	const misnamed = new Set(of('unknown-reference').flatMap(({ rests = [] }) => rests.map(kindOf)));
	const kept = findings.filter((one) => {
		const { rule, path, rests = [], record = '' } = one;
		if (conflicts?.has(path)) return rule === 'merge-conflict';
		// What a schema says of a value says more.
		if (rule === 'plain-value' && spots.has(spotOf(one))) return false;
		// All of a page without its front matter is read as what it is not.
		if (open?.has(path)) return rule === 'front-matter';
		if (READING_RULES.has(rule)) return true;
		// Nothing uses it because what does so misspells it.
		if (rule === 'unused-record' && misnamed.has(kindOf(record))) return false;
		const file = unreadOf(unread, rests);
		if (file && rests.some((rest) => file.ids.has(rest))) counts.set(file.path, (counts.get(file.path) ?? 0) + 1);
		if (file || rests.some((rest) => faulty.has(rest) && rest !== record)) return false;
		return unreadOf(failed, rests) === undefined;
	});
	const rank = ({ rule }: Finding) => (READING_RULES.has(rule) ? 0 : 1);
	return {
		findings: [...kept].sort((a, b) => rank(a) - rank(b)),
		unchecked: new Map([...counts].sort()),
	};
}

const kindOf = (record: string): string => record.split('/', 1)[0] ?? '';

/** Records whose schema does not hold: each has its own problem. */
const failedRecords = ({ content, ledger }: Desk): readonly Unread[] =>
	[...content.homes].flatMap(([key, { entry, file }]) => {
		const { kind, id, data } = entry;
		const holds = recordsOf(ledger, kind).has(id) || content.unfinished.has(key);
		return holds ? [] : [{ path: file.path, kind, text: JSON.stringify(data), ids: new Set([key]) }];
	});
