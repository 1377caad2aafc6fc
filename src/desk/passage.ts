import type { Nodes } from 'mdast';
import type { Kind } from '../ledger/kinds.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Path } from '../ledger/problem.ts';
import { componentByName } from '../prose/dialect.ts';
import { type Component, childrenOf, isComponent } from '../prose/nodes.ts';
import { isReference, referenceWords } from '../prose/words.ts';
import type { ContentFile } from './file.ts';
import type { Place } from './position.ts';
import { writtenAt } from './written.ts';

/** A text with the way from it to its file: that of an MDX file whole, or of one field. */
export interface Source {
	readonly file: ContentFile;
	readonly kind: Kind;
	readonly id: string;
	/** Its field: ["dek"], ["body"]. */
	readonly path: Path;
	/** true where a figure must be a reference. */
	readonly sourced: boolean;
	/** true where references are live. */
	readonly live: boolean;
	/** true in MDX, false in a prose field. */
	readonly mdx: boolean;
	/** What the positions of the nodes count in. */
	readonly text: string;
	readonly place: (start: number, end: number) => Place;
}

/** One attribute of a component as written; `value` is undefined when it is no literal text. */
export interface Written {
	readonly value: string | undefined;
	readonly place: Place;
}

/** One use of a component, in MDX or in a prose field. */
export interface Use extends Pick<Source, 'file' | 'kind' | 'id' | 'mdx'> {
	readonly name: string;
	readonly attributes: ReadonlyMap<string, Written>;
	/** The words between its tags. */
	readonly words: string;
	readonly place: Place;
	/** Names of the components around it, from the outermost. */
	readonly inside: readonly string[];
	/** MDX only: whether it stands in a line of text; `alone` when nothing else is in its paragraph. */
	readonly inline: boolean;
	readonly alone: boolean;
	/** The component itself, in the tree of its text. */
	readonly node: Component;
}

/** An attribute of a component as it is written; empty where there is none. */
export const attributeOf = ({ attributes }: Use, name: string): string => attributes.get(name)?.value ?? '';

/** Every record that a use names, and the attribute that names it. */
export const namedBy = (
	use: Use,
): readonly { readonly attribute: string; readonly kind: Kind; readonly id: string }[] =>
	(componentByName.get(use.name)?.attributes ?? []).flatMap(({ name, refers, list }) => {
		const value = attributeOf(use, name);
		const ids = list ? value.split(',').map((part) => part.trim()) : [value];
		return refers && value.trim() !== '' ? ids.map((id) => ({ attribute: name, kind: refers, id })) : [];
	});

/** Part of a passage that a component stands behind. */
export interface Mark {
	readonly start: number;
	readonly end: number;
	readonly by: string;
	readonly use: Use;
}

/**
 * A run of words that a reader sees as one: a paragraph, a heading, a key point, a label. In its text, as written, a
 * reference without words of its own is one U+FFFC. `asRead` puts its words in.
 */
export interface Passage extends Omit<Source, 'mdx' | 'place'> {
	readonly marks: readonly Mark[];
	/** Spans of `text` inside quotation marks or <Quote>. */
	readonly quotations: readonly (readonly [start: number, end: number])[];
	readonly inside: readonly string[];
	readonly place: (start: number, end?: number) => Place;
}

/** Stands in a passage for a reference that brings its own words. */
export const PLACEHOLDER = '\uFFFC';

/**
 * Where a part of a passage's text was written: character for character, and not past the end; or with escapes,
 * entities and indentation between.
 */
type Run = readonly [at: number, how: 'as' | 'walk', start: number, end: number];

export const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
export const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;

