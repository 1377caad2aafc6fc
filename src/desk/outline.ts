import type { Nodes, Parent, Text } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { Kind } from '../ledger/problem.ts';
import { type MdxFault, parseMdx } from './mdx.ts';
import {
	type Mark,
	type Passage,
	type Piece,
	PLACEHOLDER,
	quotationsIn,
	sourceOffset,
	type Use,
	type Written,
} from './passage.ts';
import { type Place, placeOf } from './place.ts';
import type { ContentFile } from './read.ts';

/** A heading, link, picture or piece of code in a body: what rules look at beside the words. */
export interface Landmark {
	readonly type: 'heading' | 'link' | 'image' | 'imageReference' | 'definition' | 'import' | 'expression';
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

/** All that the rules need to know of an MDX file; the tree itself is let go. */
export type Outline =
	| {
			readonly ok: true;
			readonly landmarks: readonly Landmark[];
			readonly passages: readonly Passage[];
			readonly uses: readonly Use[];
	  }
	| { readonly ok: false; readonly fault: MdxFault };

const outlines = new WeakMap<ContentFile, Outline>();

/** Parses the body of a file when it is first asked for. Files without a body have an empty outline. */
export function outlineOf(file: ContentFile): Outline {
	const known = outlines.get(file);
	if (known) return known;
	const outline = file.bodyStart === undefined ? EMPTY : makeOutline(file);
	outlines.set(file, outline);
	return outline;
}

/** Landmarks of a file; none when it has no body or its body cannot be read. */
export function landmarksOf(file: ContentFile): readonly Landmark[] {
	const outline = outlineOf(file);
	return outline.ok ? outline.landmarks : [];
}

const EMPTY: Outline = { ok: true, landmarks: [], passages: [], uses: [] };

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;
const isJsx = (node: Nodes): node is Jsx => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
const isParent = (node: Nodes): node is Extract<Nodes, Parent> => 'children' in node;
const startOf = (node: Nodes) => node.position?.start.offset ?? 0;
const endOf = (node: Nodes) => node.position?.end.offset ?? 0;
/** Elements whose children are running text; text may also stand bare inside a component. */
const TEXT_BLOCKS = new Set(['paragraph', 'heading', 'tableCell', 'code', 'text', 'inlineCode', 'mdxJsxTextElement']);

interface Owner {
	readonly file: ContentFile;
	readonly kind: Kind;
	readonly id: string;
}

function makeOutline(file: ContentFile): Outline {
	const parsed = parseMdx(file.text);
	if (!parsed.ok) return parsed;
	const owner: Owner = { file, kind: file.kind, id: /([^/]*)\.mdx$/.exec(file.path)?.[1] ?? '' };
	const landmarks: Landmark[] = [];
	const passages: Passage[] = [];
	const uses: Use[] = [];
	const visit = (node: Nodes, parent: Nodes, inside: readonly string[], inText: boolean): void => {
		const landmark = landmarkOf(node, file);
		if (landmark) landmarks.push(landmark);
		const block = !inText && TEXT_BLOCKS.has(node.type);
		if (block) passages.push(passageOf(node, inside, owner));
		if (isJsx(node)) uses.push(useOf(node, owner, inside, wordsOf(node), isAlone(node, parent)));
		if (!isParent(node)) return;
		const deeper = isJsx(node) ? [...inside, node.name ?? ''] : inside;
		for (const child of node.children) visit(child, node, deeper, inText || block);
	};
	for (const child of parsed.tree.children) visit(child, parsed.tree, [], false);
	return { ok: true, landmarks, passages, uses };
}

/** Whether a component is all there is in its paragraph: it then stands on lines of its own. */
function isAlone(node: Jsx, parent: Nodes): boolean {
	return (
		parent.type === 'paragraph' &&
		parent.children.every((child) => child === node || (child.type === 'text' && child.value.trim() === ''))
	);
}

function landmarkOf(node: Nodes, file: ContentFile): Landmark | undefined {
	const make = (type: Landmark['type'], more: Partial<Landmark> = {}): Landmark => ({
		type,
		place: placeOf(file.path, file.lines, startOf(node), endOf(node)),
		words: '',
		...more,
	});
	switch (node.type) {
		case 'heading':
			return make('heading', {
				depth: node.depth,
				words: wordsOf(node) || (node.children.length > 0 ? PLACEHOLDER : ''),
			});
		case 'link':
			return make('link', { url: node.url });
		case 'image':
			return make('image', { url: node.url, words: node.alt ?? '' });
		case 'imageReference':
			return make('imageReference', { identifier: node.identifier, words: node.alt ?? '' });
		case 'definition':
			return make('definition', { url: node.url, identifier: node.identifier });
		case 'mdxjsEsm':
			return make('import');
		case 'mdxFlowExpression':
		case 'mdxTextExpression':
			return make('expression');
		default:
			return undefined;
	}
}

function passageOf(node: Nodes, inside: readonly string[], owner: Owner): Passage {
	const { file } = owner;
	const pieces: Piece[] = [];
	const marks: Mark[] = [];
	const quoted: [number, number][] = [];
	let flat = '';
	const put = (value: string, spot: Piece['spot']) => {
		pieces.push({ at: flat.length, length: value.length, spot });
		flat += value;
	};
	const take = (part: Nodes, around: readonly string[]): void => {
		const start = flat.length;
		if (part.type === 'text') put(part.value, aligner(file.text, startOf(part), endOf(part), part.value));
		else if (part.type === 'inlineCode' || part.type === 'code') {
			const first = file.text.indexOf(part.value.slice(0, 1) || '`', startOf(part) + 1);
			put(part.value, upTo(first, endOf(part)));
		} else if (part.type === 'break') put(' ', at(startOf(part)));
		else if (part.type === 'image' || part.type === 'imageReference') put(` ${part.alt ?? ''} `, at(startOf(part)));
		else if (isJsx(part)) {
			if (part.children.length === 0) put(PLACEHOLDER, at(startOf(part)));
			else for (const child of part.children) take(child, [...around, part.name ?? '']);
			if (part.name === 'Quote') quoted.push([start, flat.length]);
			marks.push({
				start,
				end: flat.length,
				by: part.name ?? '',
				use: useOf(part, owner, around, flat.slice(start), false),
			});
		} else if (isParent(part)) for (const child of part.children) take(child, around);
	};
	if (isParent(node) && !isJsx(node)) for (const child of node.children) take(child, inside);
	else take(node, inside);
	return {
		...owner,
		path: ['body'],
		sourced: true,
		live: true,
		text: flat,
		marks,
		quotations: inside.includes('Quote') ? [[0, flat.length]] : [...quotationsIn(flat), ...quoted],
		inside,
		place: placer(file, pieces),
	};
}

// The functions below are made outside `passageOf` so that a passage holds on to numbers and not to the tree.
const at = (offset: number) => () => offset;
const upTo = (first: number, end: number) => (offset: number) => Math.min(first + offset, end);
const from = (start: number) => (offset: number) => start + offset;
const placer =
	(file: ContentFile, pieces: readonly Piece[]) =>
	(start: number, end = start + 1): Place =>
		placeOf(file.path, file.lines, sourceOffset(pieces, start), sourceOffset(pieces, Math.max(start, end - 1)) + 1);

/** Maps characters of a text node to the file: escapes, entities and the indentation of wrapped lines are walked over. */
function aligner(source: string, start: number, end: number, value: Text['value']): Piece['spot'] {
	return source.slice(start, end) === value ? from(start) : walker(source, start, end, value);
}

function walker(source: string, start: number, end: number, value: string): Piece['spot'] {
	let spots: number[] | undefined;
	return (offset) => {
		if (!spots) {
			spots = [];
			let at = start;
			for (const unit of value.split('')) {
				if (source[at] === '\\' && source[at + 1] === unit) at++;
				// White space in front of a wrapped line, and the ">" of a quotation, are not in the value.
				while (at < end && source[at] !== unit && source[at] !== '&' && /[\s>]/.test(source[at] ?? '')) at++;
				spots.push(at);
				if (source[at] === '&' && unit !== '&') at = Math.max(at, source.indexOf(';', at));
				else if (source.startsWith('&amp;', at)) at += 4;
				if (at < end) at++;
			}
		}
		return spots[offset] ?? end;
	};
}

function useOf(node: Jsx, { file, kind, id }: Owner, inside: readonly string[], words: string, alone: boolean): Use {
	const start = startOf(node);
	const attributes = new Map<string, Written>();
	for (const attribute of node.attributes) {
		const from = attribute.position?.start.offset ?? start;
		const to = attribute.position?.end.offset ?? from;
		const place = placeOf(file.path, file.lines, from, to);
		if (attribute.type === 'mdxJsxExpressionAttribute') {
			attributes.set(`{${attribute.value}}`, { value: undefined, place });
		} else {
			const { name, value } = attribute;
			// The second of two attributes of one name is kept under a name that no component has.
			attributes.set(attributes.has(name) ? `${name} (again)` : name, {
				value: typeof value === 'string' ? value : undefined,
				place,
			});
		}
	}
	return {
		name: node.name ?? '',
		attributes,
		words,
		place: placeOf(file.path, file.lines, start, start + 1 + (node.name?.length ?? 1)),
		file,
		kind,
		id,
		mdx: true,
		inside,
		inline: node.type === 'mdxJsxTextElement',
		alone,
	};
}

/** All text below a node. */
function wordsOf(node: Nodes): string {
	if ('value' in node && typeof node.value === 'string') return node.value;
	return isParent(node) ? node.children.map(wordsOf).join(isBlockParent(node) ? ' ' : '') : '';
}

function isBlockParent(node: Nodes): boolean {
	return (
		node.type === 'root' ||
		node.type === 'mdxJsxFlowElement' ||
		node.type === 'list' ||
		node.type === 'listItem' ||
		node.type === 'blockquote'
	);
}
