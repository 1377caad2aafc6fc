/**
 * Prose strings in YAML and front matter may hold references to the ledger. One small closed syntax, the same
 * as in MDX: `<Claim id="…"/>`, `<Claim id="…">words</Claim>`, `<Value series="…" date="…"/>`, `<Value of="…" …/>`,
 * `<Term id="…"/>`, `<Actor id="…"/>`, the last two also with words inside.
 */
export type InlineName = 'Claim' | 'Value' | 'Term' | 'Actor';

export type Inline =
	| { readonly type: 'text'; readonly text: string; readonly offset: number }
	| {
			readonly type: 'reference';
			readonly name: InlineName;
			readonly attributes: Readonly<Record<string, string>>;
			/** Words between the tags, where given. */
			readonly words?: string;
			readonly offset: number;
	  };

const REFERENCE = /<(Claim|Value|Term|Actor)((?:\s+[a-z][A-Za-z-]*="[^"<>]*")*)\s*(?:\/>|>([^<>]*)<\/\1>)/g;
const ATTRIBUTE = /([a-z][A-Za-z-]*)="([^"]*)"/g;

/** Splits a prose string into text and references, in order; `offset` is the place in `source`. */
export function parseInline(source: string): readonly Inline[] {
	const parts: Inline[] = [];
	let end = 0;
	for (const match of source.matchAll(REFERENCE)) {
		const [whole, name, attributes = '', words] = match;
		const offset = match.index;
		if (offset > end) parts.push({ type: 'text', text: source.slice(end, offset), offset: end });
		parts.push({
			type: 'reference',
			name: name as InlineName,
			attributes: Object.fromEntries([...attributes.matchAll(ATTRIBUTE)].map(([, key, value]) => [key, value])),
			...(words === undefined ? {} : { words }),
			offset,
		});
		end = offset + whole.length;
	}
	if (end < source.length) parts.push({ type: 'text', text: source.slice(end), offset: end });
	return parts;
}
