import type { Heading, Root, RootContent } from 'mdast';
import { remember } from '../ledger/remember.ts';
import { keptTree, parseMdx } from './mdx.ts';
import { attributesOf, componentsIn } from './nodes.ts';

/**
 * The text of an explainer or a page as a tree, read once for each record; in a build, as the desk has read it.
 * @throws Error when it cannot be read, which the desk rules out
 */
export const bodyOf = remember((record: { readonly body: string }): Root => {
	const kept = keptTree(record.body);
	if (kept) return kept;
	// Front matter that is empty: a text that starts with a rule must not be taken for front matter.
	const parsed = parseMdx(`---\n---\n${record.body}`);
	if (!parsed.ok) throw new Error(`This text cannot be read: ${parsed.fault.reason}`);
	return parsed.tree;
}, new WeakMap());

/** A heading of the second level with what stands below it; without one, what stands above the first. */
export interface Section {
	readonly heading?: Heading;
	readonly content: readonly RootContent[];
}

/** The sections of a text, in order. */
export function sectionsOf({ children }: Root): readonly Section[] {
	const sections: { heading?: Heading; content: RootContent[] }[] = [{ content: [] }];
	for (const node of children) {
		if (node.type === 'heading' && node.depth === 2) sections.push({ heading: node, content: [] });
		else sections.at(-1)?.content.push(node);
	}
	return sections;
}

/** Ids of the charts and maps that a page shows: the one that opens it, and those in its text. */
export const figuresIn = (page: {
	readonly body: string;
	readonly opening?: string | undefined;
}): readonly string[] => [
	...(page.opening === undefined ? [] : [page.opening]),
	...componentsIn(bodyOf(page).children, 'Chart', 'Map').map((node) => attributesOf(node)['id'] ?? ''),
];
