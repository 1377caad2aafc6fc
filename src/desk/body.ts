import type { Nodes, Parent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { type MdxFault, parseMdx } from '../prose/mdx.ts';
import { PLACEHOLDER, quotationsIn } from './passage.ts';

/** What stands in the text of an MDX file, as plain data with offsets into the file: another thread may make it. */
export type Body =
	| {
			readonly ok: true;
			readonly landmarks: readonly BodyLandmark[];
			readonly passages: readonly BodyPassage[];
			readonly uses: readonly BodyUse[];
	  }
	| { readonly ok: false; readonly fault: MdxFault };

export type LandmarkType =
	| 'heading'
	| 'link'
	| 'image'
	| 'imageReference'
	| 'definition'
	| 'import'
	| 'expression'
	| 'footnote';

export interface BodyLandmark {
	readonly type: LandmarkType;
	readonly start: number;
	readonly end: number;
	readonly words: string;
	readonly depth?: number;
	readonly url?: string;
	readonly identifier?: string;
}

export interface BodyUse {
	readonly name: string;
	/** Name, value (undefined when it is no literal text), start and end. */
	readonly attributes: readonly (readonly [name: string, value: string | undefined, start: number, end: number])[];
	readonly words: string;
	readonly start: number;
	readonly inside: readonly string[];
	readonly inline: boolean;
	readonly alone: boolean;
}

export interface BodyPassage {
	readonly text: string;
	/** `use` is an index into the uses of the body. */
	readonly marks: readonly {
		readonly start: number;
		readonly end: number;
		readonly by: string;
		readonly use: number;
	}[];
	readonly quotations: readonly (readonly [start: number, end: number])[];
	readonly inside: readonly string[];
	readonly runs: readonly Run[];
}

/**
 * Where a part of a passage's text was written. `as`: character for character; `at`: all of it at one spot;
 * `upTo`: character for character, and not past the end; `walk`: with escapes, entities and indentation between.
 */
export type Run = readonly [at: number, how: 'as' | 'at' | 'upTo' | 'walk', start: number, end: number];

type Jsx = MdxJsxFlowElement | MdxJsxTextElement;
const isJsx = (node: Nodes): node is Jsx => node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
const isParent = (node: Nodes): node is Extract<Nodes, Parent> => 'children' in node;
const startOf = (node: Nodes) => node.position?.start.offset ?? 0;
const endOf = (node: Nodes) => node.position?.end.offset ?? 0;
/** Elements whose children are running text; text may also stand bare inside a component. */
const TEXT_BLOCKS = new Set(['paragraph', 'heading', 'tableCell', 'code', 'text', 'inlineCode', 'mdxJsxTextElement']);

/** Reads a whole MDX file. Never throws; nothing in the text is run. */
export function readBody(text: string): Body {
	const parsed = parseMdx(text);
	if (!parsed.ok) return parsed;
	const landmarks: BodyLandmark[] = [];
	const passages: BodyPassage[] = [];
	const uses: BodyUse[] = [];
	const places = new Map<Jsx, number>();
	/** The use of a component, read once: a passage asks for those in it before they are visited. */
	const useAt = (node: Jsx, parent: Nodes, inside: readonly string[]): number => {
		const known = places.get(node);
		if (known !== undefined) return known;
		places.set(node, uses.length);
		uses.push(useOf(node, inside, isAlone(node, parent)));
		return uses.length - 1;
	};
	const visit = (node: Nodes, parent: Nodes, inside: readonly string[], inText: boolean): void => {
		const landmark = landmarkOf(node);
		if (landmark) landmarks.push(landmark);
		if (isJsx(node)) useAt(node, parent, inside);
		const block = !inText && TEXT_BLOCKS.has(node.type);
		if (block) passages.push(passageOf(text, node, parent, inside, useAt));
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

function landmarkOf(node: Nodes): BodyLandmark | undefined {
	const make = (type: LandmarkType, more: Partial<BodyLandmark> = {}): BodyLandmark => ({
		type,
		start: startOf(node),
		end: endOf(node),
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
		case 'footnoteDefinition':
			return make('footnote');
		case 'mdxjsEsm':
			return make('import');
		case 'mdxFlowExpression':
		case 'mdxTextExpression':
			return make('expression');
		default:
			return undefined;
	}
}

function passageOf(
	source: string,
	node: Nodes,
	parent: Nodes,
	inside: readonly string[],
	useAt: (node: Jsx, parent: Nodes, inside: readonly string[]) => number,
): BodyPassage {
	const runs: Run[] = [];
	const marks: BodyPassage['marks'][number][] = [];
	const quoted: [number, number][] = [];
	let flat = '';
	const put = (value: string, how: Run[1], start: number, end: number) => {
		runs.push([flat.length, how, start, end]);
		flat += value;
	};
	const take = (part: Nodes, around: readonly string[], outer: Nodes): void => {
		const start = flat.length;
		const from = startOf(part);
		const to = endOf(part);
		if (part.type === 'text') put(part.value, source.slice(from, to) === part.value ? 'as' : 'walk', from, to);
		else if (part.type === 'inlineCode' || part.type === 'code') {
			put(part.value, 'upTo', source.indexOf(part.value.slice(0, 1) || '`', from + 1), to);
		} else if (part.type === 'break') put(' ', 'at', from, to);
		else if (part.type === 'image' || part.type === 'imageReference') put(` ${part.alt ?? ''} `, 'at', from, to);
		else if (isJsx(part)) {
			const use = useAt(part, outer, around);
			if (part.children.length === 0) put(PLACEHOLDER, 'at', from, to);
			else for (const child of part.children) take(child, [...around, part.name ?? ''], part);
			if (part.name === 'Quote') quoted.push([start, flat.length]);
			marks.push({ start, end: flat.length, by: part.name ?? '', use });
		} else if (isParent(part)) for (const child of part.children) take(child, around, part);
	};
	if (isParent(node) && !isJsx(node)) for (const child of node.children) take(child, inside, node);
	else take(node, inside, parent);
	return {
		text: flat,
		marks,
		quotations: inside.includes('Quote') ? [[0, flat.length]] : [...quotationsIn(flat), ...quoted],
		inside,
		runs,
	};
}

/** Where the character at `offset` of a passage was written, as an offset into the file. */
export function writtenAt(source: string, { text, runs }: BodyPassage, offset: number): number {
	const index = runs.findLastIndex(([at]) => at <= offset);
	const [at, how, start, end] = runs[index] ?? [0, 'at', 0, 0];
	if (how === 'as') return start + offset - at;
	if (how === 'at') return start;
	if (how === 'upTo') return Math.min(start + offset - at, end);
	return walk(source, start, end, text.slice(at, runs[index + 1]?.[0]))[offset - at] ?? end;
}

/** Places of the characters of a text node: escapes, entities and the indentation of wrapped lines are walked over. */
function walk(source: string, start: number, end: number, value: string): readonly number[] {
	const spots: number[] = [];
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
	return spots;
}

function useOf(node: Jsx, inside: readonly string[], alone: boolean): BodyUse {
	const start = startOf(node);
	const names = new Set<string>();
	const attributes = node.attributes.map((attribute): BodyUse['attributes'][number] => {
		const from = attribute.position?.start.offset ?? start;
		const to = attribute.position?.end.offset ?? from;
		if (attribute.type === 'mdxJsxExpressionAttribute') return [`{${attribute.value}}`, undefined, from, to];
		const { name, value } = attribute;
		// The second of two attributes of one name is kept under a name that no component has.
		const own = names.has(name) ? `${name} (again)` : name;
		names.add(name);
		return [own, typeof value === 'string' ? value : undefined, from, to];
	});
	return {
		name: node.name ?? '',
		attributes,
		words: wordsOf(node),
		start,
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
