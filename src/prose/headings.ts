import Slugger from 'github-slugger';
import type { Heading, Nodes } from 'mdast';
import { parseMdx } from './mdx.ts';

/** The words below a node as they are written, without those that references bring. */
export function writtenWords(node: Nodes): string {
	if ('value' in node) return node.type === 'yaml' ? '' : node.value;
	return 'children' in node ? node.children.map(writtenWords).join('') : '';
}

/** Each heading of a tree with the id that it has on its page, in order. Ids hold no words of references, which change. */
export function headingIds(tree: Nodes): ReadonlyMap<Heading, string> {
	const slugger = new Slugger();
	const ids = new Map<Heading, string>();
	const visit = (node: Nodes): void => {
		if (node.type === 'heading') ids.set(node, slugger.slug(writtenWords(node)));
		else if ('children' in node) for (const child of node.children) visit(child);
	};
	visit(tree);
	return ids;
}

/** A heading as the list of contents shows it. */
export interface PageHeading {
	readonly depth: number;
	readonly id: string;
	readonly words: string;
}

/** The headings of an MDX text; none where it cannot be read. */
export function headingsIn(text: string): readonly PageHeading[] {
	const parsed = parseMdx(text);
	if (!parsed.ok) return [];
	return [...headingIds(parsed.tree)].map(([node, id]) => ({ depth: node.depth, id, words: writtenWords(node) }));
}
