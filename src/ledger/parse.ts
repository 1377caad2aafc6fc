import type { z } from 'zod';
import { compareDates } from './date.ts';
import { issueProblems } from './issue.ts';
import { type Kind, kinds } from './kinds.ts';
import type { Claim, Entries, Entry, Ledger, Row, Series, Source } from './ledger.ts';
import { type Problem, problem } from './problem.ts';
import { readRows } from './rows.ts';
import { id as idSchema } from './schemas/fields.ts';
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

const isRecord = (data: unknown): data is Record<string, unknown> =>
	typeof data === 'object' && data !== null && !Array.isArray(data);

/** Items of a list carry their id among their keys; files carry it in their name. */
function withoutId(entry: Entry): unknown {
	if (!isRecord(entry.data) || entry.data['id'] !== entry.id) return entry.data;
	const { id: _, ...rest } = entry.data;
	return rest;
}

function idProblem(entry: Entry): Problem | undefined {
	if (idSchema.safeParse(entry.id).success) return undefined;
	return problem(
		'id',
		entry,
		['id'],
		`"${entry.id}" is not an id`,
		'An id has lower-case letters, digits and single hyphens only, for example strike-killed-sohr.',
	);
}

type Records = { [K in Kind]: Map<string, z.infer<(typeof schemas)[K]> & { id: string } & Extra> };
interface Extra {
	body?: string;
	rows?: readonly Row[];
}

const byId = <T extends { readonly id: string }>(a: T, b: T): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
const sorted = <T extends { readonly id: string }>(
	map: ReadonlyMap<string, T>,
	compare: (a: T, b: T) => number,
): ReadonlyMap<string, T> =>
	new Map([...map.values()].sort((a, b) => compare(a, b) || byId(a, b)).map((record) => [record.id, record]));

function assemble(records: Records, seeds: Entries['seeds']): Ledger {
	const sources: ReadonlyMap<string, Source> = sorted(records.source, byId);
	const texts = [...sources.values()].flatMap((source) => {
		const seed = source.seed === undefined ? undefined : seeds.get(source.seed);
		return seed ? [[source.id, seed.text] as const] : [];
	});
	const bodied = <T extends { id: string }>(map: ReadonlyMap<string, T & Extra>) =>
		new Map([...map].map(([id, record]) => [id, { ...record, body: record.body ?? '' }]));
	const series = new Map(
		[...records.series].map(([id, record]): [string, Series] => [id, { ...record, rows: record.rows ?? [] }]),
	);
	return {
		sources,
		actors: sorted(records.actor, byId),
		places: sorted(records.place, byId),
		measures: records.measure,
		topics: records.topic,
		terms: records.term,
		claims: records.claim as ReadonlyMap<string, Claim>,
		series: sorted(series, byId),
		ceasefires: sorted(records.ceasefire, (a, b) => compareDates(a.inForce, b.inForce)),
		charts: sorted(records.chart, byId),
		maps: sorted(records.map, byId),
		explainers: sorted(bodied(records.explainer), (a, b) => a.order - b.order),
		pages: sorted(bodied(records.page), byId),
		sites: records.site,
		seeds: new Map(texts),
	};
}

/** Reads every entry by its schema. Time is linear in the entries. */
export function parseEntries({ entries, seeds }: Entries): Parsed {
	const problems: Problem[] = [];
	const rowsAt = new Map<string, readonly number[]>();
	const maps = Object.fromEntries(kinds.map((kind) => [kind, new Map<string, unknown>()])) as Record<
		Kind,
		Map<string, unknown>
	>;
	const ids = Object.fromEntries(kinds.map((kind) => [kind, new Set<string>()])) as Record<Kind, Set<string>>;
	for (const entry of entries) {
		const wrong = idProblem(entry);
		if (wrong) problems.push(wrong);
		if (ids[entry.kind].has(entry.id)) {
			problems.push(
				problem(
					'duplicate-record',
					entry,
					['id'],
					`the ${entry.kind} "${entry.id}" is there twice`,
					'Give one of the two another id, or delete it.',
				),
			);
			continue;
		}
		ids[entry.kind].add(entry.id);
		const result = schemas[entry.kind].safeParse(withoutId(entry));
		if (!result.success) problems.push(...issueProblems(entry, result.error.issues));
		const read = entry.kind === 'series' ? readRows(entry) : undefined;
		if (read) problems.push(...read.problems);
		if (read && read.at.length < (entry.rows?.length ?? 0)) rowsAt.set(entry.id, read.at);
		if (!result.success) continue;
		maps[entry.kind].set(entry.id, {
			...result.data,
			id: entry.id,
			...(entry.body === undefined ? {} : { body: entry.body }),
			...(read ? { rows: read.rows } : {}),
		});
	}
	return { ledger: assemble(maps as unknown as Records, seeds), problems, ids, rowsAt };
}
