import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import { remark } from 'remark';
import remarkMdx from 'remark-mdx';
import { formatDate } from '../ledger/date.ts';
import type { Explainer, Ledger } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { block } from './blocks.ts';
import { sourceLine } from './cite.ts';
import { makeFootnotes } from './footnotes.ts';
import { blockquote, heading, link, list, paragraph, strong, text } from './nodes.ts';
import { prose, type Resolving, reference, required } from './resolve.ts';
import { absolute } from './site.ts';

type Attributes = Readonly<Record<string, string>>;
type Element = MdxJsxFlowElement | MdxJsxTextElement;

const parser = remark().use(remarkMdx).freeze();

function attributesOf(element: Element): Attributes {
	return Object.fromEntries(
		element.attributes.flatMap((attribute) =>
			attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
				? [[attribute.name, attribute.value] as const]
				: [],
		),
	);
}

const isElement = (node: { readonly type: string }): node is Element =>
	node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

const inlineNames = new Set(['Claim', 'Value', 'Actor', 'Term']);

function wordsIn(node: {
	readonly type: string;
	readonly value?: unknown;
	readonly children?: readonly unknown[];
}): string {
	if (typeof node.value === 'string') return node.value;
	return (node.children ?? []).map((child) => wordsIn(child as Parameters<typeof wordsIn>[0])).join('');
}

function inline(to: Resolving, nodes: readonly PhrasingContent[]): PhrasingContent[] {
	return nodes.flatMap((node): readonly PhrasingContent[] => {
		if (isElement(node)) {
			const name = node.name ?? '';
			if (!inlineNames.has(name)) return inline(to, node.children as PhrasingContent[]);
			const words = wordsIn(node).replace(/\s+/g, ' ').trim();
			return reference(to, name, attributesOf(node), words === '' ? undefined : words);
		}
		if (node.type === 'link') {
			const url = node.url.startsWith('/') ? absolute(to.site, node.url) : node.url;
			return [{ ...node, url, children: inline(to, node.children) as typeof node.children }];
		}
		if (node.type === 'emphasis' || node.type === 'strong' || node.type === 'delete') {
			return [{ ...node, children: inline(to, node.children) }];
		}
		return [node];
	});
}

/** A component that stands on lines of its own; in a paragraph when it is written on one line with its text. */
function soleElement(node: RootContent): Element | undefined {
	if (node.type === 'mdxJsxFlowElement') return node;
	if (node.type !== 'paragraph') return undefined;
	const [only, ...others] = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
	return only && others.length === 0 && isElement(only) && !inlineNames.has(only.name ?? '') ? only : undefined;
}

function inside(to: Resolving, element: Element): readonly BlockContent[] {
	if (element.type === 'mdxJsxFlowElement') return blocks(to, element.children);
	return [paragraph(...inline(to, element.children))];
}

function component(to: Resolving, element: Element): readonly BlockContent[] {
	const attributes = attributesOf(element);
	const name = element.name ?? '';
	switch (name) {
		case 'Aside':
			return [blockquote(inside(to, element))];
		case 'Unknown':
			return [blockquote([paragraph(strong('Not known.')), ...inside(to, element)])];
		case 'Later':
			return [
				blockquote([paragraph(strong(`Later: ${formatDate(attributes['date'] ?? '')}.`)), ...inside(to, element)]),
			];
		case 'Quote': {
			const id = attributes['source'] ?? '';
			const source = required(to.ledger.sources.get(id), 'source', id);
			return [
				blockquote([
					...inside(to, element),
					paragraph(text('From '), link(absolute(to.site, address('source', id)), sourceLine(source)), text('.')),
				]),
			];
		}
		default:
			if (inlineNames.has(name)) return [paragraph(...inline(to, [element as MdxJsxTextElement]))];
			return block(to, name, attributes);
	}
}

function blocks(to: Resolving, nodes: readonly RootContent[]): BlockContent[] {
	return nodes.flatMap((node): readonly BlockContent[] => {
		const element = soleElement(node);
		if (element) return component(to, element);
		switch (node.type) {
			case 'paragraph':
			case 'heading':
				return [{ ...node, children: inline(to, node.children) }];
			case 'blockquote':
				return [{ ...node, children: blocks(to, node.children) }];
			case 'list':
				return [
					{
						...node,
						children: node.children.map((item) => ({ ...item, children: blocks(to, item.children) })),
					},
				];
			case 'thematicBreak':
			case 'code':
				return [node];
			default:
				throw new Error(`Content may not hold a node of the type "${node.type}".`);
		}
	});
}

/** How much of an explainer is wanted: a file on its own starts with the headline, a feed has it elsewhere. */
export interface ArticleOptions {
	readonly headline: boolean;
}

/** An explainer as a plain Markdown tree: every component resolved to words, every figure with a numbered note. */
export function articleTree(ledger: Ledger, explainer: Explainer, site: string, { headline }: ArticleOptions): Root {
	const notes = makeFootnotes();
	const to: Resolving = { ledger, site, notes };
	const page = absolute(site, address('explainer', explainer.id));
	const head: BlockContent[] = [
		...(headline ? [heading(1, explainer.title)] : []),
		paragraph(...prose(to, explainer.dek)),
		paragraph(
			`The text tells the story as of ${formatDate(explainer.asOf)}${explainer.asOf < explainer.updated ? `; later events are marked, and charts run on. Updated ${formatDate(explainer.updated)}.` : ', when it was last updated.'}`,
		),
		heading(2, 'In short'),
		list(explainer.summary.map((point) => paragraph(...prose(to, point)))),
		...(explainer.opening
			? block(to, ledger.maps.has(explainer.opening) ? 'Map' : 'Chart', { id: explainer.opening })
			: []),
	];
	const body = blocks(to, parser.parse(explainer.body).children);
	const corrections = explainer.corrections ?? [];
	const tail: BlockContent[] = [
		...(corrections.length === 0
			? []
			: [
					heading(2, 'Corrections'),
					list(corrections.map((entry) => paragraph(`${formatDate(entry.date)}: ${entry.what} ${entry.why}`))),
				]),
		paragraph(
			'The page itself: ',
			link(page, page),
			'. Our words are under the licence CC BY 4.0; quotations are their authors’.',
		),
	];
	return { type: 'root', children: [...head, ...body, ...tail, ...notes.definitions()] };
}
