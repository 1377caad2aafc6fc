import type { Kind } from '../ledger/kinds.ts';
import type { Entries } from '../ledger/ledger.ts';
import { valueAt } from '../ledger/problem.ts';
import type { ContentFile, Home } from './file.ts';
import { type Finding, spotOf } from './position.ts';

/**
 * Stands in every text that a stub leaves to be written, and in a comment behind each value that it had to choose
 * so that the record holds; the rule `stub` looks for it.
 */
export const UNWRITTEN = 'To be written';

/** A record that is still a stub in part, or rests on a source that is: it stays out of the site. */
interface Held {
	readonly path: string;
	/** Its first line, and the first behind it. */
	readonly from: number;
	readonly to: number;
	/** Whether its own text is still to be written. */
	readonly own: boolean;
	/** The record whose text is: itself, or the source that it rests on. */
	readonly cause: string;
}

/** Records that stay out of the site, by `kind/id`. */
export type Unfinished = ReadonlyMap<string, Held>;

/** Pages are held back by `draft: true`; without what is said of the site there is none. */
const NEVER: ReadonlySet<Kind> = new Set(['explainer', 'page', 'site']);

/** The lines of a record: all of a file, or those of an item of a list. */
function linesOf({ file, prefix: [item] }: Home): readonly [from: number, to: number] {
	if (typeof item !== 'number' || !file.yaml) return [1, file.lines.count + 1];
	const at = (index: number) => file.placeAt([index]).line;
	const { data } = file.yaml;
	return [at(item), Array.isArray(data) && item + 1 < data.length ? at(item + 1) : file.lines.count + 1];
}

export function unfinishedOf(homes: ReadonlyMap<string, Home>, files: readonly ContentFile[]): Unfinished {
	const open = new Set(files.flatMap(({ path, text }) => (text.includes(UNWRITTEN) ? [path] : [])));
	const held = new Map<string, Held>();
	const put = (key: string, { file }: Home, [from, to]: ReturnType<typeof linesOf>, cause = key) =>
		held.set(key, { path: file.path, from, to, own: cause === key, cause });
	for (const [key, home] of open.size === 0 ? [] : homes) {
		const { file, entry, prefix } = home;
		const beside = prefix.length === 0 && open.has(file.path.replace(/\.yaml$/, '.csv'));
		if (NEVER.has(entry.kind) || !(beside || open.has(file.path))) continue;
		const lines = linesOf(home);
		const [start, end] = lines.map(file.lines.start);
		if (beside || file.text.slice(start, end || undefined).includes(UNWRITTEN)) put(key, home, lines);
	}
	for (const [key, home] of held.size === 0 ? [] : homes) {
		const source = `source/${valueAt(home.entry.data, ['source'])}`;
		if (home.entry.kind === 'claim' && !held.has(key) && held.has(source)) put(key, home, linesOf(home), source);
	}
	return held;
}

/** What the site is made of: the records that are written, and the reports that are theirs. */
export function finished({ entries, seeds }: Entries, unfinished: Unfinished): Entries {
	const [waiting = [], written = []] = [true, false].map((held) =>
		entries.filter(({ kind, id }) => unfinished.has(`${kind}/${id}`) === held),
	);
	const own = new Set(waiting.map(({ data }) => valueAt(data, ['seed'])));
	return { entries: written, seeds: new Map([...seeds].filter(([name]) => !own.has(name))) };
}

const holds = (held: Held | undefined, { path, line }: Finding): boolean =>
	held?.path === path && line >= held.from && line < held.to;

/**
 * What is wrong in a record that is still to be written stops nothing, and what leads to it from elsewhere is told:
 * first the record, with how many places wait for it, then those.
 */
export function withUnfinished(
	findings: readonly Finding[],
	unfinished: Unfinished,
	drafts: ReadonlySet<string>,
): readonly Finding[] {
	if (unfinished.size === 0) return findings;
	const stubs = new Set(findings.flatMap((one) => (one.rule === 'stub' ? [spotOf(one)] : [])));
	const byPath = Map.groupBy(unfinished.values(), ({ path }) => path);
	const inside = ({ path, line, record = '' }: Finding) =>
		unfinished.has(record) ||
		[path, path.replace(/\.csv$/, '.yaml')].some((file) =>
			byPath.get(file)?.some(({ from, to }) => file !== path || (line >= from && line < to)),
		);
	const waiting = new Map<string, number>();
	const told = findings.flatMap((one): readonly Finding[] => {
		const { rule, rests = [], severity } = one;
		const key = rests.find((rest) => unfinished.has(rest)) ?? '';
		if (inside(one)) {
			const follows = rule === 'unused-record' || (rule !== 'stub' && (key !== '' || stubs.has(spotOf(one))));
			return follows ? [] : [{ ...one, severity: 'warning' }];
		}
		const there = rule === 'unknown-reference' ? unfinished.get(key) : undefined;
		if (!there) return [one];
		const [kind, id] = key.split('/');
		waiting.set(there.cause, (waiting.get(there.cause) ?? 0) + 1);
		const root = unfinished.get(there.cause) ?? there;
		return [
			{
				...{ ...one, rule: 'stub', rests: [] },
				severity: drafts.has(one.path) ? 'warning' : severity,
				message: `the ${kind} "${id}" is still to be written`,
				fix: `finish ${there.own ? 'it' : 'the source that it rests on'} in ${root.path}:${root.from}`,
			},
		];
	});
	const causes = told.flatMap((one): readonly Finding[] => {
		const places = [...waiting].find(([key]) => one.rule === 'stub' && holds(unfinished.get(key), one))?.[1];
		return places ? [{ ...one, message: `${one.message}; places elsewhere that wait for it: ${places}` }] : [];
	});
	const spots = new Set(causes.map(spotOf));
	return [...causes, ...told.filter((one) => one.rule !== 'stub' || !spots.has(spotOf(one)))];
}
