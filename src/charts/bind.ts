const BEFORE = /\b(about|almost|more than|at least|up to|nearly|over) (?=\d)/g;
const BEHIND = /(\d) (?=(?:million|billion)\b)/g;

/** Holds a figure together with the words that limit or scale it, so that no label breaks between them. */
export const bindFigures = (text: string): string =>
	text.replace(BEFORE, (_, words: string) => `${words.replaceAll(' ', '\u00a0')}\u00a0`).replace(BEHIND, '$1\u00a0');
