import type { PhrasingContent } from 'mdast';
import { inlineNames } from './dialect.ts';

/**
 * Prose in YAML and front matter is plain words with references to the ledger: `<Claim id="…"/>`,
 * `<Claim id="…">words</Claim>`, `<Value …/>`, `<Term id="…"/>`, `<Actor id="…"/>`. Anything else stands for itself.
 */
const REFERENCE = new RegExp(
	`<(${inlineNames.join('|')})((?:\\s+[a-z][A-Za-z-]*="[^"<>]*")*)\\s*(?:\\/>|>([^<>]*)<\\/\\1>)`,
	'g',
);
const ATTRIBUTE = /([a-z][A-Za-z-]*)="([^"]*)"/g;

const at = (start: number, length: number) => {
	const point = (offset: number) => ({ line: 1, column: offset + 1, offset });
	return { start: point(start), end: point(start + length) };
};
const words = (value: string, start: number): PhrasingContent[] =>
	value === '' ? [] : [{ type: 'text', value, position: at(start, value.length) }];

/** A prose field as nodes of the kind that a paragraph of MDX holds; positions are offsets in the field. */
export function readField(field: string): readonly PhrasingContent[] {
	const nodes: PhrasingContent[] = [];
	let end = 0;
	for (const match of field.matchAll(REFERENCE)) {
		const [whole, name = '', attributes = '', inside = ''] = match;
		const start = match.index;
		const behind = start + 1 + name.length;
		nodes.push(...words(field.slice(end, start), end), {
			type: 'mdxJsxTextElement',
			name,
			attributes: [...attributes.matchAll(ATTRIBUTE)].map((one) => ({
				type: 'mdxJsxAttribute',
				name: one[1] ?? '',
				value: one[2] ?? '',
				position: at(behind + one.index, one[0].length),
			})),
			children: words(inside, start + whole.indexOf('>', 1 + name.length + attributes.length) + 1) as [],
			position: at(start, whole.length),
		});
		end = start + whole.length;
	}
	return [...nodes, ...words(field.slice(end), end)];
}