/** A passage of a text: the nodes of a paragraph, a heading, a field. `useOf` gives the use of each component in it. */
export function makePassage(
	source: Source,
	nodes: readonly Nodes[],
	inside: readonly string[],
	useOf: (node: Component, inside: readonly string[]) => Use,
): Passage {
	const { file, kind, id, path, sourced, live, text: written } = source;
	const runs: Run[] = [];
	const marks: Mark[] = [];
	const quoted: [number, number][] = [];
	let flat = '';
	const put = (value: string, how: Run[1], start: number, end: number) => {
		runs.push([flat.length, how, start, end]);
		flat += value;
	};
	const take = (part: Nodes, around: readonly string[]): void => {
		const start = flat.length;
		const from = startOf(part);
		const to = endOf(part);
		if (part.type === 'text') put(part.value, written.slice(from, to) === part.value ? 'as' : 'walk', from, to);
		else if (part.type === 'inlineCode' || part.type === 'code')
			put(part.value, 'as', written.indexOf(part.value.slice(0, 1) || '`', from + 1), to);
		else if (part.type === 'break') put(' ', 'as', from, from);
		else if (part.type === 'image' || part.type === 'imageReference') put(` ${part.alt ?? ''} `, 'as', from, from);
		else if (isComponent(part)) {
			const name = part.name ?? '';
			const use = useOf(part, around);
			if (part.children.length === 0) put(PLACEHOLDER, 'as', from, from);
			else for (const child of part.children) take(child, [...around, name]);
			if (name === 'Quote') quoted.push([start, flat.length]);
			marks.push({ start, end: flat.length, by: name, use });
		} else for (const child of childrenOf(part)) take(child, around);
	};
	for (const node of nodes) take(node, inside);
	const at = (offset: number) => spotOf(written, flat, runs, offset);
	return {
		...{ file, kind, id, path, sourced, live, text: flat, marks, inside },
		quotations: inside.includes('Quote') ? [[0, flat.length]] : [...quotationsIn(flat), ...quoted],
		place: (start, end = start + 1) => source.place(at(start), at(Math.max(start, end - 1)) + 1),
	};
}

/** A use of a component, its places worked out only when they are asked for. */
export function makeUse(source: Source, node: Component, inside: readonly string[], alone: boolean): Use {
	const { file, kind, id, mdx } = source;
	const attributes = new Map<string, Written>();
	const start = startOf(node);
	for (const one of node.attributes) {
		const from = one.position?.start.offset ?? start;
		const to = one.position?.end.offset ?? from;
		const name = one.type === 'mdxJsxAttribute' ? one.name : `{${one.value}}`;
		const value = one.type === 'mdxJsxAttribute' && typeof one.value === 'string' ? one.value : undefined;
		// The second of two attributes of one name is kept under a name that no component has.
		attributes.set(attributes.has(name) ? `${name} (again)` : name, {
			value,
			get place() {
				return source.place(from, to);
			},
		});
	}
	const name = node.name ?? '';
	return {
		...{ name, attributes, file, kind, id, mdx, inside, alone, node },
		words: wordsIn(node),
		inline: node.type === 'mdxJsxTextElement',
		get place() {
			return source.place(start, start + 1 + (name.length || 1));
		},
	};
}

const BLOCKS = new Set(['root', 'mdxJsxFlowElement', 'list', 'listItem', 'blockquote']);

/** All words below a node, with a space between blocks. */
export function wordsIn(node: Nodes): string {
	if ('value' in node) return node.value;
	return childrenOf(node)
		.map(wordsIn)
		.join(BLOCKS.has(node.type) ? ' ' : '');
}

/** Where the character at `offset` of a passage was written, as an offset into its source. */
function spotOf(source: string, text: string, runs: readonly Run[], offset: number): number {
	const index = runs.findLastIndex(([at]) => at <= offset);
	const [at, how, start, end] = runs[index] ?? [0, 'as', 0, 0];
	if (how === 'as') return Math.min(start + offset - at, end);
	const lengthAt = (spot: number, unit: string): number =>
		source[spot] === '&' && (unit !== '&' || source.startsWith('&amp;', spot))
			? source.indexOf(';', spot) + 1 - spot
			: source[spot] === '\\' && source[spot + 1] === unit
				? 2
				: 1;
	// White space in front of a wrapped line, and the ">" of a quotation, are not in the value.
	const writing = { start, end, lengthAt, gap: /[\s>]*/y };
	return writtenAt(source, text.slice(at, runs[index + 1]?.[0]), writing)[offset - at] ?? end;
}

/** Quotation marks that open and close within one passage: “…” and "…". */
function quotationsIn(text: string): readonly (readonly [number, number])[] {
	return [...text.matchAll(/“[^“”]*”|"[^"]*"|«[^«»]*»|„[^„“”]*[“”]/g)].map((match) => [
		match.index,
		match.index + match[0].length,
	]);
}

/** The words that a reader sees in a passage, or in a part of it. A reference that leads nowhere keeps its U+FFFC. */
export function asRead(ledger: Ledger, { text, marks }: Passage, from = 0, to = text.length): string {
	return text.slice(from, to).replaceAll(PLACEHOLDER, (sign, at: number) => {
		const { use } = marks.find(({ start, end }) => start === from + at && end === start + 1) ?? {};
		try {
			return use && isReference(use.node) ? referenceWords(ledger, use.node) : sign;
		} catch {
			return sign;
		}
	});
}
