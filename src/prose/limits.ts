import type { Nodes } from 'mdast';

/** Levels of lists, quotations, components and marks inside each other. */
const DEEPEST = 20;
/** Signs of emphasis, code and links in one paragraph: what a parser makes of them takes time that grows with their square. */
const MOST_MARKS = 2000;
/** Lines behind the first of a quotation or list item that are in it without a sign: their time grows with their square too. */
const MOST_LAZY = 200;

/** Closing braces of a text: where code is open, it is read again at each of them. */
const MOST_BRACES = 50;
/** Empty lines behind one that starts code: it is read again at each of them. */
const MOST_EMPTY = 20;
const CODE = /^(?:import|export)\b/;
/** Lines that the next one may go on from, as words of the same paragraph. */
const WORDS = /^[\p{L}“‘"(]/u;

/** What a text has too much of, and where. */
export interface Excess {
	readonly offset: number;
	readonly reason: string;
}

const TOO_DEEP = 'it is nested too deep';
const START = /[ \t]*(?:>|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))/y;
const NESTS: ReadonlySet<string> = new Set(
	'blockquote list emphasis strong delete link mdxJsxFlowElement mdxJsxTextElement'.split(' '),
);

/** What would cost a parser more than its length is worth, seen before it is parsed: one look at each character. In front of the body, braces are of YAML. */
export function excessIn(text: string, bodyStart = 0): Excess | undefined {
	let start = 0;
	let marks = 0;
	/** Lines since one with a sign of a list or quotation; none where there was no such line in the paragraph. */
	let lazy: number | undefined;
	let braces = 0;
	let code: number | undefined;
	let empty = 0;
	let isWords = false;
	for (const line of text.split(/\n|\r(?!\n)/)) {
		const sign = new RegExp(START);
		let depth = 0;
		for (; sign.test(line); depth++) if (depth === DEEPEST) return { offset: start, reason: TOO_DEEP };
		const isEmpty = /^[ \t\r]*$/.test(line);
		lazy = depth > 0 ? 0 : isEmpty || lazy === undefined ? undefined : lazy + 1;
		if (lazy !== undefined && lazy > MOST_LAZY)
			return { offset: start, reason: 'it has too many lines in one item of a list or one quotation' };
		marks = isEmpty ? 0 : marks + (line.match(/\*+|_+|~+|`+|\[/g)?.length ?? 0);
		if (marks > MOST_MARKS) return { offset: start, reason: 'it has too many signs in one paragraph' };
		const inBody = start >= bodyStart;
		if (inBody && code === undefined && !isWords && CODE.test(line)) code = start;
		isWords = WORDS.test(line);
		empty += code !== undefined && isEmpty ? 1 : 0;
		if (code !== undefined && empty > MOST_EMPTY) return { offset: code, reason: 'import/exports are no text' };
		braces += inBody ? line.split('}').length - 1 : 0;
		if (braces > MOST_BRACES) return { offset: start + line.indexOf('}'), reason: 'it has too many curly signs' };
		start += line.length + 1;
	}
	return undefined;
}

/** The first part of a tree that is nested too deep, or a cell too many. No call inside a call: the depth is what is looked for. */
export function excessDepth(tree: Nodes): Excess | undefined {
	const open: (readonly [node: Nodes, depth: number])[] = [[tree, 0]];
	for (let next = open.pop(); next; next = open.pop()) {
		const [node, above] = next;
		const depth = above + (NESTS.has(node.type) ? 1 : 0);
		if (depth > DEEPEST) return { offset: node.position?.start.offset ?? 0, reason: TOO_DEEP };
		if (node.type === 'table') {
			// Cells that no column of the head stands above are printed nowhere.
			const columns = node.children[0]?.children.length ?? 0;
			const lost = node.children.map(({ children }) => children[columns]).find(Boolean);
			if (lost)
				return { offset: lost.position?.start.offset ?? 0, reason: 'a row has more cells than the head of its table' };
		}
		if ('children' in node) for (const child of node.children) open.push([child, depth]);
	}
	return undefined;
}
