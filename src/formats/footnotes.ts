import type { FootnoteDefinition, FootnoteReference, PhrasingContent } from 'mdast';

/** Numbers what a text rests on, in order of first mention; the same note keeps its number. */
export function makeFootnotes() {
	const notes = new Map<string, FootnoteDefinition>();
	return {
		/** The mark to put behind the words. `write` makes the note when its number is given out. */
		mark: (key: string, write: () => readonly PhrasingContent[]): FootnoteReference => {
			const known = notes.get(key);
			const number = known?.label ?? String(notes.size + 1);
			const named = { identifier: number, label: number };
			if (!known)
				notes.set(key, {
					type: 'footnoteDefinition',
					...named,
					children: [{ type: 'paragraph', children: [...write()] }],
				});
			return { type: 'footnoteReference', ...named };
		},
		/** All notes so far, in order. */
		definitions: (): readonly FootnoteDefinition[] => [...notes.values()],
	};
}

export type Footnotes = ReturnType<typeof makeFootnotes>;
