import Slugger, { slug } from 'github-slugger';
import type { Heading, Nodes } from 'mdast';
import { childrenOf, writtenWords } from './nodes.ts';

/** Ids that a page has of its own, and how those of its notes and of the way back from one begin. */
const OWN = ['content', 'contents', 'site-nav', 'cite', 'key-points', 'title'];
const OF_NOTES = /^(?:note|at)-/;

/** Each heading of a tree with the id that it has on its page, in order. Ids hold no words of references, which change. */
export function headingIds(tree: Nodes): ReadonlyMap<Heading, string> {
	const slugger = new Slugger();
	for (const id of OWN) slugger.slug(id);
	const ids = new Map<Heading, string>();
	const visit = (node: Nodes): void => {
		if (node.type === 'heading') {
			const words = writtenWords(node);
			ids.set(node, slugger.slug(OF_NOTES.test(slug(words)) ? `section ${words}` : words));
		} else for (const child of childrenOf(node)) visit(child);
	};
	visit(tree);
	return ids;
}
