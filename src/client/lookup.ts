import MiniSearch, { type SearchResult } from 'minisearch';
import type { Searchable, SearchData } from '../formats/searchable.ts';
import { cut, type Vocabulary, vocabulary } from './terms.ts';

/** A stretch of an excerpt; `hit` where it is a word that was looked for. */
export interface Stretch {
	readonly words: string;
	readonly hit: boolean;
}

/** One result: what was found, and the sentence of it that answers. */
export interface Hit extends Pick<Searchable, 'id' | 'group' | 'title'> {
	readonly excerpt: readonly Stretch[];
}

/** What was found: how much, the best of it first, and whether each has all of the words. */
export interface Found {
	readonly total: number;
	readonly hits: readonly Hit[];
	readonly whole: boolean;
}

/** Most that is shown of what was found. */
const MOST = 30;
/** Longest excerpt, in characters. */
const LONG = 220;

/** A text around its first hit, cut at words where it is too long. */
function around(text: string, first: number): string {
	if (text.length <= LONG) return text;
	const from = first < LONG * 0.7 ? 0 : text.lastIndexOf(' ', first - LONG / 3) + 1;
	const to = text.lastIndexOf(' ', from + LONG);
	return `${from > 0 ? '… ' : ''}${text.slice(from, to > from ? to : from + LONG)}${to < text.length ? ' …' : ''}`;
}

/** The sentence with most of what was looked for; of those alike one with a figure, then the earlier. */
export function excerpt(text: string, terms: readonly string[], words: Vocabulary): readonly Stretch[] {
	const looked = new Set(terms);
	const isHit = (word: string): boolean => words.kept(word).some((form) => looked.has(form));
	const score = (sentence: string): number =>
		words.kept(sentence).filter((form) => looked.has(form)).length + (/\d/.test(sentence) ? 0.5 : 0);
	const sentences = text.split(/(?<=[.!?][”’)]?)\s+(?=[\p{Lu}\p{N}“(])/u);
	const best = sentences.reduce((one, other) => (score(other) > score(one) ? other : one), '');
	const first = [...best.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].find(([word]) => isHit(word))?.index ?? 0;
	return around(best || (sentences[0] ?? ''), first)
		.split(/([\p{L}\p{N}\p{M}]+)/u)
		.filter(Boolean)
		.map((stretch) => ({ words: stretch, hit: isHit(stretch) }));
}

/** Looks words up in everything that can be found. Words count twice in a title, and some entries more than others. */
export function searcher({ synonyms, entries }: SearchData): (question: string) => Found {
	const words = vocabulary(synonyms);
	const index = new MiniSearch<Searchable>({
		fields: ['title', 'text', 'words'],
		storeFields: ['title', 'group', 'weight', 'text'],
		tokenize: words.kept,
		processTerm: (term) => term,
		searchOptions: {
			tokenize: words.asked,
			prefix: (term) => term.length > 2,
			fuzzy: (term) => term.length > 4 && 0.15,
			boost: { title: 2, words: 1.5 },
			boostDocument: (_id, _term, stored) => Number(stored?.['weight'] ?? 1),
		},
	});
	index.addAll(entries);
	const read = (found: readonly SearchResult[], whole: boolean): Found => ({
		total: found.length,
		whole,
		hits: found.slice(0, MOST).map(({ id, title, group, text, terms }) => ({
			id: String(id),
			title: String(title),
			group: group as Hit['group'],
			excerpt: excerpt(String(text), terms, words),
		})),
	});
	return (question) => {
		// A question of small words alone, such as "who did it", is looked for in the titles as it stands.
		if (cut(question).length > 0 && words.asked(question).length === 0) {
			const titled = (hit: SearchResult) => String(hit['title']).toLowerCase().includes(question.toLowerCase());
			return read(index.search(MiniSearch.wildcard, { filter: titled }), true);
		}
		const all = index.search(question, { combineWith: 'AND' });
		return all.length > 0 ? read(all, true) : read(index.search(question, { combineWith: 'OR' }), false);
	};
}
