import type { FootnoteDefinition, FootnoteReference, PhrasingContent } from 'mdast';

/** Numbers what a text rests on, in order of first mention; the same note keeps its number. */
export interface Footnotes {
	/** The mark to put behind the words. `write` makes the note when its number is given out. */
	readonly mark: (key: string, write: () => readonly PhrasingContent[]) => FootnoteReference;
	/** All notes so far, in order. */
	readonly definitions: () => readonly FootnoteDefinition[];
}

export function makeFootnotes(): Footnotes {
	const notes = new Map<string, { readonly number: string; readonly content: readonly PhrasingContent[] }>();
	return {
		mark: (key, write) => {
			const known = notes.get(key) ?? { number: String(notes.size + 1), content: write() };
			notes.set(key, known);
			return { type: 'footnoteReference', identifier: known.number, label: known.number };
		},
		definitions: () =>
			[...notes.values()].map(({ number, content }) => ({
				type: 'footnoteDefinition',
				identifier: number,
				label: number,
				children: [{ type: 'paragraph', children: [...content] }],
			})),
	};
}
