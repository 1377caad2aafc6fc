import Slugger from 'github-slugger';
import type { Heading, Nodes } from 'mdast';
import { childrenOf, writtenWords } from './nodes.ts';

/** Each heading of a tree with the id that it has on its page, in order. Ids hold no words of references, which change. */
export function headingIds(tree: Nodes): ReadonlyMap<Heading, string> {
	const slugger = new Slugger();
	const ids = new Map<Heading, string>();
	const visit = (node: Nodes): void => {
		if (node.type === 'heading') ids.set(node, slugger.slug(writtenWords(node)));
		else for (const child of childrenOf(node)) visit(child);
	};
	visit(tree);
	return ids;
}
