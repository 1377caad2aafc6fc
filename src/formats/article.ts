import type { BlockContent, PhrasingContent, Root, RootContent } from 'mdast';
import { formatDate } from '../ledger/date.ts';
import type { Explainer, Ledger } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { bodyOf } from '../prose/body.ts';
import { attributesOf, type Component, isComponent } from '../prose/nodes.ts';
import { isReference, required } from '../prose/words.ts';
import { block } from './blocks.ts';
import { sourceLine } from './cite.ts';
import { makeFootnotes } from './footnotes.ts';
import { blockquote, heading, link, list, paragraph, strong, text } from './nodes.ts';
import { phrases, prose, type Resolving } from './resolve.ts';
import { absolute } from './site.ts';

/** A component that stands on lines of its own; in a paragraph when it is written on one line with its text. */
function soleComponent(node: RootContent): Component | undefined {
	if (node.type === 'mdxJsxFlowElement') return node;
	if (node.type !== 'paragraph') return undefined;
	const [only, ...others] = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
	return only && others.length === 0 && isComponent(only) && !isReference(only) ? only : undefined;
}

function inside(to: Resolving, element: Component): readonly BlockContent[] {
	if (element.type === 'mdxJsxFlowElement') return blocks(to, element.children);
	return [paragraph(...phrases(to, element.children))];
}

function component(to: Resolving, element: Component): readonly BlockContent[] {
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
		case 'Compare': {
			const quoted = ['first', 'second'].map((key) => {
				const id = attributes[key] ?? '';
				const claim = required(to.ledger.claims.get(id), 'claim', id);
				return paragraph(
					text(`“${claim.quote ?? ''}” `),
					link(absolute(to.site, address('claim', id)), claim.statement),
				);
			});
			return [blockquote(quoted), paragraph(strong('What better sources say.')), ...inside(to, element)];
		}
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
			if (isReference(element)) return [paragraph(...phrases(to, [element as PhrasingContent]))];
			return block(to, name, attributes);
	}
}

function blocks(to: Resolving, nodes: readonly RootContent[]): BlockContent[] {
	return nodes.flatMap((node): readonly BlockContent[] => {
		const element = soleComponent(node);
		if (element) return component(to, element);
		switch (node.type) {
			case 'paragraph':
			case 'heading':
				return [{ ...node, children: phrases(to, node.children) }];
			case 'blockquote':
				return [{ ...node, children: blocks(to, node.children) }];
			case 'list':
				return [
					{
						...node,
						children: node.children.map((item) => ({ ...item, children: blocks(to, item.children) })),
					},
				];
			case 'table':
				return [
					{
						...node,
						children: node.children.map((row) => ({
							...row,
							children: row.children.map((cell) => ({ ...cell, children: phrases(to, cell.children) })),
						})),
					},
				];
			case 'yaml':
				return [];
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
			`${explainer.asOf < explainer.updated ? `The text tells the story as of ${formatDate(explainer.asOf)}; later events are marked, and charts run on. ` : ''}Updated ${formatDate(explainer.updated)}.`,
		),
		heading(2, 'In short'),
		list(explainer.summary.map((point) => paragraph(...prose(to, point)))),
		...(explainer.opening
			? block(to, ledger.maps.has(explainer.opening) ? 'Map' : 'Chart', { id: explainer.opening })
			: []),
	];
	const body = blocks(to, bodyOf(explainer).children);
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
