import Slugger from 'github-slugger';

const HEADING = /<h([23])((?: id="[^"]*")?)>((?:(?!<a[ >]|<\/h).)*)<\/h\1>/gs;

/** The words of a piece of HTML, still escaped. */
const wordsIn = (html: string): string => html.replace(/<[^>]*>/g, '').trim();

/**
 * Gives each heading of a text an id, and a link to itself. Those with a class belong to a figure or a note, and those
 * that are links lead elsewhere: they stay. The link is for pointers; contents lead there by keyboard.
 */
export function linkHeadings(html: string): string {
	const slugger = new Slugger();
	for (const [, id = ''] of html.matchAll(/ id="([^"]+)"/g)) slugger.slug(id);
	let above = '';
	return html.replace(HEADING, (_, level: string, given: string, words: string) => {
		const known = / id="([^"]*)"/.exec(given)?.[1];
		const id = known ?? slugger.slug(level === '3' && above ? `${above} ${wordsIn(words)}` : wordsIn(words));
		if (level === '2') above = id;
		return `<h${level} id="${id}">${words}<a class="anchor" href="#${id}" aria-hidden="true" tabindex="-1"></a></h${level}>`;
	});
}

/** The headings of the second level in a text that `linkHeadings` went over: ids and words, as HTML. */
export function contentsOf(html: string): readonly { readonly id: string; readonly words: string }[] {
	return [...html.matchAll(/<h2 id="([^"]+)">(.*?)<a class="anchor"/gs)].map(([, id = '', words = '']) => ({
		id,
		words: wordsIn(words),
	}));
}
