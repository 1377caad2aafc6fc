import { type Document, type ParsedNode, parseAllDocuments, type YAMLError } from 'yaml';
import type { Path } from '../ledger/problem.ts';
import type { Fault } from './position.ts';
import { deepIn, foreign, IN_FULL, NO_TAGS, TOO_DEEP, type YamlFault } from './yaml-foreign.ts';
import { type Span, type SpanOptions, spanOf } from './yaml-span.ts';

/** What stands in a YAML text. */
export interface Yaml {
	/** Plain values; undefined when the text cannot be read. */
	readonly data: unknown;
	readonly faults: readonly YamlFault[];
	/** Span of the value at a path; of its key when `key` is set; of the deepest part of the path that is there. */
	readonly span: (path: Path, options?: SpanOptions) => Span;
}

const faultAt = (start: number, end: number, [message, fix]: Fault): YamlFault => ({ start, end, message, fix });

const INDENT: Fault = [
	'this line is not indented as the lines around it',
	'line it up with the keys or items of the same list',
];
const IMPOSSIBLE: Fault = ['this cannot be read as YAML', 'compare it with a file of the same kind'];
const SECOND: Fault = ['there is more than one document in this file', 'remove the line with "---"'];

/** What the parser's codes mean for an editor; the others say that it cannot be read. */
const remedies: Readonly<Record<string, Fault>> = {
	ALIAS_PROPS: ['an alias cannot have properties', IN_FULL],
	BAD_ALIAS: ['this alias points to nothing', IN_FULL],
	BAD_DQ_ESCAPE: [
		'"\\" starts an escape that YAML does not know',
		'write "\\\\" for a backslash, or use single quotes',
	],
	BAD_INDENT: INDENT,
	BAD_PROP_ORDER: NO_TAGS,
	BAD_SCALAR_START: ['a text cannot start with this character', 'put the whole text in quotes'],
	BLOCK_AS_IMPLICIT_KEY: ['there are two ": " on this line', 'put the text behind the first colon in quotes'],
	BLOCK_IN_FLOW: ['a list or map with line breaks stands inside […] or {…}', 'use one form only'],
	KEY_OVER_1024_CHARS: ['this key is longer than 1,024 characters', 'a colon may be missing, or quotes around a text'],
	MISSING_CHAR: [
		'a character is missing here',
		'look for a quote or bracket that is not closed, or a colon without a space',
	],
	MULTILINE_IMPLICIT_KEY: [
		'a colon with a space behind it is missing on this line',
		'write "key: value"; a text of more than one line goes in quotes',
	],
	MULTIPLE_ANCHORS: ['anchors are not used here', IN_FULL],
	MULTIPLE_DOCS: SECOND,
	MULTIPLE_TAGS: NO_TAGS,
	NON_STRING_KEY: ['this key is not a plain word', 'write the key as a plain word'],
	TAB_AS_INDENT: ['a tab is used to indent', 'use spaces'],
	TAG_RESOLVE_FAILED: NO_TAGS,
	UNEXPECTED_TOKEN: ['this is not expected here', 'look for a missing quote, comma or space in front of it'],
};

/**
 * Reads one YAML text strictly: YAML 1.2 core schema, no anchors, aliases, merge keys, tags, second documents.
 * A byte order mark has a rule of its own and is passed over here.
 */
export function readYaml(text: string): Yaml {
	if (text.startsWith('\uFEFF')) {
		const { data, faults, span } = readYaml(text.slice(1));
		const shift = <T extends Span>(one: T): T => ({ ...one, start: one.start + 1, end: one.end + 1 });
		return { data, faults: faults.map(shift), span: (...where) => shift(span(...where)) };
	}
	// Parsed again when a place is asked for: most files have no problem, and what the parser makes is large.
	let again: Document.Parsed<ParsedNode> | undefined;
	const span: Yaml['span'] = (path, options) => {
		again ??= parseText(text)?.[0];
		return again ? spanOf(text, again, path, options) : { start: 0, end: 0 };
	};
	const unreadable = (words: Fault, at = 0): Yaml => ({ data: undefined, faults: [faultAt(at, at, words)], span });
	const deep = deepIn(text);
	if (deep !== undefined) return unreadable(TOO_DEEP, deep);
	const documents = parseText(text);
	if (!documents) return unreadable(TOO_DEEP);
	const [document, second] = documents;
	if (!document) return { data: null, faults: [], span };
	const found = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
	const faults = [...(found.length === 0 ? [] : (misleading(text) ?? rootFaults(text, found)))];
	if (second && !faults.some((fault) => fault.start >= second.range[0]))
		faults.push(faultAt(second.range[0], second.range[0] + 3, SECOND));
	try {
		const told = new Set(faults.map(({ start }) => lineAt(text, start)));
		faults.push(...foreign(document, faults.length === 0).filter(({ start }) => !told.has(lineAt(text, start))));
		return { data: faults.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 }), faults, span };
	} catch {
		return unreadable(TOO_DEEP);
	}
}

const lineAt = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/**
 * What makes the parser take all that follows for something else is told by itself: a tab in front of a line, an item
 * of a list without its space.
 */
