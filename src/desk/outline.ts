import type { Nodes } from 'mdast';
import { textsAt, worded } from '../ledger/record-fields.ts';
import { remember } from '../ledger/remember.ts';
import { readField } from '../prose/field.ts';
import { headingIds } from '../prose/headings.ts';
import { keepTree, type MdxFault, parseMdx } from '../prose/mdx.ts';
import { type Component, childrenOf, isComponent } from '../prose/nodes.ts';
import type { ContentFile, Home } from './file.ts';
import { lostMarkup } from './lost-markup.ts';
import { endOf, makePassage, type Passage, type Source, startOf, Use } from './passage.ts';
import type { Content } from './read.ts';
import type { Desk, Found } from './rule.ts';

/** What rules look for by its type. */
const NOTABLE = [
	'heading',
	'link',
	'definition',
	'image',
	'imageReference',
	'footnoteDefinition',
	'mdxjsEsm',
	'mdxFlowExpression',
	'mdxTextExpression',
] as const;
type Notable = (typeof NOTABLE)[number];
type NodeOf<Type extends Notable> = Extract<Nodes, { readonly type: Type }>;

/**
 * All that the rules need to know of an MDX file, with places; nothing but the fault where it cannot be read. The tree
 * is let go: of thousands of pages, it would fill the memory.
 */
export interface Outline {
	readonly fault?: MdxFault;
	/** The nodes that rules look for, in reading order. */
	readonly nodes: readonly NodeOf<Notable>[];
	/** Ids of the headings on their page. */
	readonly fragments: readonly string[];
	readonly lost: readonly Found[];
	readonly passages: readonly Passage[];
	readonly uses: readonly Use[];
}

const EMPTY: Outline = { nodes: [], fragments: [], lost: [], passages: [], uses: [] };

/** Reads the body of a file when it is first asked for. Files without a body have an empty outline. */
export const outlineOf = remember(
	(file: ContentFile): Outline => (file.bodyStart === undefined ? EMPTY : readOutline(file)),
	new WeakMap(),
);

const isOf = <Type extends Notable>(node: Nodes, types: readonly Type[]): node is NodeOf<Type> =>
	types.some((type) => type === node.type);

/** The nodes of some types in the bodies of files, each with its place. */
export const nodesOf = <Type extends Notable>(files: readonly ContentFile[], ...types: readonly Type[]) =>
	files.flatMap((file) =>
		outlineOf(file)
			.nodes.filter((node) => isOf(node, types))
			.map((node) => ({
				node,
				get place() {
					return file.place(startOf(node), endOf(node));
				},
			})),
	);

/** Elements whose children are running text; text may also stand bare inside a component. */
const TEXT_BLOCKS = new Set(['paragraph', 'heading', 'tableCell', 'code', 'text', 'inlineCode', 'mdxJsxTextElement']);

function readOutline(file: ContentFile): Outline {
	const parsed = parseMdx(file.text);
	if (!parsed.ok) return { ...EMPTY, fault: parsed.fault };
	keepTree(file.text.slice(file.bodyStart), parsed.tree);
	const source: Source = {
		file,
		kind: file.kind,
		id: /([^/]*)\.mdx$/.exec(file.path)?.[1] ?? '',
		path: ['body'],
		sourced: true,
		live: true,
		mdx: true,
		text: file.text,
		place: file.place,
	};
	const nodes: NodeOf<Notable>[] = [];
	const lost: Found[] = [];
	const lostIn = lostMarkup(file, parsed.tree);
	const passages: Passage[] = [];
	const uses = new Map<Component, Use>();
	const alone = new Set<Nodes>();
	/** The use of a component, made once: a passage asks for those in it before they are visited. */
	const useOf = (node: Component, inside: readonly string[]): Use => {
		const use = uses.get(node) ?? new Use(source, node, inside, alone.has(node));
		uses.set(node, use);
		return use;
	};
	const visit = (node: Nodes, inside: readonly string[], inText: boolean): void => {
		if (isOf(node, NOTABLE)) nodes.push(node);
		lost.push(...lostIn(node));
		// A component that is all there is in its paragraph stands on lines of its own.
		const only = node.type === 'paragraph' ? node.children.filter((one) => !isBlank(one)) : [];
		if (only[0] && only.length === 1) alone.add(only[0]);
		if (isComponent(node)) useOf(node, inside);
		const block = !inText && TEXT_BLOCKS.has(node.type);
		const deeper = isComponent(node) ? [...inside, node.name ?? ''] : inside;
		const children = childrenOf(node);
		if (block)
			passages.push(makePassage(source, isComponent(node) || children.length === 0 ? [node] : children, inside, useOf));
		for (const child of children) visit(child, deeper, inText || block);
	};
	for (const child of parsed.tree.children) visit(child, [], false);
	const fragments = [...headingIds(parsed.tree).values()];
	return { nodes, fragments, lost, passages, uses: [...uses.values()] };
}

const isBlank = (node: Nodes): boolean => node.type === 'text' && node.value.trim() === '';

/** All words of ours in the content, and every use of a component, in prose fields first and then in bodies. */
export function viewsOf(content: Content): Pick<Desk, 'passages' | 'uses'> {
	const written = [...content.homes.values()].flatMap(fieldPassages);
	const bodies = content.files.map(outlineOf);
	return {
		passages: [...written, ...bodies.flatMap(({ passages }) => passages)],
		uses: [...written.flatMap(({ marks }) => marks.map(({ use }) => use)), ...bodies.flatMap(({ uses }) => uses)],
	};
}

/** The words of ours in the YAML or front matter of a record. */
function fieldPassages({ file, entry, prefix }: Home): readonly Passage[] {
	const written = worded(entry.kind).flatMap(({ steps, words }) =>
		[...textsAt(entry.data, steps)].map(([path, text]) => ({ path, text, words })),
	);
	return written.flatMap(({ path, text, words }) => {
		if (text === '') return [];
		const live = words === 'live';
		const source: Source = {
			file,
			kind: entry.kind,
			id: entry.id,
			path,
			sourced: words !== 'free',
			live,
			mdx: false,
			text,
			place: (start, end) => file.placeAt([...prefix, ...path], { offset: start, length: Math.max(1, end - start) }),
		};
		const nodes = live ? readField(text) : [WHOLE(text)];
		return [makePassage(source, nodes, [], (node, inside) => new Use(source, node, inside, false))];
	});
}

const WHOLE = (value: string) => ({
	type: 'text' as const,
	value,
	position: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: value.length } },
});
