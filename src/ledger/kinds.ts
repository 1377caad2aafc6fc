/** What is known of a kind of record beside its schema, which has the same name in `schemas/`. */
interface KindRow {
	/** Its records together: their name in the ledger. */
	readonly plural: string;
	/** Its files in content/, `*` for the name of each; the ending of a second file beside each behind a comma. */
	readonly content: string;
	/** true where a file holds a list of records, each with its id. */
	readonly list?: true;
	/** Address of its page, `*` for the id; behind "#" where it is an entry of a page of several. */
	readonly page: string;
	/** Files of the site that give one record away, with their endings. */
	readonly files?: string;
	/** true for what is there for others to use: an editor is told of one that nothing names. */
	readonly served?: true;
}

/** The kinds of record an editor writes. What asks for folders, addresses or plurals reads this table. */
export const kindTable = {
	source: { plural: 'sources', content: 'sources/*.yaml', page: '/sources/*/', files: '/sources/*.json', served: true },
	actor: { plural: 'actors', content: 'actors/*.yaml', page: '/actors/#*', files: '/actors/*.json', served: true },
	place: {
		plural: 'places',
		content: 'places/*.yaml',
		page: '/actors/#place-*',
		files: '/places/*.json',
		served: true,
	},
	measure: { plural: 'measures', content: 'measures.yaml', list: true, page: '/glossary/#measure-*', served: true },
	topic: { plural: 'topics', content: 'topics.yaml', list: true, page: '/claims/#*', served: true },
	term: { plural: 'terms', content: 'terms.yaml', list: true, page: '/glossary/#term-*', served: true },
	claim: { plural: 'claims', content: 'claims/*.yaml', list: true, page: '/claims/*/', files: '/claims/*.json' },
	series: { plural: 'series', content: 'series/*.yaml,csv', page: '/data/#*', files: '/data/*.json,csv', served: true },
	ceasefire: {
		plural: 'ceasefires',
		content: 'ceasefires/*.yaml',
		page: '/ceasefires/*/',
		files: '/ceasefires/*.json',
	},
	chart: { plural: 'charts', content: 'charts/*.yaml', page: '/charts/*/', files: '/charts/*.svg,png,csv,json' },
	map: { plural: 'maps', content: 'maps/*.yaml', page: '/charts/*/', files: '/charts/*.svg,png,csv,json' },
	explainer: { plural: 'explainers', content: 'explainers/*.mdx', page: '/explainers/*/', files: '/explainers/*.md' },
	page: { plural: 'pages', content: 'pages/*.mdx', page: '/*/' },
	site: { plural: 'sites', content: 'site.yaml', page: '/' },
} as const satisfies Readonly<Record<string, KindRow>>;

export type Kind = keyof typeof kindTable;

export const kinds = Object.keys(kindTable) as readonly Kind[];

/** The row of a kind, whatever it leaves out. */
export const kindRow = (kind: Kind): KindRow => kindTable[kind];

/** "a claim", "an actor". */
export const aRecord = (kind: Kind): string => `${/^[aeiou]/.test(kind) ? 'an' : 'a'} ${kind}`;

/** The names that a pattern stands for: "/data/*.json,csv" and "x" are "/data/x.json" and "/data/x.csv". */
export function namesFor(pattern: string, id: string): readonly string[] {
	const [first = '', ...more] = pattern.split(',');
	const whole = first.replace('*', id);
	return [whole, ...more.map((ending) => whole.replace(/\w+$/, ending))];
}
