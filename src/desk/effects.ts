import { recordsOf } from '../ledger/ledger.ts';
import type { Finding } from './position.ts';
import type { Desk } from './rule.ts';
import type { Unchecked } from './summary.ts';
import { type Unread, unreadOf } from './unread.ts';

/** Rules that say that a file cannot be read: what they find comes first, and hides what only follows from it. */
const READING_RULES: ReadonlySet<string> = new Set([
	'unreadable-file',
	'yaml',
	'csv',
	'front-matter',
	'mdx-syntax',
	'merge-conflict',
]);
/** What these find in the rows of a series follows from a CSV that cannot be read or is not there. */
const ROW_RULES: ReadonlySet<string> = new Set(['series', 'series-file']);
/** Rules about records that values are worked out from: what rests on such a record is looked at when it is mended. */
const VALUE_RULES: ReadonlySet<string> = new Set(['series', 'series-file', 'ceasefire']);

/** Takes out what only follows from another problem, and counts the references into files that cannot be read. */
export function withoutEffects(
	desk: Desk,
	findings: readonly Finding[],
): { readonly findings: readonly Finding[]; readonly unchecked: readonly Unchecked[] } {
	const empty = findings.filter(({ rule }) => rule === 'empty-content');
	if (empty.length > 0) return { findings: empty, unchecked: [] };
	const { content } = desk;
	const open = openFrontMatter(desk);
	const counts = new Map<string, number>();
	const failed = failedRecords(desk);
	const faulty = faultyRecords(findings);
	const conflicts = new Set(findings.flatMap(({ rule, path }) => (rule === 'merge-conflict' ? [path] : [])));
	const spots = new Set(findings.flatMap((one) => (one.rule === 'plain-value' ? [] : [spotOf(one)])));
	const lost = new Set(findings.flatMap(({ rule, path }) => (rule === 'series-file' ? [path] : [])));
	const misnamed = new Set(
		findings.flatMap(({ rule, rests = [] }) => (rule === 'unknown-reference' ? rests.map(kindOf) : [])),
	);
	const kept = findings.filter((one) => {
		const { rule, path, rests = [], record = '' } = one;
		if (conflicts.has(path)) return rule === 'merge-conflict';
		// What a schema says of a value says more.
		if (rule === 'plain-value' && spots.has(spotOf(one))) return false;
		if (open.has(path)) return rule === 'front-matter';
		if (READING_RULES.has(rule)) return true;
		if (rule === 'series' && lost.has(path)) return false;
		if (ROW_RULES.has(rule) && content.unread.some((file) => sameSeries(file.path, path))) return false;
		// Nothing uses it because what does so misspells it.
		if (rule === 'unused-record' && misnamed.has(kindOf(record))) return false;
		const file = unreadOf(content.unread, rests);
		if (file) {
			if (rests.some((rest) => file.ids.has(rest))) counts.set(file.path, (counts.get(file.path) ?? 0) + 1);
			return false;
		}
		if (rests.some((rest) => faulty.has(rest) && rest !== record)) return false;
		return unreadOf(failed, rests) === undefined;
	});
	const rank = ({ rule }: Finding) => (READING_RULES.has(rule) ? 0 : 1);
	return {
		findings: [...kept].sort((a, b) => rank(a) - rank(b)),
		unchecked: [...counts].sort().map(([path, references]) => ({ path, references })),
	};
}

const spotOf = ({ path, line }: Finding): string => `${path}:${line}`;
const kindOf = (record: string): string => record.split('/', 1)[0] ?? '';

const sameSeries = (csv: string, path: string): boolean =>
	csv.endsWith('.csv') && (path === csv || path === csv.replace(/csv$/, 'yaml'));

/** Pages whose front matter does not end: all of their text is read as what it is not. */
function openFrontMatter({ content }: Desk): ReadonlySet<string> {
	return new Set(
		content.files.flatMap(({ path, bodyStart, yaml, text }) =>
			bodyStart !== undefined && !yaml && /^\uFEFF?---/.test(text) ? [path] : [],
		),
	);
}

/** Records whose schema does not hold: each has its own problem. */
function failedRecords({ content, ledger }: Desk): readonly Unread[] {
	return [...content.homes.values()].flatMap(({ entry: { kind, id, data }, file: { path } }) => {
		return recordsOf(ledger, kind).has(id) || content.unfinished.has(`${kind}/${id}`)
			? []
			: [{ path, kind, text: JSON.stringify(data), ids: new Set([`${kind}/${id}`]) }];
	});
}

/** Records with an error that makes what is worked out from them wrong or impossible. */
function faultyRecords(findings: readonly Finding[]): ReadonlySet<string> {
	return new Set(
		findings.flatMap(({ rule, severity, path, record }) => {
			if (!VALUE_RULES.has(rule) || severity !== 'error') return [];
			return [record ?? `series/${path.replace(/^.*\//, '').replace(/\.[a-z]+$/, '')}`];
		}),
	);
}
