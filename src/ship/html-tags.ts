/** A start tag of a page, with the text behind it for elements whose content is not markup. */
export interface Tag {
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
