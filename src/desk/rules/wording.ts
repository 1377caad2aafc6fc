import { findQuote, prepareSeed } from '../../ledger/quote.ts';
import { remember } from '../../ledger/remember.ts';
import { distance } from '../../ledger/suggest.ts';
import { namesOf, spellingsOf, variantsOf } from '../names.ts';
import { unknownQuotations } from '../quotations.ts';
import { type Rules, textAt } from '../rule.ts';
import { anyOf, bare, spansOf, touches, type Word, wordsIn } from '../words.ts';

/** Words that take a side, each with what to write instead. Short on purpose: it stops habits, not thought. */
export const loadedWords: readonly (readonly [pattern: string, instead: string])[] = [
	['terrorists?', 'the name of the group, or “terrorist” in quotation marks with who says so'],
	['terror', 'the name of the group or of the deed'],
	[
		'(?<!\\b(?:cease-?fire|truce|sanctions?|inspection|visa|tax|legal|treaty|monitoring|verification|border|customs)\\s)regimes?',
		'"government"',
	],
	['so-called', 'the name, or quotation marks with who says so'],
	['massacre[ds]?', '"killing", with the figure'],
	['slaughter(?:ed|s)?', '"killing" or "killed"'],
	['butcher(?:ed|s)?', '"killed"'],
	['barbaric', 'what was done'],
	['brutal(?:ly)?', 'what was done'],
	['heroic(?:ally)?', 'what was done'],
	['martyr(?:s|ed|dom)?', '"killed"'],
	['liberat(?:ed|es?|ors?)', '"took" or "captured"'],
	['puppets?', 'who backs whom'],
	['thugs?', 'who they are'],
	['mercenar(?:y|ies)', '"fighters", with who paid them'],
	['claimed(?!\\s+responsibility)', '"said"'],
	['admit(?:s|tedly)?|(?<!\\b(?:was|were|been|be|being)\\s)admitted|admitted(?!\\s+(?:in)?to\\s)', '"said"'],
	['alleged(?:ly)?', '"said", with who says so'],
];

const pattern = new RegExp(
	`(?<![\\p{L}\\p{N}])(?:${loadedWords.map(([word]) => `(${word})`).join('|')})(?![\\p{L}\\p{N}])`,
	'giu',
);

/**
 * Whether a variant is another spelling of the name, and not a description ("Kurdish forces") or another name for it
 * ("the capital"): it is written as a name, and shares a word with it or differs from it in few letters.
 */
function isSpelling(text: string, name: string): boolean {
	if (!/\p{Lu}/u.test(text) || text === name || /(?<![\p{L}-])(?!al-|el-)\p{Ll}[\p{L}-]{3,}/u.test(text)) return false;
	const written = bare(text);
	const known = bare(name);
	const words = new Set(known.split(/\s+/).filter((word) => word.length > 3));
	const limit = Math.floor(Math.max(written.length, known.length) / 2);
	return written.split(/\s+/).some((word) => words.has(word)) || distance(written, known, limit) <= limit;
}

/** So many words in a row are a copy and not a coincidence. */
const COPIED_WORDS = 10;
/** A quotation, not a copy: no page shows more words of a seed in a row. */
const MOST_WORDS = 60;

const keyOf = (words: readonly Word[]): string => words.map(({ word }) => word).join(' ');

