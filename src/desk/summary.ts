import { prepareSeed } from '../ledger/quote.ts';
import { coverage } from '../ledger/seed.ts';
import type { Finding } from './position.ts';
import type { Desk } from './rule.ts';
import { isBare } from './sources.ts';
import { isStub } from './stub.ts';
import { unreadOf } from './unread.ts';

/** How much of a seed is accounted for by claims that are written. */
export interface SeedCount {
	readonly name: string;
	readonly accounted: number;
	readonly figures: number;
	/** Claims of the seed that are still stubs, by the file they wait in. */
	readonly stubs: ReadonlyMap<string, number>;
	/** Path of a file that cannot be read and seems to hold claims of the seed: the count is then not known. */
	readonly unread?: string;
	/** Set where it is not UTF-8: what it was read as. */
	readonly encoding?: string;
}

/** References that were left unchecked because the file that they lead into cannot be read. */
export interface Unchecked {
	readonly path: string;
	readonly references: number;
}

/** What there is, and how much of each seed is accounted for. */
export interface Summary {
	readonly seeds: readonly SeedCount[];
	readonly unchecked: readonly Unchecked[];
	readonly claims: number;
	readonly sources: number;
	/** Sources with an address and no archived copy of it. */
	readonly bare: number;
	readonly explainers: number;
	readonly ceasefires: number;
	readonly errors: number;
	readonly warnings: number;
}

export function summarise(desk: Desk, findings: readonly Finding[], unchecked: readonly Unchecked[]): Summary {
	const { content, ledger, records } = desk;
	const claims = [...ledger.claims.values()];
	const stubs = new Map(
		records('claim')
			.filter(({ entry }) => isStub(entry.data))
			.map(({ entry, file }) => [entry.id, file.path]),
	);
	const seeds = [...ledger.sources.values()].flatMap((source) => {
		const text = ledger.seeds.get(source.id);
		if (text === undefined || source.seed === undefined) return [];
		const quotes = claims.flatMap((claim) =>
			claim.source === source.id && claim.quote !== undefined && !stubs.has(claim.id)
				? [{ claim: claim.id, quote: claim.quote }]
				: [],
		);
		const figures = coverage(prepareSeed(text), quotes, source.setAside ?? []);
		const waiting = claims.flatMap((claim) => (claim.source === source.id ? (stubs.get(claim.id) ?? []) : []));
		const unread = unreadOf(content.unread, [`quotes/${source.id}`]);
		const encoding = content.entries.seeds.get(source.seed)?.encoding;
		return [
			{
				name: source.id.replace(/^seed-/, ''),
				accounted: figures.filter((figure) => figure.accounted).length,
				figures: figures.length,
				stubs: new Map([...Map.groupBy(waiting, (path) => path)].map(([path, list]) => [path, list.length])),
				...(unread ? { unread: unread.path } : {}),
				...(encoding ? { encoding } : {}),
			},
		];
	});
	const errors = findings.filter(({ severity }) => severity === 'error').length;
	return {
		seeds,
		unchecked,
		claims: records('claim').length,
		sources: records('source').length,
		bare: records('source').filter(isBare).length,
		explainers: records('explainer').length,
		ceasefires: records('ceasefire').length,
		errors,
		warnings: findings.length - errors,
	};
}
