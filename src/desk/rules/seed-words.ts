import { spellingsOf } from '../names.ts';
import { finding, type Rule } from '../rule.ts';
import { touches, type Word, wordsIn } from '../words.ts';

/** So many words in a row are a copy and not a coincidence. */
const COPIED_WORDS = 10;

export const rule: Rule = {
	name: 'seed-words',
	summary: `${COPIED_WORDS} or more words in a row are those of a seed or of an agreement, outside quotation marks.`,
	remedy: 'Say it in your own words, or quote it: “…” with a few words, or <Quote source="…">.',
	example: {
		wrong: 'More than 50 fighters were killed in an airstrike on a training ground.',
		right: 'The spokesman put the number of dead at <Claim id="strike-killed-spokesman"/>.',
	},
	*check(desk) {
		const { content, ledger, passages } = desk;
		const spellings = spellingsOf(desk);
		// A name in another spelling is the same word: writing it as the site does makes no sentence one’s own.
		const read = (text: string): readonly Word[] =>
			wordsIn(text).map((found) => ({ ...found, word: spellings.get(found.word) ?? found.word }));
		const runs = new Map<string, string>();
		const vocabulary = new Set<string>();
		const clauses = [...ledger.sources.values()].flatMap(({ id, clauses = [] }) =>
			clauses.map((text) => [`the agreement ${id}`, { text }] as const),
		);
		const seeds = [...content.all.seeds].map(([file, { text }]) => [`seeds/${file}`, { text }] as const);
		for (const [file, { text }] of [...seeds, ...clauses]) {
			const words = read(text);
			for (const { word } of words) vocabulary.add(word);
			for (let at = 0; at + COPIED_WORDS <= words.length; at++) {
				runs.set(key(words, at), file);
			}
		}
		if (runs.size === 0) return;
		for (const { text, quotations, place, inside } of passages) {
			// Too short to hold so many words.
			if (text.length < COPIED_WORDS * 3 || inside.includes('Quote')) continue;
			const words = read(text);
			for (let at = 0; at + COPIED_WORDS <= words.length; at++) {
				// No run holds a word that no seed has: the next one can start behind the last such word.
				const foreign = lastForeign(words, at, vocabulary);
				if (foreign !== -1) {
					at = foreign;
					continue;
				}
				const file = runs.get(key(words, at));
				const first = words[at];
				if (file === undefined || !first) continue;
				let last = at + COPIED_WORDS - 1;
				while (last + 1 < words.length && runs.has(key(words, last + 2 - COPIED_WORDS))) last++;
				const end = words[last]?.end ?? first.end;
				// Words that are partly quoted count by the part outside; a quotation cuts the run in two.
				const open = words.slice(at, last + 1).filter((word) => !touches(quotations, word.start, word.end));
				if (open.length >= COPIED_WORDS) {
					yield finding(
						rule.name,
						place(first.start, end),
						`${last - at + 1} words in a row are those of ${file}`,
						'say it in your own words, or quote a few words in “…”',
					);
				}
				at = last;
			}
		}
	},
};

function key(words: readonly { readonly word: string }[], at: number): string {
	let joined = '';
	for (let index = at; index < at + COPIED_WORDS; index++) joined += `${words[index]?.word} `;
	return joined;
}

/** Index of the last of so many words from `at` that is not in the vocabulary; -1 when all are. */
function lastForeign(words: readonly { readonly word: string }[], at: number, vocabulary: ReadonlySet<string>): number {
	for (let index = at + COPIED_WORDS - 1; index >= at; index--) {
		if (!vocabulary.has(words[index]?.word ?? '')) return index;
	}
	return -1;
}
