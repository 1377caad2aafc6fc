const NAMED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
/** Control characters that XML 1.0 cannot hold in any form; tab and line breaks stay. */
const FORBIDDEN =
	/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

/** Text for an element or a quoted attribute of HTML or XML. */
export function escapeMarkup(text: string): string {
	return text.replace(FORBIDDEN, '\ufffd').replace(/[&<>"']/g, (character) => NAMED[character] ?? character);
}

/** JSON for a script element: no "<" in it, so that no text can end the element or open a comment. */
export function escapeScript(value: unknown): string {
	return JSON.stringify(value)
		.replaceAll('<', '\\u003c')
		.replaceAll('\u2028', '\\u2028')
		.replaceAll('\u2029', '\\u2029');
}

/** One line of text for formats in which a line break starts something new. */
export const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
