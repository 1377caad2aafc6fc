import type { MdxFault } from '../prose/mdx.ts';
import { type Body, type BodyLandmark, type BodyPassage, type BodyUse, readBody, writtenAt } from './body.ts';
import type { Passage, Use, Written } from './passage.ts';
import { type Place, placeOf } from './position.ts';
import type { ContentFile } from './read.ts';

/** A heading, link, picture or piece of code in a body: what rules look at beside the words. */
export interface Landmark {
	readonly type: BodyLandmark['type'];
	readonly place: Place;
	/** Level of a heading. */
	readonly depth?: number;
	/** Words of a heading, alternative text of a picture. */
	readonly words: string;
	/** Address of a link, picture or definition. */
	readonly url?: string;
	/** What ties a reference to its definition. */
	readonly identifier?: string;
}

/** All that the rules need to know of an MDX file, with places. */
export type Outline =
	| {
			readonly ok: true;
			readonly landmarks: readonly Landmark[];
			readonly passages: readonly Passage[];
			readonly uses: readonly Use[];
	  }
	| { readonly ok: false; readonly fault: MdxFault };

const outlines = new WeakMap<ContentFile, Outline>();
const EMPTY: Outline = { ok: true, landmarks: [], passages: [], uses: [] };

/** Reads the body of a file when it is first asked for. Files without a body have an empty outline. */
export function outlineOf(file: ContentFile): Outline {
	return outlines.get(file) ?? outlineFrom(file, file.bodyStart === undefined ? undefined : readBody(file.text));
}

/** The outline of a file whose body was read elsewhere; it is kept for those who ask later. */
export function outlineFrom(file: ContentFile, body: Body | undefined): Outline {
	const outline = body === undefined ? EMPTY : toOutline(file, body);
	outlines.set(file, outline);
	return outline;
}

/** Landmarks of a file; none when it has no body or its body cannot be read. */
export function landmarksOf(file: ContentFile): readonly Landmark[] {
	const outline = outlineOf(file);
	return outline.ok ? outline.landmarks : [];
}

interface Owner {
	readonly file: ContentFile;
	readonly kind: ContentFile['kind'];
	readonly id: string;
}

function toOutline(file: ContentFile, body: Body): Outline {
	if (!body.ok) return body;
	const owner: Owner = { file, kind: file.kind, id: /([^/]*)\.mdx$/.exec(file.path)?.[1] ?? '' };
	const uses = body.uses.map((use) => toUse(owner, use));
	return {
		ok: true,
		landmarks: body.landmarks.map(({ start, end, ...rest }) => ({
			...rest,
			place: placeOf(file.path, file.lines, start, end),
		})),
		passages: body.passages.map((passage) => toPassage(owner, passage, uses)),
		uses,
	};
}

function toUse({ file, kind, id }: Owner, use: BodyUse): Use {
	const { name, words, start, inside, inline, alone } = use;
	const attributes = new Map(
		use.attributes.map(([attribute, value, from, to]): [string, Written] => [
			attribute,
			{ value, place: placeOf(file.path, file.lines, from, to) },
		]),
	);
	const place = placeOf(file.path, file.lines, start, start + 1 + (name.length || 1));
	return { name, attributes, words, place, file, kind, id, mdx: true, inside, inline, alone };
}

function toPassage({ file, kind, id }: Owner, passage: BodyPassage, uses: readonly Use[]): Passage {
	const { text, quotations, inside } = passage;
	return {
		file,
		kind,
		id,
		path: BODY,
		sourced: true,
		live: true,
		text,
		marks: passage.marks.map(({ start, end, by, use }) => {
			const used = uses[use];
			return used ? { start, end, by, use: used } : { start, end, by };
		}),
		quotations,
		inside,
		place: (start, end = start + 1) =>
			placeOf(
				file.path,
				file.lines,
				writtenAt(file.text, passage, start),
				writtenAt(file.text, passage, Math.max(start, end - 1)) + 1,
			),
	};
}

const BODY: Passage['path'] = ['body'];
