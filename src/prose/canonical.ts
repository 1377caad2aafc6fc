import type { Element, ElementContent, RootContent as HastContent } from 'hast';
import type { Nodes, Parent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { unsafe } from './address.ts';
import { componentByName } from './dialect.ts';
import { headingIds } from './headings.ts';
import { keptTree, parseMdx, splitMdx } from './mdx.ts';
import { attributesOf, type Component, componentsIn, isComponent, writtenWords } from './nodes.ts';

/** What is compiled in place of an author's text, or why it must not be. */
export type Canonical =
	| {
			readonly ok: true;
			readonly code: string;
			/** All words and values of the text; in the code, "w0" stands for the first of them. */
			readonly words: readonly string[];
	  }
	| { readonly ok: false; readonly offset: number; readonly message: string };

type Written = HastContent | Component;

/** What Markdown may hold besides components: everything else, and all code, is refused. */
const MARKDOWN: ReadonlySet<string> = new Set(
	(
		'root yaml paragraph heading text emphasis strong delete inlineCode code break blockquote list listItem ' +
		'thematicBreak link linkReference image imageReference definition table tableRow tableCell'
	).split(' '),
);

/** Elements that Markdown makes, with their attributes. */
export const ELEMENTS: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>([
	...'p blockquote ul em strong del pre code br hr thead tbody tr'.split(' ').map((name) => [name, []] as const),
	...['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((name) => [name, ['id']] as const),
	['ol', ['start']],
	['li', []],
	['th', ['align']],
	['td', ['align']],
	['input', ['type', 'checked', 'disabled']],
]);

/** Elements that are printed by components of ours, so that their addresses work under any path. */
export const PRINTED: ReadonlyMap<string, readonly [component: string, attributes: readonly string[]]> = new Map([
	['a', ['Link', ['href', 'title']]],
	['img', ['Picture', ['src', 'alt', 'title']]],
	['table', ['Table', []]],
]);

/**
 * The text of a page as it is compiled. What the author wrote is read here, by the desk's parser, and by nothing else:
 * what comes out holds elements and components by name, and for all words and values only their numbers. So no second
 * parser, and no program that puts values of its own in the place of some words, has anything to read otherwise.
 */
export function canonical(text: string): Canonical {
	const kept = keptTree(text.slice(splitMdx(text)?.bodyStart ?? 0));
	const parsed = kept && !refusal(kept) ? { ok: true as const, tree: kept } : parseMdx(text);
	if (!parsed.ok) return { ok: false, offset: parsed.fault.offset, message: parsed.fault.reason };
	const { tree } = parsed;
	const refused = refusal(tree);
	if (refused) return { ok: false, ...refused };
	for (const [heading, id] of headingIds(tree)) heading.data = { hProperties: { id } };
	unravel(tree);
	const html = toHast(tree, { passThrough: ['mdxJsxFlowElement', 'mdxJsxTextElement'] });
	const words: string[] = [];
	const keep = (text: string): string => `"w${words.push(text) - 1}"`;
	const code = `<>${('children' in html ? html.children : [html]).map((node) => write(node, keep)).join('')}</>\n`;
	return { ok: true, code, words };
}

/** The first thing in a text that the dialect does not have. */
function refusal(node: Nodes): { readonly offset: number; readonly message: string } | undefined {
	const plain = MARKDOWN.has(node.type) ? addressFault(node) : 'this is code';
	const message = isComponent(node) ? componentFault(node) : plain;
	if (message !== undefined) return { offset: node.position?.start.offset ?? 0, message };
	if (!('children' in node)) return undefined;
	for (const child of node.children) {
		const found = refusal(child);
		if (found) return found;
	}
	return undefined;
}

function componentFault(node: Component): string | undefined {
	const { name, attributes, children } = node;
	const component = componentByName.get(name ?? '');
	if (!component) return `there is no component <${name ?? ''}>`;
	const inner = componentsIn(children)[0];
	if (component.level === 'inline' && inner) return `<${inner.name ?? ''}> stands inside <${component.name}>`;
	if (component.inside === 'nothing' && children.length > 0) return `<${component.name}> prints its own words`;
	const seen = new Set<string>();
	for (const attribute of attributes) {
		if (attribute.type !== 'mdxJsxAttribute') return `<${component.name}> has code for attributes`;
		const { name: key, value } = attribute;
		if (!component.attributes.some((one) => one.name === key) || seen.has(key))
			return `<${component.name}> cannot have "${key}" here`;
		if (typeof value !== 'string') return `the value of "${key}" is not plain text`;
		seen.add(key);
	}
	return undefined;
}

function addressFault(node: Nodes): string | undefined {
	if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return undefined;
	if (node.type === 'image' && !/^\/[^/]/.test(node.url)) return 'images are files of public/, from the site’s root';
	return unsafe(node.url)?.[0];
}

/** A block component that is alone in its paragraph stands for itself: there is no paragraph around it. */
function unravel(parent: Parent): void {
	parent.children = parent.children.flatMap((node): Parent['children'] => {
		if ('children' in node) unravel(node);
		if (node.type !== 'paragraph') return [node];
		const solid = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
		const blocks = solid.every(
			(child) => isComponent(child) && componentByName.get(child.name ?? '')?.level === 'block',
		);
		return blocks && solid.length > 0 ? (solid as Parent['children']) : [node];
	});
}

/** Keeps words, and gives what stands for them in the code. */
type Keep = (words: string) => string;

function write(node: Written | ElementContent, keep: Keep): string {
	if (node.type === 'text') return `{${keep(node.value)}}`;
	if (isComponent(node)) {
		const attributes = Object.entries(attributesOf(node));
		const inline = componentByName.get(node.name ?? '')?.level === 'inline';
		const words = inline ? writtenWords(node).replace(/\s+/g, ' ').trim() : '';
		if (words !== '') attributes.push(['words', words]);
		return element(node.name ?? '', attributes, inline ? [] : (node.children as readonly Written[]), keep);
	}
	if (node.type !== 'element') throw new Error(`Markdown has no "${node.type}".`);
	return markdown(node, keep);
}

function markdown({ tagName, properties, children }: Element, keep: Keep): string {
	const [name, known] = PRINTED.get(tagName) ?? [tagName, ELEMENTS.get(tagName)];
	if (!known) throw new Error(`Markdown has no <${tagName}>.`);
	const attributes = known.flatMap((key) => {
		const value = properties[key];
		return value === undefined || value === null ? [] : [[key, value as string | number | boolean] as const];
	});
	return element(name, attributes, children, keep);
}

type Pairs = readonly (readonly [name: string, value: string | number | boolean])[];
function element(name: string, attributes: Pairs, children: readonly (Written | ElementContent)[], keep: Keep): string {
	const written = attributes.map(([key, value]) => ` ${key}={${typeof value === 'string' ? keep(value) : value}}`);
	const open = `<${name}${written.join('')}`;
	return children.length === 0
		? `${open}/>`
		: `${open}>${children.map((child) => write(child, keep)).join('')}</${name}>`;
}
