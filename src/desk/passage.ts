import type { Kind, Path } from '../ledger/problem.ts';
import type { Place } from './position.ts';
import type { ContentFile } from './read.ts';

/** One attribute of a component as written; `value` is undefined when it is no literal text. */
export interface Written {
	readonly value: string | undefined;
	readonly place: Place;
}

/** One use of a component, in MDX or in a prose string. */
export interface Use {
	readonly name: string;
	readonly attributes: ReadonlyMap<string, Written>;
	readonly words: string;
	readonly place: Place;
	readonly file: ContentFile;
	readonly kind: Kind;
	readonly id: string;
	/** true in MDX, false in a prose string. */
	readonly mdx: boolean;
	/** Names of the components around it, from the outermost. */
	readonly inside: readonly string[];
	/** MDX only: whether it stands in a line of text; `alone` when nothing else is in its paragraph. */
	readonly inline: boolean;
	readonly alone: boolean;
}

/** Part of a passage that a component or other markup stands behind. */
export interface Mark {
	readonly start: number;
	readonly end: number;
	readonly by: string;
	readonly use?: Use;
}

/** A run of words that a reader sees as one: a paragraph, a heading, a key point, a label. */
export interface Passage {
	readonly file: ContentFile;
	readonly kind: Kind;
	readonly id: string;
	/** Its field: ["dek"], ["body"]. */
	readonly path: Path;
	/** true where a figure must be a reference. */
	readonly sourced: boolean;
	/** true where references are live. */
	readonly live: boolean;
	/** The words; a reference without words of its own is one U+FFFC. */
	readonly text: string;
	readonly marks: readonly Mark[];
	/** Spans of `text` inside quotation marks or <Quote>. */
	readonly quotations: readonly (readonly [start: number, end: number])[];
	readonly inside: readonly string[];
	readonly place: (start: number, end?: number) => Place;
}

/** Stands in a passage for a reference that brings its own words. */
export const PLACEHOLDER = '\uFFFC';

/** A part of a passage's text with the way back to where it was written. */
export interface Piece {
	readonly at: number;
	readonly length: number;
	readonly spot: (offset: number) => number;
}

/** Where the character at `offset` of a passage was written. */
export function sourceOffset(pieces: readonly Piece[], offset: number): number {
	const piece = pieces.findLast((candidate) => candidate.at <= offset);
	return piece ? piece.spot(offset - piece.at) : 0;
}

/** Quotation marks that open and close within one passage: “…” and "…". */
export function quotationsIn(text: string): readonly (readonly [number, number])[] {
	return [...text.matchAll(/“[^“”]*”|"[^"]*"|«[^«»]*»|„[^„“”]*[“”]/g)].map((match) => [
		match.index,
		match.index + match[0].length,
	]);
}
