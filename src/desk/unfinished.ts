import type { Kind } from '../ledger/kinds.ts';
import type { Entries } from '../ledger/ledger.ts';
import type { ContentFile, Home } from './file.ts';
import type { Finding } from './position.ts';

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
}

/** Records that stay out of the site, by `kind/id`. */
export type Unfinished = ReadonlyMap<string, Held>;

/** Pages are held back by `draft: true`; without what is said of the site there is none. */
const NEVER: ReadonlySet<Kind> = new Set(['explainer', 'page', 'site']);

/** The lines of a record: all of a file, or those of an item of a list. */
function linesOf({ file, prefix: [item] }: Home): readonly [from: number, to: number] {
	if (typeof item !== 'number' || !file.yaml) return [1, file.lines.count + 1];
	const at = (index: number) => file.lines.at(file.yaml?.span([index]).start ?? 0).line;
	const { data } = file.yaml;
	return [at(item), Array.isArray(data) && item + 1 < data.length ? at(item + 1) : file.lines.count + 1];
}

export function unfinishedOf(homes: ReadonlyMap<string, Home>, files: readonly ContentFile[]): Unfinished {
	const open = new Set(files.flatMap(({ path, text }) => (text.includes(UNWRITTEN) ? [path] : [])));
	const held = new Map<string, Held>();
	if (open.size === 0) return held;
	const put = (key: string, home: Home, own: boolean) => {
		const [from, to] = linesOf(home);
		held.set(key, { path: home.file.path, from, to, own });
	};
	for (const [key, home] of homes) {
		const { file, entry } = home;
		if (NEVER.has(entry.kind) || !(open.has(file.path) || open.has(csvOf(file.path)))) continue;
		const [from, to] = linesOf(home);
		const whole = home.prefix.length === 0;
		const text = whole ? file.text : file.text.slice(offsetOf(file, from), offsetOf(file, to));
		if (text.includes(UNWRITTEN) || (whole && open.has(csvOf(file.path)))) put(key, home, true);
	}
	for (const [key, home] of homes) {
		const { source } = (home.entry.data ?? {}) as { readonly source?: unknown };
		if (home.entry.kind === 'claim' && !held.has(key) && held.has(`source/${source}`)) put(key, home, false);
	}
	return held;
}

const csvOf = (path: string): string => path.replace(/\.yaml$/, '.csv');
const offsetOf = ({ text, lines }: ContentFile, line: number): number =>
	line > lines.count ? text.length : lines.start(line);

/** What the site is made of: the records that are written, and the reports that are theirs. */
export function finished({ entries, seeds }: Entries, unfinished: Unfinished): Entries {
	if (unfinished.size === 0) return { entries, seeds };
	const isHeld = ({ kind, id }: { readonly kind: Kind; readonly id: string }) => unfinished.has(`${kind}/${id}`);
	const waiting = new Set(entries.filter(isHeld).map(({ data }) => (data as { readonly seed?: unknown } | null)?.seed));
	return {
		entries: entries.filter((entry) => !isHeld(entry)),
		seeds: new Map([...seeds].filter(([name]) => !waiting.has(name))),
	};
}

/** What is wrong in a record that is still to be written stops nothing, and what leads to it from elsewhere is told. */
export function withUnfinished(
	findings: readonly Finding[],
	unfinished: Unfinished,
	drafts: ReadonlySet<string>,
): readonly Finding[] {
	if (unfinished.size === 0) return findings;
	const byPath = Map.groupBy(unfinished.values(), ({ path }) => path);
	const inside = ({ path, line, record = '' }: Finding) =>
		unfinished.has(record) ||
		[path, path.replace(/\.csv$/, '.yaml')].some((file) =>
			byPath.get(file)?.some(({ from, to }) => file !== path || (line >= from && line < to)),
		);
	return findings.flatMap((one): readonly Finding[] => {
		const { rule, rests = [], severity } = one;
		if (inside(one))
			return rule === 'unused-record' || (rule !== 'stub' && rests.some((rest) => unfinished.has(rest)))
				? []
				: [{ ...one, severity: 'warning' }];
		const rest = rule === 'unknown-reference' ? rests.find((key) => unfinished.has(key)) : undefined;
		const there = rest === undefined ? undefined : unfinished.get(rest);
		if (rest === undefined || !there) return [one];
		const [kind, id] = rest.split('/');
		return [
			{
				...one,
				rule: 'stub',
				severity: drafts.has(one.path) ? 'warning' : severity,
				message: `the ${kind} "${id}" is still to be written`,
				fix: `finish it in ${there.path}:${there.from}${there.own ? '' : ', or the source that it rests on'}`,
				rests: [],
			},
		];
	});
}
