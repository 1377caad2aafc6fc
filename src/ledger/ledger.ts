import { type Kind, kindTable } from './kinds.ts';
import type { Claim, Explainer, Records, Site } from './schemas/index.ts';

/** One record as read from content/, before any check: what `buildLedger` takes. */
export interface Entry {
	readonly kind: Kind;
	readonly id: string;
	/** What the YAML or front matter says, parsed but not checked. */
	readonly data: unknown;
	/** MDX below the front matter: explainers and pages. */
	readonly body?: string;
	/** Data rows of the CSV, one object a row keyed by header, all values as text: series. */
	readonly rows?: readonly Readonly<Record<string, string>>[];
}

/** A file of seeds/. */
export interface SeedFile {
	readonly text: string;
	/** Of its bytes. */
	readonly sha256: string;
	/** Set where it is not UTF-8: what it was read as. */
	readonly encoding?: string;
}

/** All input of a ledger. Seeds by file name in seeds/. */
export interface Entries {
	readonly entries: readonly Entry[];
	readonly seeds: ReadonlyMap<string, SeedFile>;
}

/**
 * Everything the site knows, resolved and verified: a map of the records of each kind, in the order in which pages list
 * them. Drafts are among them, the caller leaves them out. Of `sites` there is one at most: read it by `siteOf`.
 */
export type Ledger = {
	readonly [K in Kind as (typeof kindTable)[K]['plural']]: ReadonlyMap<string, Records[K]>;
} & {
	/** Source id → the seed's text, for sources that are seeds. */
	readonly seeds: ReadonlyMap<string, string>;
};

/** The records of a kind, by id. */
export const recordsOf = (ledger: Ledger, kind: Kind): ReadonlyMap<string, unknown> => ledger[kindTable[kind].plural];

/** Explainers that readers have, in reading order. */
export const publishedIn = (ledger: Ledger): readonly Explainer[] =>
	[...ledger.explainers.values()].filter(({ draft }) => !draft);

/** What the figure of a claim counts: its own unit, else that of its measure; undefined where nothing is counted. */
export const unitOf = ({ measures }: Pick<Ledger, 'measures'>, { quantity, measure }: Claim): string | undefined =>
	quantity?.unit ?? measures.get(measure)?.unit;

/** What a ledger without content/site.yaml says of itself: nothing that could be false. */
const UNNAMED: Site = {
	id: 'site',
	title: 'A site without a name',
	description: 'Every figure traced to its source.',
	picture: 'A site without a name.',
	made: 'Every figure is traced to its source.',
	licence: 'not stated',
	area: { name: 'the area', elsewhere: 'Elsewhere' },
	seeds: {},
	intros: { explainers: '', ceasefires: '', charts: '' },
	questions: [],
};

/** What content/site.yaml says: the site's name, who publishes it, what its area and its seeds are called. */
export const siteOf = ({ sites }: Pick<Ledger, 'sites'>): Site => sites.get('site') ?? UNNAMED;

export type * from './schemas/index.ts';
