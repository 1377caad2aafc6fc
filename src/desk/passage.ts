import type { Nodes, Parent, Root, Text } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { parseInline } from '../ledger/inline.ts';
import type { Kind, Path } from '../ledger/problem.ts';
import { fields } from './field.ts';
import { type Place, placeOf } from './place.ts';
import type { Content, ContentFile, Home } from './read.ts';

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

interface Piece {
	readonly at: number;
	readonly length: number;
	readonly spot: (offset: number) => number;
}

/** All words of ours in the content: MDX bodies, front matter, prose in YAML. */
export function passagesOf(content: Content): readonly Passage[] {
	return [...content.homes.values()].flatMap((home) => [...fieldPassages(home), ...bodyPassages(home)]);
}

function fieldPassages(home: Home): readonly Passage[] {
	const { file, entry, prefix } = home;
	const passages: Passage[] = [];
	for (const { path, text, sourced, live } of stringsOf(entry.kind, entry.data)) {
		const pieces: Piece[] = [];
		const marks: Mark[] = [];
		let flat = '';
		const spot = (offset: number, length = 1): Place => {
			const span = file.yaml?.span([...prefix, ...path], { offset, length }) ?? { start: 0, end: 0 };
			return placeOf(file.path, file.lines, file.yamlStart + span.start, file.yamlStart + span.end);
		};
		const parts = live ? parseInline(text) : ([{ type: 'text', text, offset: 0 }] as const);
		for (const part of parts) {
			if (part.type === 'text') {
				pieces.push({ at: flat.length, length: part.text.length, spot: (offset) => part.offset + offset });
				flat += part.text;
				continue;
			}
			const whole = text.slice(part.offset);
			const words = part.words ?? PLACEHOLDER;
			const inner = part.words === undefined ? 0 : whole.indexOf('>') + 1;
			const attributes = new Map(
				Object.entries(part.attributes).map(([name, value]) => {
					const at = part.offset + Math.max(0, whole.indexOf(`${name}="`));
					return [name, { value, place: spot(at, name.length + value.length + 3) }];
				}),
			);
			const use: Use = {
				name: part.name,
				attributes,
				words: part.words ?? '',
				place: spot(part.offset, part.name.length + 1),
				file,
				kind: entry.kind,
				id: entry.id,
				mdx: false,
				inside: [],
				inline: true,
				alone: false,
			};
			marks.push({ start: flat.length, end: flat.length + words.length, by: part.name, use });
			pieces.push({
				at: flat.length,
				length: words.length,
				spot: (offset) => part.offset + inner + (inner ? offset : 0),
			});
			flat += words;
		}
		passages.push({
			file,
			kind: entry.kind,
			id: entry.id,
			path,
			sourced,
			live,
			text: flat,
			marks,
			quotations: quotationsIn(flat),
			inside: [],
			place: (start, end = start + 1) => {
				const from = sourceOffset(pieces, start);
				return spot(from, Math.max(1, sourceOffset(pieces, Math.max(start, end - 1)) + 1 - from));
			},
		});
	}
	return passages;
}

function sourceOffset(pieces: readonly Piece[], offset: number): number {
	const piece = pieces.findLast((candidate) => candidate.at <= offset);
	return piece ? piece.spot(offset - piece.at) : 0;
}

interface Prose {
	readonly path: Path;
	readonly text: string;
	readonly sourced: boolean;
	readonly live: boolean;
}

/** Every string of a record that holds words of ours. Takes records of any shape. */
function stringsOf(kind: Kind, data: unknown): readonly Prose[] {
	const found: Prose[] = [];
	for (const field of fields[kind]) {
		const steps = field.path.split('.');
		const take = (value: unknown, step: number, path: Path): void => {
			const name = steps[step];
			if (name === undefined) {
				if (typeof value === 'string' && value !== '') {
					found.push({ path, text: value, sourced: field.figures === 'sourced', live: field.live });
				}
			} else if (name === '*') {
				if (Array.isArray(value)) for (const [index, item] of value.entries()) take(item, step + 1, [...path, index]);
			} else if (typeof value === 'object' && value !== null && Object.hasOwn(value, name)) {
				take((value as Readonly<Record<string, unknown>>)[name], step + 1, [...path, name]);
			}
		};
		take(data, 0, []);
	}
	return found;
}

/** Quotation marks that open and close within one passage: “…” and "…". */
function quotationsIn(text: string): readonly (readonly [number, number])[] {
	return [...text.matchAll(/“[^“”]*”|"[^"]*"|«[^«»]*»|„[^„“”]*[“”]/g)].map((match) => [
		match.index,
		match.index + match[0].length,
	]);
}

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;
const isJsx = (node: Nodes): node is Jsx => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
const isParent = (node: Nodes): node is Extract<Nodes, Parent> => 'children' in node;
const startOf = (node: Nodes) => node.position?.start.offset ?? 0;
const endOf = (node: Nodes) => node.position?.end.offset ?? 0;
/** Elements whose children are running text. */
const TEXT_BLOCKS = new Set(['paragraph', 'heading', 'tableCell']);

