import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMdx from 'remark-mdx';
import { excessDepth, excessIn } from './limits.ts';

/** What could not be read, with offsets into the file. */
export interface MdxFault {
	readonly offset: number;
	/** Line and column instead, where the parser gives no offset. */
	readonly spot?: { readonly line: number; readonly column: number };
	/** The parser's own words: for the rule to turn into an editor's. */
	readonly reason: string;
}

export type MdxTree = { readonly ok: true; readonly tree: Root } | { readonly ok: false; readonly fault: MdxFault };

const FRONT_MATTER = /^(\uFEFF?---[ \t]*(?:\r\n|\n|\r))(?:([\s\S]*?)(?:\r\n|\n|\r))??---[ \t]*(?:\r\n|\n|\r|$)/;
const plain = remark().use(remarkFrontmatter, ['yaml']).use(remarkMdx).freeze();
const withGfm = remark().use(remarkFrontmatter, ['yaml']).use(remarkGfm).use(remarkMdx).freeze();
/** Signs of tables, struck words, bare addresses, footnotes and task lists: without one of them GFM reads the same. */
const GFM = /[|~@]|www\.|:\/\/|\[\^|\[[ x\t]\]|:?-+:?\n/i;

/** Where front matter and body of an MDX file start; undefined without front matter. */
export function splitMdx(
	text: string,
): { readonly yaml: string; readonly yamlStart: number; readonly bodyStart: number } | undefined {
	const match = FRONT_MATTER.exec(text);
	if (!match) return undefined;
	const [whole, open = '', yaml = ''] = match;
	return { yaml, yamlStart: open.length, bodyStart: whole.length };
}

/** Astro loads this module anew for the site's pages: what both copies share stands where both find it. */
const shared = globalThis as { readTrees?: Map<string, string> | undefined };

/** Whether trees are kept from now on: a build reads each text once, and lets go of what it has kept at its end. */
export const keepTrees = (on: boolean): void => {
	shared.readTrees = on ? new Map() : undefined;
};

/** Keeps the tree of a text, by its body and without places, as little as it can be: of thousands, the trees themselves would fill the memory. */
export const keepTree = (body: string, tree: Root): unknown =>
	shared.readTrees?.set(
		body,
		JSON.stringify(tree, (key, value: unknown) => (key === 'position' ? undefined : value)),
	);

/** A tree that was kept: one of its own for each who asks. */
export function keptTree(body: string): Root | undefined {
	const text = shared.readTrees?.get(body);
	return text === undefined ? undefined : (JSON.parse(text) as Root);
}

/** Parses a whole MDX file, front matter included, so that positions are those of the file. Nothing in it is run. */
export function parseMdx(text: string): MdxTree {
	const excess = excessIn(text, splitMdx(text)?.bodyStart);
	if (excess) return { ok: false, fault: excess };
	try {
		// By the body alone: it may be read without its front matter, and must be read the same.
		const tree = (GFM.test(text.slice(splitMdx(text)?.bodyStart ?? 0)) ? withGfm : plain).parse(text);
		const deep = excessDepth(tree);
		return deep ? { ok: false, fault: deep } : { ok: true, tree };
	} catch (error) {
		return { ok: false, fault: toFault(error) };
	}
}

/** remark throws a message with its place; anything else that it throws comes from the depth of the text. */
function toFault(error: unknown): MdxFault {
	const { reason, place } = error as { reason?: unknown; place?: { offset?: number; start?: { offset?: number } } };
	if (typeof reason !== 'string') return { offset: 0, reason: 'it is nested too deep' };
	const offset = place?.start?.offset ?? place?.offset;
	// A tag that is never closed is named only in the words: "… for `<A>` (12:1-12:4)".
	const opened = /\((\d+):(\d+)-\d+:\d+\)/.exec(reason);
	if (offset === undefined && opened) {
		return { offset: 0, spot: { line: Number(opened[1]), column: Number(opened[2]) }, reason };
	}
	return { offset: offset ?? 0, reason };
}
