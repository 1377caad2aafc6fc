import { pieces } from './html.ts';

const MONTHS = 'January|February|March|April|May|June|July|August|September|October|November|December';
const PAIRS = new RegExp(`(\\d) (${MONTHS}|km|million|billion)\\b`, 'g');

/**
 * Keeps a day with its month and a number with its unit on one line, by a no-break space. Works on the text of HTML,
 * never inside tags.
 */
export const bindPairs = (html: string): string =>
	pieces(html)
		.map((piece, index) => (index % 2 === 0 ? piece.replace(PAIRS, '$1\u00a0$2') : piece))
		.join('');
