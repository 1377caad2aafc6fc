import type { BlockContent, Blockquote, Heading, Link, List, Paragraph, PhrasingContent, Table, Text } from 'mdast';

/** Short makers of Markdown's tree, so that what is written reads as what it prints. */
export const text = (value: string): Text => ({ type: 'text', value });
export const link = (url: string, words: string): Link => ({ type: 'link', url, children: [text(words)] });
export const strong = (words: string): PhrasingContent => ({ type: 'strong', children: [text(words)] });
export const paragraph = (...children: readonly (PhrasingContent | string)[]): Paragraph => ({
	type: 'paragraph',
	children: children.map((child) => (typeof child === 'string' ? text(child) : child)),
});
export const heading = (depth: 1 | 2 | 3, words: string): Heading => ({
	type: 'heading',
	depth,
	children: [text(words)],
});
export const blockquote = (children: readonly BlockContent[]): Blockquote => ({
	type: 'blockquote',
	children: [...children],
});
export const list = (items: readonly Paragraph[]): List => ({
	type: 'list',
	ordered: false,
	spread: false,
	children: items.map((item) => ({ type: 'listItem', spread: false, children: [item] })),
});

/** A table; each cell is text or nodes. */
export function table(head: readonly string[], rows: readonly (readonly (string | PhrasingContent)[])[]): Table {
	const row = (cells: readonly (string | PhrasingContent)[]) => ({
		type: 'tableRow' as const,
		children: cells.map((cell) => ({
			type: 'tableCell' as const,
			children: [typeof cell === 'string' ? text(cell) : cell],
		})),
	});
	return { type: 'table', align: head.map(() => null), children: [row(head), ...rows.map(row)] };
}
