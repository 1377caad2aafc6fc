import { inlineNames } from '../../prose/dialect.ts';
import { finding, type Rule } from '../rule.ts';

const NAME = `(?:${inlineNames.join('|')})`;
const REFERENCE = new RegExp(`</?${NAME}\\b[^>]*>?`);
/** "a, b and c". */
const listed = (names: readonly string[]): string => `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

const signs: readonly (readonly [pattern: RegExp, message: string, fix: string])[] = [
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
	[/\*\*[^*]+\*\*|__[^_]+__|`[^`]+`/, 'Markdown is printed as it stands here', 'take the signs out'],
	[
		/(?<![\p{L}\p{N}*])\*[^*\s][^*]*\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_])_[^_\s][^_]*_(?![\p{L}\p{N}_])/u,
		'Markdown is printed as it stands here',
		'take the signs out',
	],
	[/\{[^}]*\}/, 'braces are printed as they stand here', 'take them out'],
	[/&(?:[a-z]+|#\d+|#x[0-9a-f]+);/i, 'this is printed as it stands here', 'write the sign itself'],
];

export const rule: Rule = {
	name: 'prose-markup',
	summary: 'Markup stands in a field that prints it as it is.',
	remedy: `In YAML and front matter only ${listed(inlineNames.map((name) => `<${name}/>`))} are live, and only in fields for prose.`,
	example: { wrong: 'dek: The **fire** at the mill', right: 'dek: The fire at the mill' },
	*check({ passages }) {
		for (const { text, path, live, place } of passages) {
			if (path[0] === 'body') continue;
			for (const [pattern, message, fix] of signs) {
				const match = pattern.exec(text);
				if (!match) continue;
				const plain = !live && pattern === REFERENCE;
				yield finding(
					rule.name,
					place(match.index, match.index + match[0].length),
					plain ? 'references are not live in this field and would be printed as they stand' : message,
					plain ? 'say it in words' : fix,
				);
				break;
			}
		}
	},
};
