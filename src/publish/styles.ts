import { createHash } from 'node:crypto';

const STYLE = /<style\b[^>]*>([\s\S]*?)<\/style>/g;

/** Hashes, as a policy names them, of the style elements in a page or a drawing. */
export function styleHashes(markup: string): readonly string[] {
	return [...markup.matchAll(STYLE)].map(([, css = '']) => {
		// A parser reads every line break as "\n", and hashes what it has read.
		const text = css.replace(/\r\n?/g, '\n');
		return `sha256-${createHash('sha256').update(text).digest('base64')}`;
	});
}
