import { escapeXml } from '../charts/escape.ts';

/** Text for an element or a quoted attribute of HTML or XML; characters that XML forbids are left out. */
export const escapeMarkup = (text: string): string => escapeXml(text).replaceAll("'", '&#39;');

/** JSON for a script element: no "<" in it, so that no text can end the element or open a comment. */
export function escapeScript(value: unknown): string {
	return JSON.stringify(value)
		.replaceAll('<', '\\u003c')
		.replaceAll('\u2028', '\\u2028')
		.replaceAll('\u2029', '\\u2029');
}
