/** Words that carry nothing in a question: "how many died in the strike" asks for "died" and "strike". */
const small = new Set(
	(
		'a an and are as at be been by can could did do does for from had has have how in into is it its many me much no not of on or ' +
		'over said say says some than that the their there they this to was were what when where which who whom whose why with'
	).split(' '),
);

/** Signs inside a word that one spelling has and another lacks: apostrophes, ʿ and ʾ, the stretching of Arabic letters. */
const SIGNS = /(?<=\p{L}\p{M}*)['’‘ʼʿʾ`´ـ]+(?=\p{L})|[ʿʾـ]/gu;

/** Words as they are cut from a text: a sign inside a name does not cut it in two. */
export const cut = (text: string): string[] =>
	text
		.replace(/[’']s(?!\p{L})/gu, '')
		.replace(SIGNS, '')
		.split(/[^\p{L}\p{N}\p{M}]+/u)
		.filter(Boolean);

/** A word without marks and capitals: Erdoğan and erdogan are one. */
const bare = (word: string): string =>
	word.replace(SIGNS, '').normalize('NFD').replace(/\p{M}/gu, '').replace(/ı/g, 'i').toLowerCase();

/** Words under which the site's texts are kept, and those under which a question is looked up. */
export interface Vocabulary {
	readonly kept: (text: string) => string[];
	readonly asked: (text: string) => string[];
}

/**
 * A vocabulary in which all words of a group mean the same; a group may hold phrases: "peace deal", "cease-fire". Texts
 * keep their own words beside the one for their group, so that the beginning of a word finds it while it is typed.
 */
export function vocabulary(groups: readonly (readonly string[])[]): Vocabulary {
	const phrases = groups.flatMap((group) => {
		const [main = []] = group.map((phrase) => cut(phrase).map(bare));
		return group.map((phrase) => ({ words: cut(phrase).map(bare), main: main.join('') }));
	});
	const byFirst = Map.groupBy(
		phrases.toSorted((a, b) => b.words.length - a.words.length),
		({ words: [first = ''] }) => first,
	);
	const read = (text: string, own: boolean): string[] => {
		const words = cut(text).map(bare);
		const found: string[] = [];
		for (let at = 0; at < words.length; ) {
			const here = byFirst.get(words[at] ?? '') ?? [];
			const phrase = here.find((one) => one.words.every((word, index) => words[at + index] === word));
			const length = phrase?.words.length ?? 1;
			const plain = words.slice(at, at + length).filter((word) => !small.has(word));
			found.push(...(phrase ? [phrase.main] : []), ...(own || !phrase ? plain : []));
			at += length;
		}
		return own ? [...new Set(found)] : found;
	};
	return { kept: (text) => read(text, true), asked: (text) => read(text, false) };
}
