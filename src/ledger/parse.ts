import { compareDates } from './date.ts';
import { issueProblems } from './issue.ts';
import { type Kind, kindRow, kinds, kindTable } from './kinds.ts';
import type { Entries, Ledger, Records } from './ledger.ts';
import type { Problem } from './problem.ts';
import { readRows } from './rows.ts';
import { schemas } from './schemas/index.ts';

/** What could be read: a ledger of the records whose schema holds, and what is wrong with the others. */
export interface Parsed {
	readonly ledger: Ledger;
	readonly problems: readonly Problem[];
	/** Every id that was written, valid record or not, so that a broken record is not also "unknown". */
	readonly ids: Readonly<Record<Kind, ReadonlySet<string>>>;
	/** For each series some of whose rows do not hold: the places of the others among all rows of its CSV. */
	readonly rowsAt: ReadonlyMap<string, readonly number[]>;
}

/** What the records of a kind are ordered by before their ids. Those of lists stay as they are written. */
const orders: { readonly [K in Kind]?: (a: Records[K], b: Records[K]) => number } = {
	ceasefire: (a, b) => compareDates(a.inForce, b.inForce),
	explainer: (a, b) => a.order - b.order,
};

type Unordered = ReadonlyMap<string, { readonly id: string }>;

function ordered(kind: Kind, records: Unordered): Unordered {
	if (kindRow(kind).list) return records;
	const compare = (orders[kind] ?? (() => 0)) as (a: unknown, b: unknown) => number;
	const sorted = [...records.values()].sort((a, b) => compare(a, b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
	return new Map(sorted.map((record) => [record.id, record]));
}

function assemble(maps: Readonly<Record<Kind, Unordered>>, seeds: Entries['seeds']): Ledger {
	const ledger = Object.fromEntries(kinds.map((kind) => [kindTable[kind].plural, ordered(kind, maps[kind])]));
	const records = ledger as unknown as Omit<Ledger, 'seeds'>;
	const texts = [...records.sources.values()].flatMap((source) => {
		const seed = source.seed === undefined ? undefined : seeds.get(source.seed);
		return seed ? [[source.id, seed.text] as const] : [];
	});
	return { ...records, seeds: new Map(texts) };
}

/** Reads every entry by its schema. Time is linear in the entries. */
export function parseEntries({ entries, seeds }: Entries): Parsed {
	const problems: Problem[] = [];
	const rowsAt = new Map<string, readonly number[]>();
	const maps = Object.fromEntries(kinds.map((kind) => [kind, new Map()])) as Record<Kind, Map<string, { id: string }>>;
	const ids = Object.fromEntries(kinds.map((kind) => [kind, new Set<string>()])) as Record<Kind, Set<string>>;
	for (const entry of entries) {
		ids[entry.kind].add(entry.id);
		const result = schemas[entry.kind].safeParse(entry.data);
		const read = entry.kind === 'series' ? readRows(entry) : undefined;
		for (const fault of [...issueProblems(entry, result.error?.issues ?? []), ...(read?.problems ?? [])])
			problems.push(fault);
		if (read && read.at.length < (entry.rows?.length ?? 0)) rowsAt.set(entry.id, read.at);
		if (!result.success) continue;
		maps[entry.kind].set(entry.id, {
			...result.data,
			id: entry.id,
			...(kindTable[entry.kind].content.endsWith('.mdx') ? { body: entry.body ?? '' } : {}),
			...(read ? { rows: read.rows } : {}),
		});
	}
	return { ledger: assemble(maps, seeds), problems, ids, rowsAt };
}
