const BEFORE = /\b(about|almost|more than|at least|up to|nearly|over) (?=\d)/g;
const DAY =
	/\b(\d{1,2}) (?=(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)/g;
const BEHIND = /(\d) (?=(?:million|billion)\b)/g;

/** Holds a figure together with the words that limit or scale it, and a day with its month: no label breaks there. */
export const bindFigures = (text: string): string =>
	text
		.replace(BEFORE, (_, words: string) => `${words.replaceAll(' ', '\u00a0')}\u00a0`)
		.replace(BEHIND, '$1\u00a0')
		.replace(DAY, '$1\u00a0');
