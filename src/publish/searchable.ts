import type { Ledger } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { plainText } from '../ledger/plain.ts';

/** One thing that search finds and the list of everything names. */
export interface Searchable {
	/** Address from the site's root. */
	readonly id: string;
	readonly group: 'Explainers' | 'Charts' | 'Ceasefires' | 'Who is who' | 'Places' | 'Terms' | 'Claims' | 'Sources';
	readonly title: string;
	/** Further words to be found by: spellings, publishers, statements. Not shown. */
	readonly words: string;
}

const body = (mdx: string) =>
	mdx
		.replace(/<[^>]*>/g, ' ')
		.replace(/[#*_[\]()]/g, ' ')
		.replace(/\s+/g, ' ');

/** Everything on the site that can be looked for, in the order in which it is listed. Drafts are left out. */
export function searchables(ledger: Ledger): readonly Searchable[] {
	const all: Searchable[] = [];
	const put = (group: Searchable['group'], id: string, title: string, ...words: readonly (string | undefined)[]) =>
		all.push({ id, group, title, words: words.filter(Boolean).join(' ') });
	for (const one of ledger.explainers.values()) {
		if (!one.draft)
			put('Explainers', address('explainer', one.id), one.title, plainText(ledger, one.dek), body(one.body));
	}
	for (const one of ledger.charts.values()) {
		put('Charts', address('chart', one.id), plainText(ledger, one.title), plainText(ledger, one.summary));
	}
	for (const one of ledger.ceasefires.values()) {
		put('Ceasefires', address('ceasefire', one.id), one.name, one.short, plainText(ledger, one.scope));
	}
	for (const one of ledger.actors.values()) {
		const spellings = one.variants?.map((variant) => variant.text) ?? [];
		put('Who is who', address('actor', one.id), one.name, one.short, one.gloss, one.arabic, one.turkish, ...spellings);
	}
	for (const one of ledger.places.values()) {
		const spellings = one.variants?.map((variant) => variant.text) ?? [];
		put('Places', address('place', one.id), one.name, one.arabic, one.turkish, ...spellings);
	}
	for (const one of ledger.terms.values()) put('Terms', address('term', one.id), one.term, one.definition);
	for (const one of ledger.claims.values()) put('Claims', address('claim', one.id), one.statement, one.quote);
	for (const one of ledger.sources.values()) {
		put('Sources', address('source', one.id), one.title, one.publisher, one.agency);
	}
	return all;
}
