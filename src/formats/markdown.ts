import { toHtml } from 'hast-util-to-html';
import type { BlockContent, Nodes, PhrasingContent, Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import { remark } from 'remark';
import remarkGfm from 'remark-gfm';
import { formatDate } from '../ledger/date.ts';
import type { Explainer, Ledger } from '../ledger/ledger.ts';
import { bodyOf } from '../prose/body.ts';
import { attributesOf, type Component, isComponent } from '../prose/nodes.ts';
import { isReference, required } from '../prose/words.ts';
import { block } from './blocks.ts';
import { blockquote, heading, link, list, paragraph, strong, text } from './nodes.ts';
import { phrases, prose, type Resolving, sourceLine, toRecord } from './resolve.ts';
import { recordUrl } from './site.ts';

/** A component that stands on lines of its own; in a paragraph when it is written on one line with its text. */
function soleComponent(node: Nodes): Component | undefined {
	if (node.type === 'mdxJsxFlowElement') return node;
	if (node.type !== 'paragraph') return undefined;
	const [only, ...others] = node.children.filter((child) => child.type !== 'text' || child.value.trim() !== '');
	return only && others.length === 0 && isComponent(only) && !isReference(only) ? only : undefined;
}

/** What a component with a text inside says, around that text. */
function component(to: Resolving, element: Component): readonly BlockContent[] {
	const attributes = attributesOf(element);
	const name = element.name ?? '';
	const inside = (): readonly BlockContent[] =>
		element.type === 'mdxJsxFlowElement' ? blocks(to, element.children) : [paragraph(...phrases(to, element.children))];
	switch (name) {
		case 'Aside':
			return [blockquote(inside())];
		case 'Unknown':
			return [blockquote([paragraph(strong('Not known.')), ...inside()])];
		case 'Later':
			return [blockquote([paragraph(strong(`Later: ${formatDate(attributes['date'] ?? '')}.`)), ...inside()])];
		case 'Compare': {
			const quoted = ['origin', 'first', 'second'].flatMap((key) => {
				const id = attributes[key];
				if (id === undefined) return [];
				const { quote, statement } = required(to.ledger.claims.get(id), 'claim', id);
				return paragraph(text(quote ? `“${quote}” ` : ''), toRecord(to, 'claim', id, statement));
			});
			return [blockquote(quoted), paragraph(strong('What better sources say.')), ...inside()];
		}
		case 'Quote': {
			const id = attributes['source'] ?? '';
			const source = sourceLine(required(to.ledger.sources.get(id), 'source', id));
			return [blockquote([...inside(), paragraph('From ', toRecord(to, 'source', id, source), '.')])];
		}
		default:
			if (isReference(element)) return [paragraph(...phrases(to, [element as PhrasingContent]))];
			return block(to, name, attributes);
	}
}

/** Blocks of a text as plain Markdown. The dialect is closed, so that there are no others than those of Markdown. */
function blocks(to: Resolving, nodes: readonly Nodes[]): BlockContent[] {
	return nodes.flatMap((node): readonly BlockContent[] => {
		const element = soleComponent(node);
		if (element) return component(to, element);
		if (node.type === 'yaml') return [];
		if (!('children' in node)) return [node as BlockContent];
		const words = node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell';
		const children = words ? phrases(to, node.children) : blocks(to, node.children);
		return [{ ...node, children } as BlockContent];
	});
}

/**
 * An explainer as a plain Markdown tree: every component resolved to words, every figure with a numbered note.
 * @param headline whether it starts with its headline, as a file on its own does; a feed has it elsewhere
 */
function articleTree(ledger: Ledger, explainer: Explainer, site: string, headline: boolean): Root {
	const to: Resolving = { ledger, site, notes: new Map() };
	const { id, title, dek, asOf, updated, opening, summary, corrections = [] } = explainer;
	const page = recordUrl(site, 'explainer', id);
	const told = `The text tells the story as of ${formatDate(asOf)}; later events are marked, and charts run on. `;
	const corrected = corrections.map(({ date, what, why }) => paragraph(`${formatDate(date)}: ${what} ${why}`));
	const children: RootContent[] = [
		...(headline ? [heading(1, title)] : []),
		paragraph(...prose(to, dek)),
		paragraph(`${asOf < updated ? told : ''}Updated ${formatDate(updated)}.`),
		heading(2, 'In short'),
		list(summary.map((point) => paragraph(...prose(to, point)))),
		...(opening ? block(to, ledger.maps.has(opening) ? 'Map' : 'Chart', { id: opening }) : []),
		...blocks(to, bodyOf(explainer).children),
		...(corrected.length === 0 ? [] : [heading(2, 'Corrections'), list(corrected)]),
		paragraph(
			'The page itself: ',
			link(page, page),
			'. Our words are under the licence CC BY 4.0; quotations are their authors’.',
		),
	];
	return { type: 'root', children: [...children, ...to.notes.values()] };
}

/** Signs that may be marks of Markdown where they stand in a sentence. */
const MARKS = /[\\\t\r\n&*<[\]_`~@|]|[Ww]\.|:\/|^(?:[#+\-=>(.]|:[/-]|\d+[.)])|[!#:]$/;

/** Words in which nothing can be a mark, by where they stand; those at the end of a line and at the beginning of one aside. */
const PLAIN: Readonly<Record<string, (words: string) => boolean>> = {
	phrasing: (words) => !MARKS.test(words),
	label: (words) => !MARKS.test(words),
	reference: (words) => /^[\w-]*$/.test(words),
	destinationRaw: (words) => /^[\w:/.-]*$/.test(words),
};

export const writer = remark()
	.use(remarkGfm)
	.data('settings', {
		bullet: '-',
		fences: true,
		handlers: {
			root(node: Root, _parent, state, info) {
				const safe = state.safe.bind(state);
				// The library tries some sixty patterns on all words, which takes longer than everything else.
				state.safe = (value, config) => {
					const [words, { before = '', after = '' }] = [value ?? '', config];
					const broken = (/^\s/.test(words) && /[\r\n]/.test(before)) || (/\s$/.test(words) && /[\r\n]/.test(after));
					return !broken && PLAIN[state.stack.at(-1) ?? '']?.(words) ? words : safe(words, config);
				};
				return state.containerFlow(node, info);
			},
		},
	})
	.freeze();

/** An explainer as Markdown with numbered notes, for readers and programs that take text; what could be read as a mark is escaped. */
export const explainerMarkdown = (ledger: Ledger, explainer: Explainer, site: string): string =>
	writer.stringify(articleTree(ledger, explainer, site, true));

/** An explainer as HTML for a feed: whole, without scripts, styles or components. */
export const explainerHtml = (ledger: Ledger, explainer: Explainer, site: string): string =>
	toHtml(
		toHast(articleTree(ledger, explainer, site, false), {
			clobberPrefix: `${explainer.id}-`,
			footnoteLabel: 'Where each figure comes from',
			footnoteLabelProperties: {},
		}),
	);
