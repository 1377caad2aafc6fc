import { prepareSeed } from '../ledger/quote.ts';
import { coverage, type SetAside } from '../ledger/seed.ts';
import type { Home } from './file.ts';
import type { Finding } from './position.ts';
import { type Desk, listAt, textAt } from './rule.ts';
import { isBare } from './sources.ts';
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
	/** Records that are still to be written and stay out of the site. */
	readonly unfinished: number;
}

export function summarise(desk: Desk, findings: readonly Finding[], unchecked: readonly Unchecked[]): Summary {
	const { content, records } = desk;
	const seeds = records('source').flatMap((home) => {
		const seed = content.all.seeds.get(textAt(home, 'seed'));
		if (!seed) return [];
		const { id } = home.entry;
		const claims = records('claim').filter((claim) => textAt(claim, 'source') === id);
		const [waiting = [], written = []] = [true, false].map((own) =>
			claims.filter((claim) => (content.unfinished.get(`claim/${claim.entry.id}`)?.own ?? false) === own),
		);
		const quotes = written.map((claim) => ({ claim: claim.entry.id, quote: textAt(claim, 'quote') }));
		const figures = coverage(prepareSeed(seed.text), quotes, settled(home));
		const unread = unreadOf(content.unread, [`quotes/${id}`]);
		return [
			{
				name: id.replace(/^seed-/, ''),
				accounted: figures.filter((figure) => figure.accounted).length,
				figures: figures.length,
				stubs: new Map([...Map.groupBy(waiting, ({ file }) => file.path)].map(([path, list]) => [path, list.length])),
				...(unread ? { unread: unread.path } : {}),
				...(seed.encoding ? { encoding: seed.encoding } : {}),
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
		unfinished: content.unfinished.size,
	};
}

/** What is set aside in a source, of any shape. */
const settled = (home: Home): readonly SetAside[] =>
	listAt(home, 'setAside').map((_, at) => ({ text: textAt(home, 'setAside', at, 'text'), reason: '' }));