export const wording: Rules = {
	*'loaded-word'(desk) {
		// A name may hold such a word; one that is nothing else is noted for search, and takes a side all the same.
		const all = [...namesOf(desk), ...variantsOf(desk).map(({ text }) => text)];
		const names = anyOf(all.filter((name) => name.replace(pattern, '').trim() !== ''));
		for (const { text, quotations, place } of desk.passages) {
			if (text.search(pattern) === -1) continue;
			const named = names ? spansOf(text, names) : [];
			for (const match of text.matchAll(pattern)) {
				const end = match.index + match[0].length;
				if (touches(quotations, match.index, end) || touches(named, match.index, end)) continue;
				const instead = loadedWords[match.slice(1).findIndex((group) => group !== undefined)]?.[1] ?? '';
				yield [place(match.index, end), `"${match[0]}" takes a side`, `write ${instead}`];
			}
		}
	},

	*'name-variant'(desk) {
		const names = namesOf(desk);
		const [own, allowed] = [anyOf(names), names.join(' | ')];
		const variants = new Map(
			variantsOf(desk)
				.filter(({ text, name }) => isSpelling(text, name) && !anyOf([text])?.test(allowed))
				.map((variant) => [variant.text.replace(/\s+/g, ' '), variant]),
		);
		const pattern = anyOf([...variants.keys()]);
		if (!pattern) return;
		for (const { kind, id, text, quotations, place } of desk.passages) {
			if (text.search(pattern) === -1) continue;
			const ours = own ? spansOf(text, own) : [];
			for (const [start, end] of spansOf(text, pattern)) {
				if (touches(quotations, start, end) || touches(ours, start, end)) continue;
				const written = text.slice(start, end);
				const variant = variants.get(written.replace(/\s+/g, ' '));
				// The record itself may say how else its name is written.
				if (!variant || (kind === variant.kind && id === variant.id)) continue;
				const fix = `write "${variant.name}", or put the words in quotation marks if they are quoted`;
				yield [place(start, end), `"${written}" is spelt "${variant.name}" on this site`, fix];
			}
		}
	},

	*'quote-verbatim'({ content, uses, records }) {
		const seedOf = new Map(records('source').map((home) => [home.entry.id, textAt(home, 'seed')]));
		const prepared = remember(prepareSeed);
		const quotable = [...seedOf].filter(([, seed]) => seed !== '').map(([id]) => id);
		for (const use of uses) {
			const source = use.name === 'Quote' ? use.attributes.get('source') : undefined;
			const name = seedOf.get(source?.value ?? '');
			const seed = content.all.seeds.get(name ?? '');
			// A seed that is missing is told of at its source.
			if (!source || name === undefined || (name !== '' && !seed)) continue;
			const words = use.words.trim();
			const count = words.split(/\s+/).length;
			if (!seed) {
				const message = `"${source.value}" is not a seed, so its words cannot be checked`;
				yield [source.place, message, `quote one of: ${quotable.join(', ')}; or put a few words in “…”`];
			} else if (words === '') yield [use.place, 'this quotation is empty', 'put the words between the tags'];
			else if (count > MOST_WORDS)
				yield [use.place, `this quotation has ${count} words`, `quote ${MOST_WORDS} words or fewer`];
			else if (findQuote(prepared(seed.text), words).length === 0) {
				const fix = 'copy them as they stand there; spelling, quotation marks and dashes count';
				yield [use.place, `these words do not stand in seeds/${name}`, fix];
			}
		}
	},

	*'unknown-quotation'(desk) {
		for (const [{ place }, start, end, near] of unknownQuotations(desk)) {
			const first = near === undefined ? 'copy the words from the source and' : `Did you mean “${near}”? If not,`;
			const fix = `${first} write the claim that quotes it; a term that quotes nobody goes into content/names.yaml`;
			yield [place(start, end), 'these quoted words stand in no source and in no record', fix];
		}
	},

	*'seed-words'(desk) {
		const { content, ledger, passages } = desk;
		const spellings = spellingsOf(desk);
		// A name in another spelling is the same word: writing it as the site does makes no sentence one’s own.
		const read = (text: string): readonly Word[] =>
			wordsIn(text).map((found) => {
				const word = spellings.get(found.word);
				return word === undefined ? found : { ...found, word };
			});
		const runs = new Map<string, string>();
		const vocabulary = new Set<string>();
		const texts = [
			...[...content.all.seeds].map(([file, { text }]) => [`seeds/${file}`, text] as const),
			...[...ledger.sources.values()].flatMap(({ id, clauses = [] }) =>
				clauses.map((text) => [`the agreement ${id}`, text] as const),
			),
		];
		for (const [name, text] of texts) {
			const words = read(text);
			for (const { word } of words) vocabulary.add(word);
			for (let at = 0; at + COPIED_WORDS <= words.length; at++)
				runs.set(keyOf(words.slice(at, at + COPIED_WORDS)), name);
		}
		if (runs.size === 0) return;
		for (const { text, quotations, place, inside } of passages) {
			// Too short to hold so many words.
			if (text.length < COPIED_WORDS * 3 || inside.includes('Quote')) continue;
			const words = read(text);
			for (let at = 0; at + COPIED_WORDS <= words.length; at++) {
				// No run holds a word that no seed has: the next one can start behind the last such word.
				const run = words.slice(at, at + COPIED_WORDS);
				const foreign = run.findLastIndex(({ word }) => !vocabulary.has(word));
				if (foreign !== -1) {
					at += foreign;
					continue;
				}
				const file = runs.get(keyOf(run));
				const first = words[at];
				if (file === undefined || !first) continue;
				let last = at + COPIED_WORDS - 1;
				while (last + 1 < words.length && runs.has(keyOf(words.slice(last + 2 - COPIED_WORDS, last + 2)))) last++;
				// Words that are partly quoted count by the part outside; a quotation cuts the run in two.
				const open = words.slice(at, last + 1).filter((word) => !touches(quotations, word.start, word.end));
				if (open.length >= COPIED_WORDS)
					yield [
						place(first.start, words[last]?.end ?? first.end),
						`${last - at + 1} words in a row are those of ${file}`,
						'say it in your own words, or quote a few words in “…”',
					];
				at = last;
			}
		}
	},
};