function misleading(text: string): readonly YamlFault[] | undefined {
	const [first, ...tabs] = [...text.matchAll(/^ *\t[ \t]*(?=\S)/gm)];
	if (first) {
		const start = first.index + first[0].indexOf('\t');
		const more = tabs.length > 0 ? ` (and ${tabs.length} more)` : '';
		return [{ ...faultAt(start, start + 1, [`a tab is used to indent this line${more}`, 'use spaces']), tab: true }];
	}
	const glued = /^-[A-Za-z][\w-]*:/m.exec(text);
	return glued ? [faultAt(glued.index, glued.index + glued[0].length, GLUED)] : undefined;
}

/**
 * What is wrong, without what only follows from it: behind a fault, all is read wrong to the end of the record, and
 * what is "not expected" often to the end of the file.
 */
function rootFaults(text: string, found: readonly YAMLError[]): readonly YamlFault[] {
	const starts = [0, ...[...text.matchAll(/^(?:- |[^\s#-])/gm)].map(({ index }) => index)];
	const told = new Set<number>();
	return found.flatMap((fault, index) => {
		const [start] = fault.pos;
		const record = starts.findLast((at) => at <= start) ?? 0;
		if (told.has(record) || (index > 0 && fault.code === 'UNEXPECTED_TOKEN')) return [];
		told.add(record);
		return [tellFault(text, fault)];
	});
}

const GLUED: Fault = ['a space is missing behind the hyphen', 'write "- " in front of each item of a list'];
const OPEN_QUOTE: Fault = ['a quotation mark is opened and not closed', 'close the text with the same mark'];

/** What a fault most likely comes of, from the line it stands on: in order, the first that fits. */
const causes: readonly (readonly [pattern: RegExp, ...Fault])[] = [
	[/\u00a0/, 'a no-break space stands on this line where YAML needs a plain one', 'type the spaces again'],
	[
		/(?:^|[:\-[,]\s*)[“”„‘’]/,
		'curly quotation marks do not hold a text together here',
		'put straight ones around the whole text: "…"',
	],
	[/^\s*-[A-Za-z]/, ...GLUED],
	[
		/^[^'"]*:\s+'[^']*\p{L}'\p{L}/u,
		'an apostrophe ends this text, which stands in single quotation marks',
		'put the text in double ones: "…"',
	],
	[
		/^[^'"]*:\s+[[{].*[\]}]\s*\p{L}/u,
		'a text that starts with "[" or "{" is read as a list',
		'put the whole text in quotes: "…"',
	],
];

const CAUSED: ReadonlySet<string> = new Set(
	'BLOCK_AS_IMPLICIT_KEY MULTILINE_IMPLICIT_KEY UNEXPECTED_TOKEN MISSING_CHAR BAD_SCALAR_START'.split(' '),
);
const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;
/** How far the keys of an item stand in, the first of them behind its hyphen. */
const levelOf = (line: string): number => indentOf(line.replace(/^( *)- /, '$1  '));

/** Where a fault was made, and what to say of it. */
function tellFault(text: string, fault: YAMLError): YamlFault {
	const [start, end] = fault.pos;
	if (fault.code === 'MISSING_CHAR' && /closing .*quote/i.test(fault.message)) return faultAt(start, end, OPEN_QUOTE);
	const from = lineAt(text, start);
	const [line = '', next = ''] = text.slice(from).split('\n', 2);
	const plain = faultAt(start, end, remedies[fault.code] ?? IMPOSSIBLE);
	if (!CAUSED.has(fault.code) && !line.includes('\u00a0')) return plain;
	const [, ...cause] = causes.find(([pattern]) => pattern.test(line)) ?? [];
	if (cause.length === 2) return faultAt(start, end, cause);
	const before = text.slice(lineAt(text, from - 1), Math.max(0, from - 1));
	const isKey = /^ *(?:- )?[\w-]+:(?: |$)/.test(line) && /^ *(?:- )?[\w-]+: /.test(before);
	if (isKey && indentOf(line) > 0 && indentOf(line) < levelOf(before))
		return faultAt(from + indentOf(line), from + line.length, INDENT);
	// "key: value" with a deeper "key: value" below: the parser blames the upper line.
	const below = from + line.length + 1;
	const deeper = indentOf(next) > levelOf(line) && /^ *[\w-]+:(?: |$)/.test(next);
	return deeper && (line.match(/:(?= )/g)?.length ?? 0) < 2
		? faultAt(below + indentOf(next), below + next.length, INDENT)
		: plain;
}

function parseText(text: string): readonly Document.Parsed<ParsedNode>[] | undefined {
	try {
		const parsed = parseAllDocuments(text, {
			version: '1.2',
			schema: 'core',
			strict: true,
			stringKeys: true,
			// Looked for below: the parser holds each key against all others.
			uniqueKeys: false,
			merge: false,
			prettyErrors: false,
			logLevel: 'silent',
		});
		return 'empty' in parsed ? [] : parsed;
	} catch {
		return undefined;
	}
}