function bodyPassages({ file, entry }: Home): readonly Passage[] {
	const parsed = file.body?.tree();
	if (!parsed?.ok) return [];
	const passages: Passage[] = [];
	const visit = (node: Nodes, inside: readonly string[]): void => {
		if (TEXT_BLOCKS.has(node.type) || node.type === 'code' || isLooseText(node)) {
			passages.push(textPassage(node, inside));
			return;
		}
		if (!isParent(node)) return;
		const deeper = isJsx(node) ? [...inside, node.name ?? ''] : inside;
		for (const child of node.children) visit(child, deeper);
	};
	const textPassage = (node: Nodes, inside: readonly string[]): Passage => {
		const pieces: Piece[] = [];
		const marks: Mark[] = [];
		const quoted: [number, number][] = [];
		let flat = '';
		const put = (value: string, spot: (offset: number) => number) => {
			pieces.push({ at: flat.length, length: value.length, spot });
			flat += value;
		};
		const take = (part: Nodes, around: readonly string[]): void => {
			const start = flat.length;
			if (part.type === 'text') put(part.value, aligner(file.text, part));
			else if (part.type === 'inlineCode' || part.type === 'code') {
				const first = file.text.indexOf(part.value.slice(0, 1) || '`', startOf(part) + 1);
				put(part.value, (offset) => Math.min(first + offset, endOf(part)));
			} else if (part.type === 'break') put(' ', () => startOf(part));
			else if (part.type === 'image' || part.type === 'imageReference') put(` ${part.alt ?? ''} `, () => startOf(part));
			else if (isJsx(part)) {
				if (part.children.length === 0) put(PLACEHOLDER, () => startOf(part));
				else for (const child of part.children) take(child, [...around, part.name ?? '']);
				if (part.name === 'Quote') quoted.push([start, flat.length]);
				marks.push({
					start,
					end: flat.length,
					by: part.name ?? '',
					use: useOf(part, file, entry.kind, entry.id, around, flat.slice(start)),
				});
			} else if (isParent(part)) for (const child of part.children) take(child, around);
		};
		if (isParent(node) && !isJsx(node)) for (const child of node.children) take(child, inside);
		else take(node, inside);
		return {
			file,
			kind: entry.kind,
			id: entry.id,
			path: ['body'],
			sourced: true,
			live: true,
			text: flat,
			marks,
			quotations: inside.includes('Quote') ? [[0, flat.length]] : [...quotationsIn(flat), ...quoted],
			inside,
			place: (start, end = start + 1) =>
				placeOf(file.path, file.lines, sourceOffset(pieces, start), sourceOffset(pieces, Math.max(start, end - 1)) + 1),
		};
	};
	visit(parsed.tree, []);
	return passages;
}

function isLooseText(node: Nodes): boolean {
	return node.type === 'text' || node.type === 'inlineCode' || node.type === 'mdxJsxTextElement';
}

/** Maps characters of a text node to the file: escapes, entities and the indentation of wrapped lines are walked over. */
function aligner(source: string, node: Text): (offset: number) => number {
	const start = startOf(node);
	const end = endOf(node);
	if (source.slice(start, end) === node.value) return (offset) => start + offset;
	let spots: number[] | undefined;
	return (offset) => {
		if (!spots) {
			spots = [];
			let at = start;
			for (const unit of node.value.split('')) {
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

function useOf(
	node: Jsx,
	file: ContentFile,
	kind: Kind,
	id: string,
	inside: readonly string[],
	words: string,
	alone = false,
): Use {
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

/** Every use of a component in the body of a file, in order. */
export function usesIn({ file, entry }: Home): readonly Use[] {
	const parsed = file.body?.tree();
	if (!parsed?.ok) return [];
	const uses: Use[] = [];
	const visit = (node: Nodes, parent: Nodes, inside: readonly string[]): void => {
		if (isJsx(node)) {
			const alone =
				parent.type === 'paragraph' &&
				parent.children.every((child) => child === node || (child.type === 'text' && child.value.trim() === ''));
			uses.push(useOf(node, file, entry.kind, entry.id, inside, wordsOf(node), alone));
		}
		if (isParent(node))
			for (const child of node.children) visit(child, node, isJsx(node) ? [...inside, node.name ?? ''] : inside);
	};
	for (const child of parsed.tree.children) visit(child, parsed.tree, []);
	return uses;
}

/** All text below a node. */
export function wordsOf(node: Nodes): string {
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

/** Every node of a tree in order. */
export function nodesOf(tree: Root): readonly Nodes[] {
	const nodes: Nodes[] = [];
	const visit = (node: Nodes): void => {
		nodes.push(node);
		if (isParent(node)) for (const child of node.children) visit(child);
	};
	visit(tree);
	return nodes;
}
