import MiniSearch, { type SearchResult } from 'minisearch';
import type { Searchable } from '../formats/searchable.ts';
import { asked, cut, kept } from './terms.ts';

/** What was found, best first, and whether each has all of the words. */
export interface Found {
	readonly hits: readonly SearchResult[];
	readonly whole: boolean;
}

/** An index of everything that can be found. Words count twice in a title, and some entries more than others. */
export function indexOf(all: readonly Searchable[]): MiniSearch<Searchable> {
	const index = new MiniSearch<Searchable>({
		fields: ['title', 'words'],
		storeFields: ['title', 'group', 'weight'],
		processTerm: kept,
		tokenize: cut,
		searchOptions: {
			tokenize: cut,
			processTerm: asked,
			prefix: true,
			fuzzy: (term) => term.length > 4 && 0.15,
			boost: { title: 2 },
			boostDocument: (_id, _term, stored) => Number(stored?.['weight'] ?? 1),
		},
	});
	index.addAll(all);
	return index;
}

/**
 * Looks words up: entries with all of them, else those with some. A question of small words alone, such as "who did
 * it", is looked for in the titles as it stands.
 */
export function lookUp(index: MiniSearch<Searchable>, words: string): Found {
	const carries = cut(words).some((word) => asked(word) !== null);
	if (!carries) {
		const titled = (hit: SearchResult) => String(hit['title']).toLowerCase().includes(words.toLowerCase());
		return { hits: index.search(MiniSearch.wildcard, { filter: titled }), whole: true };
	}
	const hits = index.search(words, { combineWith: 'AND' });
	return hits.length > 0 ? { hits, whole: true } : { hits: index.search(words, { combineWith: 'OR' }), whole: false };
}
