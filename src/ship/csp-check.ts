import { tags } from './html-tags.ts';

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
