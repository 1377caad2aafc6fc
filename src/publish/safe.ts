/** A tag with its attributes; a quoted value may hold ">". Comments, style and script texts are cut out before. */
const TAG = /<[a-zA-Z][^\s/>]*(?:[^"'>]|"[^"]*"|'[^']*')*>/g;
const VALUES = /="[^"]*"|='[^']*'/g;
const HANDLER = /\son[a-z]+\s*=/i;
const STYLE_ATTRIBUTE = /\sstyle\s*=/i;
const RAW = /<!--[\s\S]*?-->|(<(script|style)\b[^>]*>)([\s\S]*?)<\/\2>/gi;
const DATA_BLOCK = /\btype="application\/(?:ld\+json|json)"/;

/**
 * What in a page the policy would block: style attributes, event handlers, scripts with text in them.
 * @returns one sentence each; none for a page that may be published
 */
export function unsafeMarkup(html: string): readonly string[] {
	const found = new Set<string>();
	const tags = html.replace(RAW, (_whole, open: string | undefined, name: string | undefined, text: string) => {
		if (name?.toLowerCase() === 'script' && text.trim() !== '' && !DATA_BLOCK.test(open ?? ''))
			found.add('an inline script');
		return open ?? '';
	});
	for (const [tag] of tags.matchAll(TAG)) {
		// Names only: what a quoted value says is text.
		const names = tag.replace(VALUES, '=');
		if (HANDLER.test(names)) found.add(`an event handler in ${tag.slice(0, 80)}`);
		if (STYLE_ATTRIBUTE.test(names)) found.add(`a style attribute in ${tag.slice(0, 80)}`);
	}
	return [...found];
}
