import { mentionId } from '../formats/backlinks.ts';

/**
 * Notes: each traced figure on a page is a button that opens a note. The notes stand once at the end of the page, in
 * order of first mention, as popovers on the screen and as a numbered list in print and in browsers without CSS.
 * A note's id says what it is about, so the layout can write the notes after the page's text is rendered.
 */
export type NoteSubject =
	| { readonly type: 'claim' | 'term' | 'actor'; readonly id: string }
	| { readonly type: 'value'; readonly attributes: Readonly<Record<string, string>> };

/** Id of the note about a claim, a term or an actor. */
export function noteId(type: 'claim' | 'term' | 'actor', id: string): string {
	return `note-${type}-${id}`;
}

/** Id of the note about a `<Value>`: its attributes in alphabetical order, `note-value:date=2020;series=x`. */
export function valueNoteId(attributes: Readonly<Record<string, string>>): string {
	const pairs = Object.entries(attributes).filter(([key]) => key !== 'as');
	return `note-value:${pairs
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([key, value]) => `${key}=${value}`)
		.join(';')
		.replaceAll(' ', '_')}`;
}

/** What a note is about, read back from its id. */
export function noteSubject(id: string): NoteSubject | undefined {
	const record = /^note-(claim|term|actor)-(.+)$/.exec(id);
	if (record?.[2]) return { type: record[1] as 'claim' | 'term' | 'actor', id: record[2] };
	const value = /^note-value:(.+)$/.exec(id)?.[1];
	if (value === undefined) return undefined;
	const pairs = value
		.replaceAll('_', ' ')
		.split(';')
		.map((pair) => {
			const at = pair.indexOf('=');
			return [pair.slice(0, at), pair.slice(at + 1)] as const;
		});
	return { type: 'value', attributes: Object.fromEntries(pairs) };
}

/** A page with its notes numbered. */
export interface NotedPage {
	readonly html: string;
	/** Ids of the notes on claims and values in order of first mention; the number of a note is its place here, from 1. */
	readonly figures: readonly string[];
	/** Ids of the notes on terms and actors, which carry no number. */
	readonly words: readonly string[];
}

const isFigure = (id: string): boolean => id.startsWith('note-claim-') || id.startsWith('note-value:');

const REFERENCE = /popovertarget="(note-[^"]+)"/g;
const NUMBER = /\{\{(note-[^}]+)\}\}/g;

/** Numbers the notes a page refers to, in reading order, writes the numbers into it and marks each claim's first mention. */
export function numberNotes(html: string): NotedPage {
	const ids = [...new Set([...html.matchAll(REFERENCE)].map(([, id]) => id ?? ''))];
	const figures = ids.filter(isFigure);
	const numbers = new Map(figures.map((id, index) => [id, String(index + 1)]));
	const unmarked = new Set(ids);
	const marked = html.replace(REFERENCE, (whole, id: string) => {
		const subject = unmarked.delete(id) ? noteSubject(id) : undefined;
		return subject?.type === 'claim' ? `${whole} id="${mentionId(subject.id)}"` : whole;
	});
	return {
		html: marked.replace(NUMBER, (_, id: string) => numbers.get(id) ?? ''),
		figures,
		words: ids.filter((id) => !isFigure(id)),
	};
}
