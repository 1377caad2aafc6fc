import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { attempt } from '../ledger/attempt.ts';
import { remember } from '../ledger/remember.ts';
import { leavesOf, type Rules } from './rule.ts';
import { touches } from './words.ts';

interface Speller {
	readonly correct: (word: string) => boolean;
	readonly suggest: (word: string) => readonly string[];
}

const require = createRequire(import.meta.url);
const DICTIONARY = dirname(require.resolve('dictionary-en-gb'));
const KEPT = join(import.meta.dirname, '..', '..', 'node_modules', '.cache', 'desk');

/** What is no word: addresses, names of files, code, what holds a digit. Or else a word. */
const WORD = /\S*(?:[/_@\\]|\p{L}\.\p{L}|\p{Ll}\p{Lu}|\p{N})\S*|(\p{Script=Latin}\p{M}*(?:['’]?[\p{L}\p{M}])*)/gu;
/** BBC, NGOs: what it stands for is an editor's care. */
const INITIALS = /^\p{Lu}+s?$/u;
/** Fields that hold names, and those that hold names among other words, by their capitals. */
const NAMES = /^(?:name|short|publisher|agency|variants)$/;
const TITLES = /^(?:title|english)$/;

const wordsOf = (text: string) =>
	[...text.matchAll(WORD)].flatMap(({ 1: word, index }) =>
		word === undefined ? [] : [{ word: word.replaceAll('’', "'"), start: index, end: index + word.length }],
	);
/** "Kassem's" is Kassem. */
const withoutS = (word: string): string => word.replace(/'s?$/, '');

/**
 * Tells right words from others. The dictionary is opened for words that it was not asked for before: those that were
 * found right are kept beside what Node has compiled.
 */
function speller(): Speller & { readonly keep: () => void } {
	const open = remember((): Speller => {
		const [affixes, words] = ['index.aff', 'index.dic'].map((name) => readFileSync(join(DICTIONARY, name)));
		return require('nspell')(affixes, words);
	});
	const file = join(KEPT, `words-${statSync(join(DICTIONARY, 'index.dic')).size}.txt`);
	const before = statSync(file, { throwIfNoEntry: false })?.isFile() ? readFileSync(file, 'utf8').split('\n') : [];
	const right = new Set(before);
	return {
		correct(word) {
			const is = right.has(word) || open('').correct(word);
			if (is) right.add(word);
			return is;
		},
		suggest: remember((word) => open('').suggest(word)),
		keep() {
			if (right.size === before.length) return;
			// Where nothing may be written, the dictionary is opened each time. Half a word is no right one.
			attempt(() => {
				mkdirSync(KEPT, { recursive: true });
				writeFileSync(`${file}.${process.pid}`, [...right].join('\n'));
				renameSync(`${file}.${process.pid}`, file);
			}, undefined);
		},
	};
}

/** Of words of ours, those that no dictionary, no record and no list of names has. Asked by `npm run check` alone. */
export const spelling: Rules = {
	*spelling({ content, passages }) {
		const known = new Set(content.names.flatMap(wordsOf).map(({ word }) => word));
		for (const { entry } of content.homes.values())
			for (const [[key], text] of leavesOf(entry.data))
				if (NAMES.test(String(key)) || TITLES.test(String(key)))
					for (const { word } of wordsOf(String(text)))
						if (!TITLES.test(String(key)) || /^\p{Lu}/u.test(word)) known.add(word);
		const told = new Set<string>();
		const { correct, suggest, keep } = speller();
		for (const { file, text, inside, quotations, place } of passages) {
			if (inside.includes('Quote')) continue;
			for (const { word, start, end } of wordsOf(text)) {
				const forms = [withoutS(word), word];
				if (INITIALS.test(word) || touches(quotations, start, end)) continue;
				if (forms.some((form) => known.has(form)) || forms.some(correct)) continue;
				const once = `${file.path} ${word}`;
				if (told.has(once)) continue;
				told.add(once);
				// A name that is not known is like no word.
				const meant = /^\p{Lu}/u.test(word) ? [] : suggest(word).slice(0, 2);
				const ask = meant.length === 0 ? 'Look how it is spelt.' : `Did you mean "${meant.join('" or "')}"?`;
				const fix = `${ask} What is right goes into content/names.yaml`;
				yield [place(start, end), `"${word}" is in no dictionary`, fix];
			}
		}
		keep();
	},
};
