import {
	type Document,
	isAlias,
	isCollection,
	isMap,
	isScalar,
	type Node,
	type ParsedNode,
	visit,
	type YAMLMap,
} from 'yaml';
import type { Fault } from './position.ts';
import type { SpanFault } from './yaml-span.ts';

export interface YamlFault extends SpanFault {
	/** Set where it is a tab: no one needs to be told of it twice. */
	readonly tab?: true;
}

/** Numbers that are read as they look: not 022, 2.2e1 or 0x16. */
const PLAIN_NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/;
const PLAIN_TAGS = new Set(['!!str', '!!int', '!!float', '!!bool', '!!null', '!!map', '!!seq']);
/** Levels of lists and maps inside each other. */
const DEEPEST = 20;
/** Keys written twice that are told one by one. */
const MOST_TWICE = 100;

export const IN_FULL = 'write the value out in full';
export const TOO_DEEP: Fault = ['this cannot be read as YAML: it is nested too deep', 'write it with fewer levels'];
export const NO_TAGS: Fault = ['tags (!word) are not used here', 'write the value alone'];
const ALIASES: Fault = ['aliases (*name) are not used here', IN_FULL];
const ANCHORS: Fault = ['anchors (&name) are not used here', IN_FULL];

/** Where a text is nested too deep to be parsed: more levels on one line, or in one record's brackets, than any has. */
export function deepIn(text: string): number | undefined {
	let start = 0;
	let depth = 0;
	for (const line of text.split('\n')) {
		const items = /^(?:[ \t]*[-?:](?=[ \t]))*/.exec(line)?.[0].replace(/[ \t]/g, '').length ?? 0;
		if (items > DEEPEST) return start;
		if (/^\S/.test(line)) depth = 0;
		for (const { 0: sign, index } of line.matchAll(/[[\]{}]/g)) {
			depth = Math.max(0, depth + (sign === '[' || sign === '{' ? 1 : -1));
			if (depth > DEEPEST) return start + index;
		}
		start += line.length + 1;
	}
	return undefined;
}

/**
 * Anchors, aliases, merge keys, tags: things a reader of the file could not follow, each told once. Keys that are
 * written twice, where nothing else is wrong: behind a fault, records run into each other.
 * @param clean whether the parser has found no fault
 */
export function foreign(document: Document.Parsed<ParsedNode>, clean: boolean): readonly YamlFault[] {
	const found = new Map<string, YamlFault & { count: number }>();
	const twice: YamlFault[] = [];
	const add = (node: Node, [message, fix]: Fault) => {
		const [start, end] = node.range ?? [0, 0];
		const known = found.get(message);
		if (known) known.count += 1;
		else found.set(message, { start, end, message, fix, count: 1 });
	};
	visit(document, {
		Node: (_key, node, path) => {
			if (isAlias(node)) add(node, ALIASES);
			else if (node.anchor) add(node, ANCHORS);
			const { source = '', value } = isScalar(node) ? node : {};
			if (typeof value === 'number' && !PLAIN_NUMBER.test(source))
				add(node, [
					`"${source}" is read as the number ${value}`,
					`write ${value}, or "${source}" in quotes where it is text`,
				]);
			if (node.tag && !PLAIN_TAGS.has(node.tag.replace(/^tag:yaml\.org,2002:/, '!!'))) add(node, NO_TAGS);
			if (isCollection(node) && path.filter(isCollection).length >= DEEPEST) add(node, TOO_DEEP);
			if (clean && isMap(node) && twice.length < MOST_TWICE) twice.push(...repeated(node).slice(0, MOST_TWICE));
		},
		Pair: (_key, pair) => {
			if (isScalar(pair.key) && (pair.key.value === '<<' || pair.key.value === '__proto__'))
				add(pair.key, [`"${pair.key.value}" is not a key here`, 'write the keys out in full']);
		},
	});
	// An alias only repeats what its anchor has told.
	if (found.has(ANCHORS[0])) found.delete(ALIASES[0]);
	const told = [...found.values()].map(({ count, ...fault }) =>
		count > 1 ? { ...fault, message: `${fault.message} (and ${count - 1} more in this file)` } : fault,
	);
	return [...told, ...twice];
}

function repeated({ items }: YAMLMap): readonly YamlFault[] {
	const keys = new Set<unknown>();
	return items.flatMap(({ key }) => {
		if (!isScalar(key)) return [];
		const [start, end] = key.range ?? [0, 0];
		const message = 'this key stands twice in the same record';
		const fix = 'keep one of the two; a new item of a list starts with "- "';
		const again = keys.has(key.value);
		keys.add(key.value);
		return again ? [{ start, end, message, fix }] : [];
	});
}
