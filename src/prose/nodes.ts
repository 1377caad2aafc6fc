import type { Nodes, PhrasingContent } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';

/** A component in a text: in a sentence, or on lines of its own. */
export type Component = MdxJsxFlowElement | MdxJsxTextElement;
export type Attributes = Readonly<Record<string, string>>;

export const isComponent = <T extends { readonly type: string }>(node: T): node is T & Component =>
	node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';

/** What stands inside a node; nothing for a leaf. */
export const childrenOf = (node: Nodes): readonly Nodes[] => ('children' in node ? node.children : []);

/** The attributes of a component that are literal text. */
export function attributesOf({ attributes }: Component): Attributes {
	const literal = attributes.flatMap((one) =>
		one.type === 'mdxJsxAttribute' && typeof one.value === 'string' ? [[one.name, one.value]] : [],
	);
	return Object.fromEntries(literal);
}

/** Every component of a text in reading order; with names, only those. */
export function componentsIn(nodes: readonly Nodes[], ...names: readonly string[]): readonly Component[] {
	return nodes.flatMap((node): readonly Component[] => {
		const inside = componentsIn(childrenOf(node), ...names);
		const wanted = isComponent(node) && (names.length === 0 || names.includes(node.name ?? ''));
		return wanted ? [node, ...inside] : inside;
	});
}

/** The words below a node as they are written, without those that references bring. */
export function writtenWords(node: Nodes): string {
	if ('value' in node) return node.type === 'yaml' ? '' : node.value;
	return childrenOf(node).map(writtenWords).join('');
}

const PHRASING: ReadonlySet<string> = new Set(
	'text emphasis strong delete inlineCode break link linkReference image imageReference mdxJsxTextElement'.split(' '),
);
const isPhrasing = (node: Nodes): node is PhrasingContent => PHRASING.has(node.type);

/** The runs of words that a text is made of: its paragraphs, and words that stand bare in a component. */
export function paragraphsIn(nodes: readonly Nodes[]): readonly (readonly PhrasingContent[])[] {
	const bare = nodes.filter(isPhrasing);
	if (bare.length > 0) return [bare];
	return nodes.flatMap((node) => paragraphsIn(childrenOf(node)));
}
