import { type Document, isCollection, isMap, isNode, isScalar, isSeq, type ParsedNode, Scalar } from 'yaml';
import type { Path } from '../ledger/problem.ts';

/** A span of characters in the text that was given. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** `key`: of its key. `offset`, `length`: of so many characters of its text. */
export interface SpanOptions {
	readonly key?: boolean;
	readonly offset?: number;
	readonly length?: number;
}

/** Span of the value at a path of a document; see `Yaml.span`. */
export function spanOf(
	text: string,
	document: Document.Parsed<ParsedNode>,
	path: Path,
	options: SpanOptions = {},
): Span {
	let [node, key]: [node: unknown, key: unknown] = [document.contents, undefined];
	let whole = true;
	for (const step of path) {
		const pair = isMap(node) ? node.items.find(({ key }) => isScalar(key) && key.value === String(step)) : undefined;
		const item = isSeq(node) && typeof step === 'number' ? node.items[step] : undefined;
		whole = pair !== undefined || item !== undefined;
		if (!whole) break;
		[node, key] = pair ? [pair.value, pair.key] : [item, undefined];
	}
	const range = (part: unknown): Span | undefined =>
		isNode(part) && part.range ? { start: part.range[0], end: part.range[1] } : undefined;
	const keySpan = range(key);
	if (keySpan && (options.key || isCollection(node) || !isNode(node))) return keySpan;
	if (whole && options.offset !== undefined && isScalar(node) && typeof node.value === 'string' && node.range) {
		const start = place(text, node, options.offset);
		const end = options.length ? place(text, node, options.offset + options.length - 1) + 1 : start;
		return { start, end };
	}
	// A whole map or list is too much to mark: its first key or item stands for it.
	if (isMap(node) && node.items[0]) return range(node.items[0].key) ?? { start: 0, end: 0 };
	if (isSeq(node) && node.items[0]) return range(node.items[0]) ?? { start: 0, end: 0 };
	return range(node) ?? keySpan ?? { start: 0, end: 0 };
}

/** Offset in the file of the character at `offset` in a scalar's value; folding and escapes are walked over. */
function place(text: string, node: Scalar, offset: number): number {
	const value = String(node.value);
	const [start, end] = node.range ?? [0, 0];
	let spot = start;
	if (node.type === Scalar.QUOTE_DOUBLE || node.type === Scalar.QUOTE_SINGLE) spot++;
	if (node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL) spot = text.indexOf('\n', start) + 1;
	const escaped = node.type === Scalar.QUOTE_DOUBLE;
	const isSpace = (character: string | undefined) => character !== undefined && /\s/.test(character);
	for (let index = 0; index < value.length && spot < end; index++) {
		if (!isSpace(value[index])) while (spot < end && isSpace(text[spot])) spot++;
		if (escaped)
			while (text[spot] === '\\' && /[\r\n]/.test(text[spot + 1] ?? '')) {
				spot += 2;
				while (spot < end && isSpace(text[spot])) spot++;
			}
		if (index === offset) return spot;
		if (escaped && text[spot] === '\\')
			spot += ({ x: 4, u: 6, U: 10 } as Readonly<Record<string, number>>)[text[spot + 1] ?? ''] ?? 2;
		else if (node.type === Scalar.QUOTE_SINGLE && value[index] === "'") spot += 2;
		else if (isSpace(value[index])) spot += isSpace(text[spot]) ? 1 : 0;
		else spot++;
	}
	return Math.min(spot, end);
}
