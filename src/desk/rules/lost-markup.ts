import type { Nodes } from 'mdast';
import { inlineNames } from '../../prose/dialect.ts';
import { childrenOf, componentsIn, writtenWords } from '../../prose/nodes.ts';
import { outlineOf } from '../outline.ts';
import { endOf, startOf } from '../passage.ts';
import { placeOf } from '../position.ts';
import { finding, type Rule } from '../rule.ts';

type Told = readonly [message: string, fix: string];

/** Marks that are left in the words, because what is around them keeps them from being marks. */
const LEFT: readonly (readonly [pattern: RegExp, ...Told])[] = [
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
function told(node: Nodes, parent: Nodes, source: string): Told | undefined {
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
	if (
		node.type === 'paragraph' &&
		parent.type === 'root' &&
		node.children.length === 1 &&
		node.children[0]?.type === 'strong'
	)
		return [
			'a bold line stands for a heading, and no list of contents names it',
			'write "## " in front of it, without the asterisks',
		];
	if (node.type === 'link' && componentsIn(node.children, ...inlineNames).length > 0)
		return ['a reference stands inside a link, and readers cannot open both', 'put the link around other words'];
	return undefined;
}

export const rule: Rule = {
	name: 'lost-markup',
	summary: 'Marks of Markdown print as they stand, or make something else of the words than was meant.',
	remedy: 'Write the marks as the guide shows them; look at the preview.',
	example: { wrong: '[the terms] (/ceasefires/spring-2020/)', right: '[the terms](/ceasefires/spring-2020/)' },
	*check({ content }) {
		for (const file of content.files) {
			const outline = outlineOf(file);
			if (!outline.ok || file.bodyStart === undefined) continue;
			const at = (start: number, end: number) => placeOf(file.path, file.lines, start, end);
			if (file.kind === 'explainer' && file.text.slice(file.bodyStart).trim() === '') {
				yield finding(rule.name, at(0, 3), 'this page has no text', 'write it below the second "---"');
				continue;
			}
			const named = new Map<string, number>();
			for (const [node, parent] of nodesIn(outline.tree)) {
				const [start, end] = [startOf(node), endOf(node)];
				const source = file.text.slice(start, end);
				const found = told(node, parent, source);
				if (found) yield finding(rule.name, at(start, end), ...found);
				if (node.type === 'heading') {
					const words = writtenWords(node).trim().toLowerCase();
					const first = named.get(words);
					if (first !== undefined && words !== '')
						yield finding(
							rule.name,
							at(start, end),
							`line ${file.lines.at(first).line} has the same heading, and links to it lead there`,
							'give one of the two another name',
						);
					else named.set(words, start);
				}
				// An escape is meant to print.
				if (node.type !== 'text' || source.includes('\\')) continue;
				for (const [pattern, message, fix] of LEFT) {
					const match = pattern.exec(source);
					if (!match) continue;
					const from = start + match.index;
					yield finding(rule.name, at(from, from + match[0].length), message, fix);
					break;
				}
			}
		}
	},
};

function* nodesIn(node: Nodes, parent: Nodes = node): Iterable<readonly [Nodes, Nodes]> {
	if (node !== parent) yield [node, parent];
	for (const child of childrenOf(node)) yield* nodesIn(child, node);
}
