const ELEMENTS = new Set(
	'svg g path rect circle ellipse line polyline polygon text tspan title desc defs use symbol clipPath mask pattern linearGradient radialGradient stop style'.split(
		' ',
	),
);
const NAMESPACES = new Set(['http://www.w3.org/2000/svg', 'http://www.w3.org/1999/xlink']);
const HEAD = /^\uFEFF?\s*(?:<\?xml [^<>]*\?>\s*)?/;
/** Attributes with a prefix that a plain drawing has. */
const PREFIXED = /^(?:xmlns:.*|xlink:.*|xml:(?:space|lang))$/i;
const ENCODING = /^[^>]*\sencoding\s*=\s*["'](?!utf-8["'])/i;
/** A comment, a tag, or text: each from where the one before ends, so that a file is read once. */
const TOKEN =
	/<!--(?:[^-]|-(?!->))*-->|<\/?(?<name>[A-Za-z][\w:.-]*)(?<attributes>(?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*\/?>|[^<]+/y;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

const LOADS = /@import|(?:image(?:-set)?|cross-fade|src)\(|url\((?!['"]?#)/i;

/** What in a drawing is more than a drawing: script, foreign content, what is loaded from elsewhere. undefined for none. */
export function svgFault(text: string): string | undefined {
	const token = new RegExp(TOKEN);
	const head = HEAD.exec(text)?.[0] ?? '';
	if (ENCODING.test(head)) return 'it says that it is not in UTF-8';
	token.lastIndex = head.length;
	if (!/^(?:<!--|<svg[\s>])/.test(text.slice(token.lastIndex, token.lastIndex + 5)))
		return 'it does not start with <svg';
	// Written as a number or behind a backslash, a word could hide from what is looked for below.
	const hidden = /&#|\\/.exec(text)?.[0];
	if (hidden) return `it holds "${hidden}"; write the character itself`;
	const loads = 'its styles load something from elsewhere';
	if (LOADS.test(text)) return loads;
	// What stands between tags is one text: a comment or a tag inside a word could hide it.
	let between = '';
	while (token.lastIndex < text.length) {
		const at = token.lastIndex;
		const { groups } = token.exec(text) ?? {};
		if (!groups) return `"${text.slice(at, at + 12).split('\n')[0]}" is not part of a plain drawing`;
		const { name, attributes = '' } = groups;
		if (name === undefined) {
			if (text[at] !== '<') between += text.slice(at, token.lastIndex);
			continue;
		}
		if (!ELEMENTS.has(name)) return `<${name}> is not part of a plain drawing`;
		for (const [, key = '', double, single] of attributes.matchAll(ATTRIBUTE)) {
			const value = double ?? single ?? '';
			if (/^on/i.test(key)) return `${key} would run a script`;
			if (key.includes(':') && !PREFIXED.test(key)) return `${key} is not part of a plain drawing`;
			if (/(?:^|:)href$/i.test(key) && !value.startsWith('#')) return `${key} leads out of the drawing`;
			if (/^xmlns/i.test(key) && !NAMESPACES.has(value)) return `${key} brings in another language`;
		}
	}
	return LOADS.test(between) ? loads : undefined;
}
