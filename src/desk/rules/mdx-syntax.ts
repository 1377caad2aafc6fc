import { outlineOf } from '../outline.ts';
import { firstFit, type Reading, type Rules } from '../rule.ts';

/** The parser's words on the left, an editor's on the right; the first that fits is taken. */
const readings: readonly Reading[] = [
	[
		/import\/exports/,
		'a line that starts with "import" or "export" is read as code',
		'take it out, or start the line with another word',
	],
	[
		/character `[“”„‘’]`/,
		'curly quotation marks stand around the value of an attribute',
		'write straight ones, as in id="…"',
	],
	[/expression|closing brace|curly/i, 'a "{" or "}" is read as code', 'take the braces out; for a quotation use “…”'],
	[/character `!`/, '"<!" is read as HTML', 'take it out; comments are not published either way'],
	[
		/Expected the closing tag `<\/([^>`]*)>`/,
		'a tag is closed in another place than it was opened',
		'open and close it in the same paragraph, or with empty lines on both sides',
	],
	[
		/Unexpected closing tag|closing slash/,
		'a tag is closed that was not opened',
		'take the closing tag out, or open it',
	],
	[
		/attribute value/,
		'the value of an attribute has no quotation marks',
		'write it in straight quotation marks: id="…"',
	],
	[/note: to create a link in MDX/, 'an address in "<…>" is read as a tag', 'write [words](https://…)'],
	[
		/lazy line/,
		'a component inside a quotation or list runs over lines that are not marked',
		'put it on one line, or mark every line',
	],
	[
		/too many signs/,
		'there are too many signs of emphasis, code or links in this paragraph',
		'make several paragraphs of it',
	],
	[/more cells/, 'this row has more cells than the head of its table', 'give the head a column, or take the cell out'],
	[
		/too many lines/,
		'there are too many lines in one item of a list, or in one quotation, without its sign',
		'put an empty line where a new paragraph begins',
	],
	[/nested too deep/, 'the text is nested too deep to be read', 'take out levels of lists, quotations or brackets'],
	[
		/./s,
		'this cannot be read: a "<" starts a tag that is not written right',
		'write one of the components, such as <Claim id="…"/>; for "less than" use the words',
	],
];

export const mdxSyntax: Rules = {
	*'mdx-syntax'({ content }) {
		for (const file of content.files) {
			const { fault } = outlineOf(file);
			if (!fault) continue;
			const { path, text, place } = file;
			const { offset, spot, reason } = fault;
			// The parser tells where a tag was opened, and the name of it.
			const [, name = '', row, column] =
				/Expected a closing tag for `<([^>`\s/]*)[^`]*` \((\d+):(\d+)/.exec(reason) ?? [];
			if (row !== undefined) {
				const html = /^[a-z]/.test(name);
				yield [
					{ path, line: Number(row), column: Number(column) },
					html ? `<${name}> is HTML, and it is not closed` : `<${name}> is opened and not closed`,
					html
						? 'take it out: an empty line starts a new paragraph'
						: `write the closing tag </${name}>, or end it with "/>"`,
				];
				continue;
			}
			const [, message, fix] = firstFit(readings, reason)?.reading ?? ['', reason, ''];
			// At the end of the file there is nothing to mark: the last line with text is.
			const end = Math.max(0, text.trimEnd().length - 1);
			// A brace that is never closed is found out at the end, too far from where it stands.
			const brace = /expression|brace/i.test(reason) ? text.lastIndexOf('{') : -1;
			const start = offset <= end ? offset : brace === -1 ? end : brace;
			yield [spot ? { path, ...spot } : place(start, start + 1), message, fix];
		}
	},
};
