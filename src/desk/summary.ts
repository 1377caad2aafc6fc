import type { Kind } from '../ledger/kinds.ts';
import { prepareSeed } from '../ledger/quote.ts';
import { coverage } from '../ledger/seed.ts';
import type { Home } from './file.ts';
import { type Desk, isDraft, listAt, textAt } from './rule.ts';
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
	/** How many records there are of some kinds. */
	readonly records: readonly (readonly [kind: Kind, count: number])[];
	/** Sources with an address and no archived copy of it. */
	readonly bare: number;
	/** Records that are still to be written and stay out of the site. */
	readonly unfinished: number;
	/** Pages that stay out of the site by their "draft: true". */
	readonly drafts: number;
}

export const summarise = (desk: Desk, unchecked: readonly Unchecked[]): Summary => ({
	unchecked,
	seeds: desk.records('source').flatMap((home) => seedCount(desk, home)),
	records: (['claim', 'source', 'ceasefire', 'explainer'] as const).map((kind) => [kind, desk.records(kind).length]),
	bare: desk.records('source').filter(isBare).length,
	unfinished: desk.content.unfinished.size,
	drafts: desk.records('explainer').filter(({ entry }) => isDraft(entry)).length,
});

function seedCount({ content, records }: Desk, home: Home): readonly SeedCount[] {
	const seed = content.all.seeds.get(textAt(home, 'seed'));
	if (!seed) return [];
	const { id } = home.entry;
	const [waiting = [], written = []] = [true, false].map((own) =>
		records('claim').filter(
			(claim) =>
				textAt(claim, 'source') === id && (content.unfinished.get(`claim/${claim.entry.id}`)?.own ?? false) === own,
		),
	);
	const quotes = written.map((claim) => ({ claim: claim.entry.id, quote: textAt(claim, 'quote') }));
	const settled = listAt(home, 'setAside').map((_, at) => ({ text: textAt(home, 'setAside', at, 'text'), reason: '' }));
	const figures = coverage(prepareSeed(seed.text), quotes, settled);
	const unread = unreadOf(content.unread, [`quotes/${id}`]);
	const stubs = Map.groupBy(waiting, ({ file }) => file.path);
	return [
		{
			name: id.replace(/^seed-/, ''),
			accounted: figures.filter((figure) => figure.accounted).length,
			figures: figures.length,
			stubs: new Map([...stubs].map(([path, list]) => [path, list.length])),
			...(unread && { unread: unread.path }),
			...(seed.encoding && { encoding: seed.encoding }),
		},
	];
}
