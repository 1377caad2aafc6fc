import { drawFigure, figureIds } from '../charts/figures.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { plainText } from '../ledger/plain.ts';
import { usesOf } from './uses.ts';

/** One thing that search finds and the list of everything names. */
export interface Searchable {
	/** Address from the site's root. */
	readonly id: string;
	readonly group:
		| 'Explainers'
		| 'Charts'
		| 'Ceasefires'
		| 'Claims'
		| 'Who’s who'
		| 'Places'
		| 'Terms'
		| 'Pages'
		| 'Sources';
	readonly title: string;
	/** Further words to be found by: spellings, publishers, statements. Not shown. */
	readonly words: string;
	/** How far up it stands among results that match alike; 1 for most. */
	readonly weight: number;
}

const body = (mdx: string) =>
	mdx
		.replace(/<[^>]*>/g, ' ')
		.replace(/[#*_[\]()]/g, ' ')
		.replace(/\s+/g, ' ');

/** Pages that are no record: address, title, words to be found by. */
const PAGES = [
	['/unknown/', 'What is not known', 'unknown uncertain open questions'],
	['/about/', 'About this site', 'method corrections accessibility licence report an error'],
	['/data/', 'Data and downloads', 'csv json dataset'],
] as const;

/** Everything on the site that can be looked for, in the order in which it is listed. Drafts are left out. */
export function searchables(ledger: Ledger): readonly Searchable[] {
	const all: Searchable[] = [];
	const put = (
		group: Searchable['group'],
		id: string,
		title: string,
		words: readonly (string | undefined)[],
		weight = 1,
	): void => {
		all.push({ id, group, title, words: words.filter(Boolean).join(' '), weight });
	};
	const uses = usesOf(ledger);
	for (const one of ledger.explainers.values()) {
		if (!one.draft)
			put(
				'Explainers',
				address('explainer', one.id),
				one.title,
				[one.short, plainText(ledger, one.dek), ...one.summary.map((text) => plainText(ledger, text)), body(one.body)],
				1.5,
			);
	}
	for (const one of figureIds(ledger).map((id) => drawFigure(ledger, id))) {
		put('Charts', address('chart', one.id), plainText(ledger, one.title), [plainText(ledger, one.summary)]);
	}
	for (const one of ledger.ceasefires.values()) {
		put('Ceasefires', address('ceasefire', one.id), one.name, [
			one.short,
			...[one.scope, one.outcome, ...one.terms].map((text) => plainText(ledger, text)),
		]);
	}
	for (const one of ledger.claims.values()) {
		const speaker = ledger.actors.get(one.saidBy ?? '');
		const words = [
			ledger.measures.get(one.measure)?.label,
			ledger.topics.get(one.about)?.title,
			speaker?.name,
			speaker?.short,
			one.quote,
		];
		// The more pages show a claim, the likelier it is what a reader looks for.
		const weight = 1 + (uses.get(one.id) ?? []).length / 4;
		put('Claims', address('claim', one.id), one.statement.replace(/\.$/, ''), words, weight);
	}
	for (const one of ledger.actors.values()) {
		const spellings = one.variants?.map((variant) => variant.text) ?? [];
		const words = [one.short, one.gloss, one.arabic, one.turkish, ...spellings];
		put('Who’s who', address('actor', one.id), one.name, words, 1.25);
	}
	for (const one of ledger.places.values()) {
		const spellings = one.variants?.map((variant) => variant.text) ?? [];
		put('Places', address('place', one.id), one.name, [one.arabic, one.turkish, ...spellings]);
	}
	for (const one of ledger.terms.values()) put('Terms', address('term', one.id), one.term, [one.definition]);
	for (const [id, title, words] of PAGES) put('Pages', id, title, [words], 2);
	for (const one of ledger.sources.values()) {
		put('Sources', address('source', one.id), one.title, [one.publisher, one.agency], 0.5);
	}
	return all;
}
