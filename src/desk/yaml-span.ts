import { type Document, isCollection, isMap, isNode, isScalar, isSeq, type ParsedNode, Scalar } from 'yaml';
import type { Path } from '../ledger/problem.ts';
import { writtenAt } from './written.ts';

/** A span of characters in the text that was given. */
export interface Span {
	readonly start: number;
	readonly end: number;
}

/** What is wrong at one, and what to do. */
export interface SpanFault extends Span {
	readonly message: string;
	readonly fix: string;
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

const ESCAPES: Readonly<Record<string, number>> = { x: 4, u: 6, U: 10 };

/** Offset in the file of the character at `offset` in a scalar's value; folding and escapes are walked over. */
function place(text: string, node: Scalar, offset: number): number {
	const [from, end] = node.range ?? [0, 0];
	const double = node.type === Scalar.QUOTE_DOUBLE;
	const isBlock = node.type === Scalar.BLOCK_FOLDED || node.type === Scalar.BLOCK_LITERAL;
	const quoted = double || node.type === Scalar.QUOTE_SINGLE;
	const lengthAt = (at: number, unit: string): number =>
		double && text[at] === '\\' ? (ESCAPES[text[at + 1] ?? ''] ?? 2) : quoted && !double && unit === "'" ? 2 : 1;
	const start = isBlock ? text.indexOf('\n', from) + 1 : quoted ? from + 1 : from;
	const writing = { start, end, lengthAt, gap: double ? /(?:\s|\\\r?\n)*/y : /\s*/y };
	return writtenAt(text, String(node.value).slice(0, offset + 1), writing)[offset] ?? end;
}
