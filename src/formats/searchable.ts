import { drawFigure, figureIds } from '../charts/figures.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { bodyOf, sectionsOf } from '../prose/body.ts';
import { headingIds } from '../prose/headings.ts';
import { plainText, wordsOf } from '../prose/words.ts';
import { usesOf } from './backlinks.ts';

/** One thing that search finds and the list of everything names. */
export interface Searchable {
	/** Address from the site's root. */
	readonly id: string;
	readonly group:
		| 'Explainers'
		| 'Sections'
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
		if (one.draft) continue;
		const short = [plainText(ledger, one.dek), ...one.summary.map((text) => plainText(ledger, text))];
		put('Explainers', address('explainer', one.id), `${one.short}: ${one.title}`, short, 3);
	}
	for (const one of ledger.explainers.values()) {
		if (one.draft) continue;
		const tree = bodyOf(one);
		const ids = headingIds(tree);
		for (const { heading, content } of sectionsOf(tree)) {
			if (!heading) continue;
			const title = `${wordsOf(ledger, heading.children)} (${one.short})`;
			const words = wordsOf(ledger, content).replace(/\s+/g, ' ').trim();
			put('Sections', `${address('explainer', one.id)}#${ids.get(heading)}`, title, [words], 2.5);
		}
	}
	for (const one of figureIds(ledger).map((id) => drawFigure(ledger, id))) {
		put('Charts', address('chart', one.id), plainText(ledger, one.title), [plainText(ledger, one.summary)], 2);
	}
	for (const one of ledger.ceasefires.values()) {
		put(
			'Ceasefires',
			address('ceasefire', one.id),
			one.name,
			[one.short, ...[one.scope, one.outcome, ...one.terms].map((text) => plainText(ledger, text))],
			2,
		);
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
		// The more pages tell of a claim, the likelier it is what a reader looks for; most of all the front page.
		const told = (uses.get(one.id) ?? []).filter(({ mentioned }) => mentioned);
		const weight = 0.75 + told.length / 4 + (told.some(({ to }) => to.startsWith('/#')) ? 0.75 : 0);
		put('Claims', address('claim', one.id), one.statement.replace(/\.$/, ''), words, weight);
	}
	for (const one of ledger.actors.values()) {
		const spellings = one.variants?.map((variant) => variant.text) ?? [];
		const words = [one.short, one.gloss, one.arabic, one.turkish, ...spellings];
		put('Who’s who', address('actor', one.id), one.name, words, 3);
	}
	for (const one of ledger.places.values()) {
		const spellings = one.variants?.map((variant) => variant.text) ?? [];
		put('Places', address('place', one.id), one.name, [one.arabic, one.turkish, ...spellings]);
	}
	for (const one of ledger.terms.values()) put('Terms', address('term', one.id), one.term, [one.definition], 1.5);
	for (const [id, title, words] of PAGES) put('Pages', id, title, [words], 4);
	for (const one of ledger.sources.values()) {
		put('Sources', address('source', one.id), one.title, [one.publisher, one.agency], 0.5);
	}
	return all;
}
