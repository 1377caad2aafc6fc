import { inlineNames } from '../../prose/dialect.ts';
import { nodesOf, outlineOf } from '../outline.ts';
import { firstFit, type Reading, type Rules } from '../rule.ts';

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
			for (const { node, place } of nodesOf([file], 'heading')) {
				const { depth, children } = node;
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
			else yield* outline.lost;
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
