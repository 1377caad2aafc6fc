import type { Nodes } from 'mdast';
import { drawFigure, figureIds } from '../charts/figures.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { mentionId } from '../ledger/link.ts';
import { bodyOf } from '../prose/body.ts';
import { readField } from '../prose/field.ts';
import { attributesOf, componentsIn } from '../prose/nodes.ts';
import { pieces } from './html.ts';

/** What a note is about. */
export type NoteSubject =
	| { readonly type: 'claim' | 'term' | 'actor'; readonly id: string }
	| { readonly type: 'value'; readonly attributes: Readonly<Record<string, string>> };

/** A note of a page. */
export interface Note {
	readonly id: string;
	readonly subject: NoteSubject;
	/** Notes on figures are numbered in order of first mention, from 1; those on names carry none. */
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

/** Something that a page shows and that may hold references: a field, or words of a text. */
export type Shown = string | readonly Nodes[];

/**
 * The notes of one page: numbered before anything is rendered, from the prose that the page says it shows. They stand
 * once at its end, as popovers on the screen and as a numbered list on paper and where a browser knows no popovers.
 */
export class PageNotes {
	readonly #notes = new Map<string, Note>();

	/** @param prose what the page shows that may hold references, in reading order */
	constructor(prose: readonly Shown[]) {
		for (const node of prose.flatMap((one) => componentsIn(typeof one === 'string' ? readField(one) : one))) {
			const attributes = attributesOf(node);
			if (node.name === 'Value') this.at({ type: 'value', attributes });
			if (node.name === 'Claim') this.at({ type: 'claim', id: attributes['id'] ?? '' });
		}
	}

	/** The note about something; a new one at the end where the page did not say that it shows it. */
	at(subject: NoteSubject): Note {
		const key = keyOf(subject);
		const known = this.#notes.get(key);
		if (known) return known;
		const number = this.figures.length + 1;
		const note =
			subject.type === 'claim' || subject.type === 'value'
				? { id: `note-${number}`, subject, number }
				: { id: `note-${subject.type}-${subject.id}`, subject };
		this.#notes.set(key, note);
		return note;
	}

	get figures(): readonly Note[] {
		return [...this.#notes.values()].filter(({ number }) => number !== undefined);
	}

	get words(): readonly Note[] {
		return [...this.#notes.values()].filter(({ number }) => number === undefined);
	}
}

/**
 * The notes of the page that is being rendered. A page with prose gives it at its start, before anything of it is
 * rendered; the numbers of one that does not come as its references do.
 */
export function notesOf(locals: { notes?: PageNotes }, prose: readonly Shown[] = []): PageNotes {
	locals.notes ??= new PageNotes(prose);
	return locals.notes;
}

/** What a page's text shows in reading order: its own references, and the words of its figures. */
export function bodyProse(ledger: Ledger, record: { readonly body: string }): readonly Shown[] {
	const figures = new Set(figureIds(ledger));
	return componentsIn(bodyOf(record).children).flatMap((node): readonly Shown[] => {
		const { id = '' } = attributesOf(node);
		if ((node.name !== 'Chart' && node.name !== 'Map') || !figures.has(id)) return [[{ ...node, children: [] }]];
		const { title, summary } = drawFigure(ledger, id);
		return [title, summary];
	});
}

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
