import type { Nodes } from 'mdast';
import { inlineNames } from '../../prose/dialect.ts';
import { componentsIn, writtenWords } from '../../prose/nodes.ts';
import type { ContentFile } from '../file.ts';
import { nodesOf, type Outline, outlineOf } from '../outline.ts';
import { endOf, startOf } from '../passage.ts';
import { type Fault, type Found, firstFit, type Reading, type Rules } from '../rule.ts';

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

/** What is lost in one text: headings with one name among it. */
function* lost(file: ContentFile, { tree, nodes }: Outline): Iterable<Found> {
	const named = new Map<string, number>();
	const top: ReadonlySet<Nodes> = new Set(tree.children);
	for (const node of nodes) {
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
		if (node.type !== 'text' || source.includes('\\')) continue;
		const left = firstFit(LEFT, source);
		if (!left) continue;
		const [, message, fix] = left.reading;
		yield [file.place(start + left.start, start + left.end), message, fix];
	}
}

const NAME = `(?:${inlineNames.join('|')})`;
const REFERENCE = new RegExp(`</?${NAME}\\b[^>]*>?`);
/** "a, b and c". */
const listed = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const signs: readonly Reading[] = [
	[
		new RegExp(`<${NAME}\\b[^<>]*=\\s*[“”„‘’][^<>]*>?`),
		'curly quotation marks stand around the value of an attribute',
		'write straight ones, as in id="…"',
	],
	[
		REFERENCE,
		'this reference is not written right and would be printed as it stands',
		'write <Claim id="…"/> or <Claim id="…">words</Claim>, with straight quotation marks',
	],
	[/<\/?[A-Za-z!][^>]*>?/, 'tags are printed as they stand here', `only ${listed(inlineNames)} are live in this field`],
	[/\[[^\]]*\]\([^)]*\)/, 'links are printed as they stand here', 'write the words without the link'],
	[
		/\*\*[^*]+\*\*|__[^_]+__|`[^`]+`|(?<![\p{L}\p{N}*])\*[^*\s][^*]*\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_[^_\s][^_]*_(?![\p{L}\p{N}_])/u,
		'Markdown is printed as it stands here',
		'take the signs out',
	],
	[/\{[^}]*\}/, 'braces are printed as they stand here', 'take them out'],
	[/&(?:[a-z]+|#\d+|#x[0-9a-f]+);/i, 'this is printed as it stands here', 'write the sign itself'],
];

export const markup: Rules = {
	*footnote({ content }) {
		for (const { place } of nodesOf(content.files, 'footnoteDefinition'))
			yield [place, 'pages have no footnotes', 'name the source in a claim, or use <Aside>'];
	},

	*'heading-order'({ content }) {
		for (const file of content.files) {
			let level = 1;
			for (const {
				node: { depth, children },
				place,
			} of nodesOf([file], 'heading')) {
				if (depth === 1) yield [place, 'only the title of the page is a heading of the first level', 'write "## "'];
				else if (depth > level + 1) {
					const message = `a heading of level ${depth} follows one of level ${level}`;
					yield [place, message, `write "${'#'.repeat(level + 1)} "`];
				}
				if (children.length === 0) yield [place, 'this heading is empty', 'write its words, or take it out'];
				level = Math.max(2, depth);
			}
		}
	},

	*'lost-markup'({ content }) {
		for (const file of content.files) {
			const outline = outlineOf(file);
			if (outline.fault || file.bodyStart === undefined) continue;
			if (file.kind === 'explainer' && file.text.slice(file.bodyStart).trim() === '')
				yield [file.place(0, 3), 'this page has no text', 'write it below the second "---"'];
			else yield* lost(file, outline);
		}
	},

	*'prose-markup'({ passages }) {
		for (const { text, path, live, place } of passages) {
			const found = path[0] === 'body' ? undefined : firstFit(signs, text);
			if (!found) continue;
			const { start, end, reading } = found;
			const [message, fix] =
				live || reading[0] !== REFERENCE
					? [reading[1], reading[2]]
					: ['references are not live in this field and would be printed as they stand', 'say it in words'];
			yield [place(start, end), message, fix];
		}
	},
};
