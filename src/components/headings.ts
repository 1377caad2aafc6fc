import Slugger from 'github-slugger';
import { pieces } from './html.ts';

/** The words between tags, still escaped, without the numbers of notes. */
function wordsIn(inner: readonly string[]): string {
	let inButton = false;
	const words = inner.filter((piece) => {
		if (/^<\/?button[ >]/.test(piece)) inButton = !piece.startsWith('</');
		return !inButton && !piece.startsWith('<');
	});
	return words.join('').trim();
}

/** Headings with where their tags stand in the pieces, and what stands between them. */
function* headingsIn(all: readonly string[], open: RegExp) {
	for (const [start, piece] of all.entries()) {
		const [, level, id] = (start % 2 === 1 && open.exec(piece)) || [];
		const end = level === undefined ? -1 : all.indexOf(`</h${level}>`, start);
		if (level !== undefined && end !== -1) yield { level, id, start, end, inner: all.slice(start + 1, end) };
	}
}

/**
 * Gives each heading of a text an id, and a link to itself. Those with a class belong to a figure or a note, and those
 * that are links lead elsewhere: they stay. The link is for pointers; contents lead there by keyboard.
 */
export function linkHeadings(html: string): string {
	const slugger = new Slugger();
	for (const [, id = ''] of html.matchAll(/ id="([^"]+)"/g)) slugger.slug(id);
	const all = pieces(html);
	let above = '';
	for (const { level, id: known, start, end, inner } of headingsIn(all, /^<h([23])(?: id="([^"]*)")?>$/)) {
		if (inner.some((piece) => /^<a[ >]/.test(piece))) continue;
		const words = wordsIn(inner);
		const id = known ?? slugger.slug(level === '3' && above ? `${above} ${words}` : words);
		if (level === '2') above = id;
		all[start] = `<h${level} id="${id}">`;
		all[end] = `<a class="anchor" href="#${id}" aria-hidden="true" tabindex="-1"></a></h${level}>`;
	}
	return all.join('');
}

/** The headings of the second level in a text that `linkHeadings` went over, those of figures too: ids and words, as HTML. */
export const contentsOf = (html: string): readonly { readonly id: string; readonly words: string }[] =>
	[...headingsIn(pieces(html), /^<h(2)(?: class="figure-title")? id="([^"]+)">$/)].flatMap(({ id, inner }) =>
		id === undefined ? [] : [{ id, words: wordsIn(inner) }],
	);
