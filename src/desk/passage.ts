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

/** One use of a component, in MDX or in a prose field. There are many: what few ask for is worked out for them. */
export class Use {
	/** The component itself, in the tree of its text. */
	readonly node: Component;
	/** Names of the components around it, from the outermost. */
	readonly inside: readonly string[];
	/** MDX only: whether nothing else is in its paragraph. */
	readonly alone: boolean;
	readonly source: Source;

	constructor(source: Source, node: Component, inside: readonly string[], alone: boolean) {
		this.source = source;
		this.node = node;
		this.inside = inside;
		this.alone = alone;
	}

	get name(): string {
		return this.node.name ?? '';
	}
	get kind(): Kind {
		return this.source.kind;
	}
	/** The words between its tags. */
	get words(): string {
		return wordsIn(this.node);
	}
	get place(): Place {
		const start = startOf(this.node);
		return this.source.place(start, start + 1 + (this.name.length || 1));
	}
	get attributes(): ReadonlyMap<string, Written> {
		const { source } = this;
		const attributes = new Map<string, Written>();
		for (const one of this.node.attributes) {
			const from = one.position?.start.offset ?? startOf(this.node);
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
		return attributes;
	}
}

/** An attribute of a component as it is written; empty where there is none. */
export function attributeOf({ node }: Use, name: string): string {
	const value = node.attributes.find((one) => one.type === 'mdxJsxAttribute' && one.name === name)?.value;
	return typeof value === 'string' ? value : '';
}

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
 * Where the parts of a passage's text were written, four numbers each: where it starts in the text; where it was
 * written, from and to; and whether character for character (1), or with escapes, entities and indentation between (0).
 */
type Runs = readonly number[];
const RUN = 4;

export const startOf = (node: Nodes): number => node.position?.start.offset ?? 0;
export const endOf = (node: Nodes): number => node.position?.end.offset ?? 0;

/** A passage of a text: the nodes of a paragraph, a heading, a field. `useOf` gives the use of each component in it. */
export function makePassage(
	source: Source,
	nodes: readonly Nodes[],
	inside: readonly string[],
	useOf: (node: Component, inside: readonly string[]) => Use,
): Passage {
	const { file, kind, id, path, sourced, live } = source;
	const { text, runs, marks, quoted } = flatten(source.text, nodes, inside, useOf);
	return {
		file,
		kind,
		id,
		path,
		sourced,
		live,
		text,
		marks,
		inside,
		quotations: inside.includes('Quote') ? [[0, text.length]] : [...quotationsIn(text), ...quoted],
		place: placer(source, text, runs),
	};
}

/** Apart from what makes a passage, so that nothing of the making is kept with it. */
function placer(source: Source, text: string, runs: Runs): Passage['place'] {
	return (start, end = start + 1) =>
		source.place(spotOf(source.text, text, runs, start), spotOf(source.text, text, runs, Math.max(start, end - 1)) + 1);
}

/** The text of some nodes, with the ways back to `written`, and what stands in it. */
function flatten(
	written: string,
	nodes: readonly Nodes[],
	inside: readonly string[],
	useOf: (node: Component, inside: readonly string[]) => Use,
) {
	const runs: number[] = [];
	const marks: Mark[] = [];
	const quoted: [number, number][] = [];
	let text = '';
	const put = (value: string, start: number, end: number, as = 1) => {
		runs.push(text.length, start, end, as);
		text += value;
	};
	const take = (part: Nodes, around: readonly string[]): void => {
		const start = text.length;
		const from = startOf(part);
		const to = endOf(part);
		if (part.type === 'text') {
			const source = written.slice(from, to);
			// A slice shares the memory of its file.
			if (source === part.value) put(source, from, to);
			else put(part.value, from, to, 0);
		} else if (part.type === 'inlineCode' || part.type === 'code')
			put(part.value, written.indexOf(part.value.slice(0, 1) || '`', from + 1), to);
		else if (part.type === 'break') put(' ', from, from);
		else if (part.type === 'image' || part.type === 'imageReference') put(` ${part.alt ?? ''} `, from, from);
		else if (isComponent(part)) {
			const name = part.name ?? '';
			const use = useOf(part, around);
			if (part.children.length === 0) put(PLACEHOLDER, from, from);
			else for (const child of part.children) take(child, [...around, name]);
			if (name === 'Quote') quoted.push([start, text.length]);
			marks.push({ start, end: text.length, by: name, use });
		} else for (const child of childrenOf(part)) take(child, around);
	};
	for (const node of nodes) take(node, inside);
	// Lists that grow hold more memory than they need: what is kept are their copies.
	return { text, runs: [...runs], marks: [...marks], quoted };
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
function spotOf(source: string, text: string, runs: Runs, offset: number): number {
	const index = runs.findLastIndex((at, place) => place % RUN === 0 && at <= offset);
	const [at = 0, start = 0, end = 0, as = 1, next] = runs.slice(Math.max(0, index));
	if (as) return Math.min(start + offset - at, end);
	const lengthAt = (spot: number, unit: string): number =>
		source[spot] === '&' && (unit !== '&' || source.startsWith('&amp;', spot))
			? source.indexOf(';', spot) + 1 - spot
			: source[spot] === '\\' && source[spot + 1] === unit
				? 2
				: 1;
	// White space in front of a wrapped line, and the ">" of a quotation, are not in the value.
	const writing = { start, end, lengthAt, gap: /[\s>]*/y };
	return writtenAt(source, text.slice(at, next), writing)[offset - at] ?? end;
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
