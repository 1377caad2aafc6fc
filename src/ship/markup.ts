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
function tags(html: string): readonly Tag[] {
	const found: Tag[] = [];
	const start = new RegExp(START);
	for (let match = start.exec(html); match; match = start.exec(html)) {
		const [whole, written, attributes = ''] = match;
		if (written === undefined) continue;
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
export function styleHashes(markup: string): readonly string[] {
	return tags(markup)
		.filter(({ name }) => name === 'style')
		.map(({ text }) => {
			// A parser reads every line break as "\n", and hashes what it has read.
			const read = text.replace(/\r\n?/g, '\n');
			return `sha256-${createHash('sha256').update(read).digest('base64')}`;
		});
}

const VALUES = /=\s*(?:"[^"]*"|'[^']*')/g;
const HANDLER = /(?:^|[\s"'/])on[a-z]+\s*=/i;
const STYLE_ATTRIBUTE = /(?:^|[\s"'/])style\s*=/i;
const DATA_BLOCK = /\btype="application\/(?:ld\+json|json)"/;

/**
 * What in a page the policy would block: style attributes, event handlers, scripts with text in them.
 * @returns one sentence each; none for a page that may be published
 */
export function unsafeMarkup(html: string): readonly string[] {
	const found = new Set<string>();
	for (const { name, attributes, text } of tags(html)) {
		if (name === 'script' && text.trim() !== '' && !DATA_BLOCK.test(attributes)) found.add('an inline script');
		// Names only: what a quoted value says is text.
		const names = attributes.replace(VALUES, '= ');
		const tag = `<${name}${attributes}>`.slice(0, 80);
		if (HANDLER.test(names)) found.add(`an event handler in ${tag}`);
		if (STYLE_ATTRIBUTE.test(names)) found.add(`a style attribute in ${tag}`);
	}
	return [...found];
}
