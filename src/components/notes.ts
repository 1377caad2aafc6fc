import { mentionId } from '../ledger/link.ts';
import { pieces } from './html.ts';

/** What a note is about. */
export type NoteSubject =
	| { readonly type: 'claim' | 'term' | 'actor'; readonly id: string }
	| { readonly type: 'value'; readonly attributes: Readonly<Record<string, string>> };

/** A note of a page: on a figure it has a number, on a name none. */
export interface Note {
	readonly id: string;
	readonly subject: NoteSubject;
	readonly number?: number;
}

/** What tells one subject from all others; a value is the same however it is worded. */
function keyOf(subject: NoteSubject): string {
	if (subject.type !== 'value') return `${subject.type} ${subject.id}`;
	const pairs = Object.entries(subject.attributes)
		.filter(([key]) => key !== 'as')
		.sort(([a], [b]) => (a < b ? -1 : 1));
	return JSON.stringify(pairs);
}

/** What is mentioned on the page that is being rendered, each subject once. */
export type Mentions = Map<string, NoteSubject>;

/** Keeps what a figure or a name is about for the notes of its page. @returns its place among all, which is no number yet */
export function mention(locals: { mentions?: Mentions }, subject: NoteSubject): number {
	locals.mentions ??= new Map();
	const key = keyOf(subject);
	if (!locals.mentions.has(key)) locals.mentions.set(key, subject);
	return [...locals.mentions.keys()].indexOf(key);
}

/** The control behind a figure, as Ref.astro writes it: what it names by a place among the mentions gets its number. */
const CONTROL = /^(<button type="button" class="ref-number" popovertarget=")(\d+)(" aria-label="[^"]*)(">)$/;

/**
 * Numbers the figures of a page in the order in which they stand on it, which is not that in which they are rendered.
 * Their notes stand once at its end, as popovers on the screen and as a numbered list on paper and where a browser knows
 * no popovers.
 */
export function numberNotes(html: string, { mentions = new Map() }: { mentions?: Mentions }) {
	const subjects = [...mentions.values()];
	const figures = new Map<string, Note>();
	const all = pieces(html);
	for (const [at, tag] of all.entries()) {
		const [, start, place = '', name, end] = (at % 2 === 1 && CONTROL.exec(tag)) || [];
		const subject = subjects[Number(place)];
		if (start === undefined || !subject) continue;
		const number = figures.get(place)?.number ?? figures.size + 1;
		figures.set(place, { id: `note-${number}`, subject, number });
		all[at] = `${start}note-${number}${name} ${number}${end}`;
		all[at + 1] = `[${number}${all[at + 1]}]`;
	}
	const words = subjects.flatMap((subject): readonly Note[] =>
		'id' in subject && subject.type !== 'claim' ? [{ id: nameNote(subject), subject }] : [],
	);
	return { html: all.join(''), figures: [...figures.values()], words };
}

/** The id of the note on a name or a term. */
export const nameNote = ({ type, id }: { readonly type: string; readonly id: string }): string => `note-${type}-${id}`;

const MENTION = /^<(?:span|a) class="ref .*?data-(?:claim|note)="([^"]+)"/s;

/**
 * Marks the first mention of each claim, so that its own page can lead back to it, and of each name; later mentions of
 * a name are plain words.
 */
export function markFirst(html: string): string {
	const all = pieces(html);
	const seen = new Set<string>();
	for (const [at, tag] of all.entries()) {
		const [, key] = (at % 2 === 1 && MENTION.exec(tag)) || [];
		if (key === undefined) continue;
		const first = !seen.has(key);
		seen.add(key);
		if (tag.startsWith('<span')) all[at] = first ? tag.replace(/>$/, ` id="${mentionId(key)}">`) : tag;
		else if (!first) [all[at], all[at + 2]] = ['', ''];
	}
	return all.join('');
}
