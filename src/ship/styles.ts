import { createHash } from 'node:crypto';
import { tags } from './html-tags.ts';

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
