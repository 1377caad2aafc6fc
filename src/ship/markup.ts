import { createHash } from 'node:crypto';

/** A start tag of a page, with the text behind it for elements whose content is not markup. */
interface Tag {
	/** In lower case. */
	readonly name: string;
	/** As written, without the name. */
	readonly attributes: string;
	/** Content of script, style, title and textarea; empty for all others. */
	readonly text: string;
}

const START = /<!--[\s\S]*?-->|<([a-zA-Z][^\s/>]*)((?:"[^"]*"|'[^']*'|[^"'>])*)>/g;
const RAW = new Set(['script', 'style', 'title', 'textarea']);

/** Start tags in order, as a parser finds them: markup inside attributes, comments and raw text is text. */
export function tags(html: string): readonly Tag[] {
	const found: Tag[] = [];
	const start = new RegExp(START);
	for (let match = start.exec(html); match; match = start.exec(html)) {
		const [whole, written, attributes = ''] = match;
		if (written === undefined) {
			found.push({ name: '!--', attributes: '', text: '' });
			continue;
		}
		const name = written.toLowerCase();
		const closed = attributes.endsWith('/');
		if (!RAW.has(name) || closed) {
			found.push({ name, attributes, text: '' });
			continue;
		}
		const from = match.index + whole.length;
		const end = new RegExp(`</${name}[\\s/>]`, 'gi');
		end.lastIndex = from;
		const to = end.exec(html)?.index ?? html.length;
		found.push({ name, attributes, text: html.slice(from, to) });
		start.lastIndex = to;
	}
	return found;
}

/** Hashes, as a policy names them, of the style elements in a page or a drawing. */
export const styleHashes = (found: readonly Tag[]): readonly string[] =>
	found
		.filter(({ name }) => name === 'style')
		.map(({ text }) => {
			// A parser reads every line break as "\n", and hashes what it has read.
			const read = text.replace(/\r\n?/g, '\n');
			return `sha256-${createHash('sha256').update(read).digest('base64')}`;
		});

/** Attributes as every page has them: ` name="value"`, or the name alone. */
const VALUES = /="[^"]*"/g;
const NAMES = /^(?:\s+[a-z][\w:.-]*)*\s*\/?$/i;
const HANDLER = /(?:^|[\s"'/])on[a-z]+(?=[\s/=]|$)/i;
const STYLE_ATTRIBUTE = /(?:^|[\s"'/])style(?=[\s/=]|$)/i;
const STYLE_LOADS = /@import|url\(\s*['"]?\s*(?:[\\/]{2}|(?!data:)[a-z][a-z0-9+.-]*:)/i;
const DATA_BLOCK = /\btype="application\/(?:ld\+json|json)"/;

/** Elements of which the site's pages are made. */
const ELEMENTS = new Set(
	(
		'a abbr article aside b blockquote body br button caption circle clippath code dd defs del details dfn ' +
		'div dl dt ellipse em figcaption figure footer form g h1 h2 h3 h4 h5 h6 head header hr html i img input kbd ' +
		'label li line link main mark meta nav noscript ol option p path pattern polygon polyline pre q rect s script ' +
		'section select site-search small span strong style sub summary sup svg table tbody td text tfoot th thead time ' +
		'title tr traced-chart tspan u ul use wbr'
	).split(' '),
);
/** Attributes by which a browser asks for something, without a click. */
const LOADED = /\s((?:image)?srcset|src|(?:form)?action|poster|data|background|ping|(?:xlink:)?href)="([^"]*)"/gi;
/** What leads away from the site: a scheme, an address of another host, a letter written so that neither is seen. */
const AWAY =
	/(?:^|,)[\s\p{Cc}]*(?:[a-z][a-z0-9+.-]*:|[\\/]{2})|&(?!#(?:3[489]|x2[267]|x3C);|amp;|quot;|apos;|lt;|gt;)/iu;
/** Links that name another place and load nothing. */
const NAMES_ONLY = /\srel="(?:canonical|alternate)"/;
/** The icon that every page carries in itself. */
const ICON = /^data:image\/svg\+xml,/;

/** Attributes of drawings and words, by names that ask for nothing and run nothing: most tags have no others. */
const HARMLESS =
	/^(?: (?:aria-[a-z]+|c[xy]|class|colspan|d|data-[a-z]+|datetime|font-(?:size|weight)|height|id|points|popover(?:target)?|r|role|scope|tabindex|text-anchor|transform|type|value|viewBox|width|[xy][12]?)="[^"]*")*\/?$/;

/** Where a tag makes a browser go or load without being asked. */
function* leads(name: string, attributes: string): Iterable<string> {
	if (name === 'meta' && /http-equiv/i.test(attributes) && !/^ http-equiv="content-security-policy" /.test(attributes))
		yield 'an instruction to the browser';
	for (const [, key = '', written = ''] of attributes.matchAll(LOADED)) {
		// A browser leaves these out of an address.
		const value = written.replace(/[\t\n\r]/g, '');
		if (name === 'script' && !/^(?!.*\/\/)(?:\.?\.?\/)*(?:[\w.-]+\/)*_astro\/[\w.-]+\.js$/.test(value))
			yield 'a script that is not the site’s';
		const link = name === 'a' || (name === 'link' && NAMES_ONLY.test(attributes));
		if (key.toLowerCase() === 'href' && link) {
			if (name === 'a' && AWAY.test(value) && !/^(?:https?|mailto|tel):/i.test(value))
				yield 'a link that is no address';
		} else if (AWAY.test(value) && !(name === 'link' && ICON.test(value))) yield 'something from elsewhere';
	}
}

/**
 * What in a page the policy would block, or what the site does not write: style attributes, event handlers, scripts
 * with text in them or of another origin, elements that no page is made of, what is loaded from elsewhere. The last wall:
 * whatever let it in, it is not published.
 * @returns one sentence each; none for a page that may be published
 */
export function unsafeMarkup(all: readonly Tag[]): readonly string[] {
	const found = new Set<string>();
	for (const { name, attributes, text } of all) {
		const tell = (what: string): unknown => found.add(`${what} in ${`<${name}${attributes}>`.slice(0, 80)}`);
		if (!ELEMENTS.has(name)) found.add(`<${name}>, which no page has`);
		if (name === 'script' && text.trim() !== '' && !DATA_BLOCK.test(attributes)) found.add('an inline script');
		// In a drawing these hold markup.
		if (name !== 'script' && /<[a-z!/?]/i.test(text)) tell('a tag inside');
		if (name === 'style' && STYLE_LOADS.test(text)) tell('something from elsewhere');
		if (HARMLESS.test(attributes)) continue;
		// Names only: what a quoted value says is text.
		const names = attributes.replace(VALUES, '');
		if (HANDLER.test(names)) tell('an event handler');
		if (STYLE_ATTRIBUTE.test(names)) tell('a style attribute');
		if (!NAMES.test(names)) tell('an attribute that is not written as name="value"');
		for (const what of leads(name, attributes)) tell(what);
	}
	return [...found];
}
