import type { Nodes, Root } from 'mdast';
import { inlineNames } from '../prose/dialect.ts';
import { componentsIn, writtenWords } from '../prose/nodes.ts';
import type { ContentFile } from './file.ts';
import { endOf, startOf } from './passage.ts';
import type { Fault } from './position.ts';
import { type Found, firstFit, type Reading } from './rule.ts';

/** Marks that are left in the words, because what is around them keeps them from being marks. */
const LEFT: readonly Reading[] = [
	[
		/^#{1,6}(?=\p{L})/mu,
		'the signs "#" print as they stand: a space is missing behind them',
		'write "## " with a space',
	],
	[/^[•◦▪‣·●]\s/mu, 'this is a list to the eye and none to the page', 'start each item with "- "'],
	[
		/\*\*/,
		'the asterisks print as they stand',
		'put them right around the words, with a space or a sign behind the last',
	],
	[
		/(?<![\p{L}\p{N}])_(?=\p{L})|(?<=\p{L})_(?![\p{L}\p{N}])/u,
		'the signs "_" print as they stand',
		'put them right around the words',
	],
	[
		/(?<!\S)\*(?=\S)|(?<=\S)\*(?!\S)/,
		'an asterisk prints as it stands',
		'put one on each side of the words, or take it out',
	],
	[
		/\[[^\]\n]+\]\s+\((?:\/|https?:)[^)\n]*\)/,
		'the brackets of this link print as they stand',
		'take out the space between "]" and "("',
	],
	[
		/\([^)\n]+\)\[(?:\/|https?:)[^\]\n]*\]/,
		'the brackets of this link stand in the wrong order',
		'write [words](/address/)',
	],
	[/\]\(|\[[^\]\n]*\]\[[^\]\n]*\]/, 'the brackets of this link print as they stand', 'write [words](/address/)'],
	[/~~/, 'the signs "~" print as they stand', 'take them out'],
	[
		/^\\?\+?(?:={3,}|-{3,}|\*{3,})$/m,
		'this line prints as it stands',
		'put an empty line in front of it, or take it out',
	],
];

/** What a node becomes that its editor hardly meant. */
function told(node: Nodes, isTop: boolean, source: string): Fault | undefined {
	if (node.type === 'delete')
		return ['what stands between two "~" is struck out', 'write "about", or "to", in place of the sign'];
	if (node.type === 'listItem' && typeof node.checked === 'boolean')
		return ['this prints a box to tick', 'take "[ ]" out'];
	if (node.type === 'heading') {
		if (!source.startsWith('#'))
			return [
				'the line below makes a heading of this sentence',
				'put an empty line between the two, or take the line out',
			];
		if (node.children.some((child) => child.type === 'link'))
			return ['a heading holds a link', 'put the link into the text'];
		if (
			node.children.length > 0 &&
			!/[\p{L}\p{N}]/u.test(writtenWords(node)) &&
			componentsIn([node], ...inlineNames).length === 0
		)
			return ['this heading has no letter, and no address of its own', 'write its words'];
	}
	if (node.type === 'paragraph' && isTop && node.children.length === 1 && node.children[0]?.type === 'strong')
		return [
			'a bold line stands for a heading, and no list of contents names it',
			'write "## " in front of it, without the asterisks',
		];
	if (node.type === 'link' && componentsIn(node.children, ...inlineNames).length > 0)
		return ['a reference stands inside a link, and readers cannot open both', 'put the link around other words'];
	return undefined;
}

/** What is lost in one text, node by node: a heading with the name of another among it. */
export function lostMarkup(file: ContentFile, tree: Root): (node: Nodes) => Iterable<Found> {
	const named = new Map<string, number>();
	const top: ReadonlySet<Nodes> = new Set(tree.children);
	return function* (node) {
		const [start, end] = [startOf(node), endOf(node)];
		const source = file.text.slice(start, end);
		const found = told(node, top.has(node), source);
		if (found) yield [file.place(start, end), ...found];
		const words = node.type === 'heading' ? writtenWords(node).trim().toLowerCase() : '';
		const first = named.get(words);
		if (words !== '' && first === undefined) named.set(words, start);
		else if (first !== undefined) {
			const message = `line ${file.lines.at(first).line} has the same heading, and links to it lead there`;
			yield [file.place(start, end), message, 'give one of the two another name'];
		}
		// An escape is meant to print.
		if (node.type !== 'text' || source.includes('\\')) return;
		const left = firstFit(LEFT, source);
		if (!left) return;
		const [, message, fix] = left.reading;
		yield [file.place(start + left.start, start + left.end), message, fix];
	};
}
