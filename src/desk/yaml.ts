import { type Document, type ParsedNode, parseAllDocuments, type YAMLError } from 'yaml';
import type { Path } from '../ledger/problem.ts';
import type { YamlFault } from './yaml-foreign.ts';
import { deepIn, foreign, TOO_DEEP } from './yaml-foreign.ts';
import type { Span } from './yaml-span.ts';
import { spanOf } from './yaml-span.ts';

/** A fault of YAML itself, with offsets into the text that was given. */
/** What stands in a YAML text. */
interface YamlParts {
	/** Plain values; undefined when the text cannot be read. */
	readonly data: unknown;
	readonly faults: readonly YamlFault[];
}

export interface Yaml extends YamlParts {
	/** Span of the value at a path; of its key when `key` is set; of the deepest part of the path that is there. */
	readonly span: (
		path: Path,
		options?: { readonly key?: boolean; readonly offset?: number; readonly length?: number },
	) => Span;
}

const remedies: Readonly<Record<string, readonly [message: string, fix: string]>> = {
	ALIAS_PROPS: ['an alias cannot have properties', 'write the value out in full'],
	BAD_ALIAS: ['this alias points to nothing', 'write the value out in full'],
	BAD_DQ_ESCAPE: [
		'"\\" starts an escape that YAML does not know',
		'write "\\\\" for a backslash, or use single quotes',
	],
	BAD_INDENT: [
		'this line is not indented as the lines around it',
		'line it up with the keys or items of the same list',
	],
	BAD_PROP_ORDER: ['tags and anchors are not used here', 'write the value alone'],
	BAD_SCALAR_START: ['a text cannot start with this character', 'put the whole text in quotes'],
	BLOCK_AS_IMPLICIT_KEY: ['there are two ": " on this line', 'put the text behind the first colon in quotes'],
	BLOCK_IN_FLOW: ['a list or map with line breaks stands inside […] or {…}', 'use one form only'],
	IMPOSSIBLE: ['this cannot be read as YAML', 'compare it with a file of the same kind'],
	KEY_OVER_1024_CHARS: ['this key is longer than 1,024 characters', 'a colon may be missing, or quotes around a text'],
	MISSING_CHAR: [
		'a character is missing here',
		'look for a quote or bracket that is not closed, or a colon without a space',
	],
	MULTILINE_IMPLICIT_KEY: [
		'a colon with a space behind it is missing on this line',
		'write "key: value"; a text of more than one line goes in quotes',
	],
	MULTIPLE_ANCHORS: ['anchors are not used here', 'write the value out in full'],
	MULTIPLE_DOCS: ['there is more than one document in this file', 'remove the line with "---"'],
	MULTIPLE_TAGS: ['tags are not used here', 'write the value alone'],
	NON_STRING_KEY: ['this key is not a plain word', 'write the key as a plain word'],
	TAB_AS_INDENT: ['a tab is used to indent', 'use spaces'],
	TAG_RESOLVE_FAILED: ['tags (!word) are not used here', 'write the value alone'],
	UNEXPECTED_TOKEN: ['this is not expected here', 'look for a missing quote, comma or space in front of it'],
};

const OPEN_QUOTE = ['a quotation mark is opened and not closed', 'close the text with the same mark'] as const;

/**
 * Reads one YAML text strictly: YAML 1.2 core schema, no anchors, aliases, merge keys, tags, second documents.
 * A byte order mark has a rule of its own and is passed over here.
 */
export function readYaml(text: string): Yaml {
	const skipped = skippedIn(text);
	const { data, faults } = readPlain(text.slice(skipped));
	const moved = faults.map((fault) => ({ ...fault, start: fault.start + skipped, end: fault.end + skipped }));
	return { data, faults: moved, span: spanner(text) };
}

const skippedIn = (text: string): number => (text.startsWith('\uFEFF') ? 1 : 0);

function readPlain(text: string): YamlParts {
	const deep = deepIn(text);
	if (deep !== undefined) return unreadable(TOO_DEEP, 'write it with fewer levels', deep);
	const documents = parseText(text);
	if (!documents) return unreadable(TOO_DEEP, 'compare it with a file of the same kind');
	const [document, second] = documents;
	if (!document) return { data: null, faults: [] };
	const found = documents.flatMap(({ errors, warnings }) => [...errors, ...warnings]);
	const faults = [...(found.length === 0 ? [] : (tabFault(text) ?? hyphenFault(text) ?? rootFaults(text, found)))];
	if (second && !faults.some((fault) => fault.start >= second.range[0])) {
		const { MULTIPLE_DOCS: [message, fix] = ['', ''] } = remedies;
		faults.push({ start: second.range[0], end: second.range[0] + 3, message, fix });
	}
	try {
		const told = new Set(faults.map(({ start }) => lineAt(text, start)));
		faults.push(...foreign(document, faults.length === 0).filter(({ start }) => !told.has(lineAt(text, start))));
		const data: unknown = faults.length > 0 ? undefined : document.toJS({ maxAliasCount: 0 });
		return { data, faults };
	} catch {
		return unreadable(TOO_DEEP, 'compare it with a file of the same kind');
	}
}

const lineAt = (text: string, offset: number): number => text.lastIndexOf('\n', offset - 1) + 1;

/** A tab in front of a line is told by itself: what the parser makes of it differs with what stands around it. */
function tabFault(text: string): readonly YamlFault[] | undefined {
	const lines = [...text.matchAll(/^ *\t[ \t]*(?=\S)/gm)];
	const [first] = lines;
	if (!first) return undefined;
	const more = lines.length > 1 ? ` (and ${lines.length - 1} more)` : '';
	const start = first.index + first[0].indexOf('\t');
	return [{ start, end: start + 1, message: `a tab is used to indent this line${more}`, fix: 'use spaces', tab: true }];
}

/** An item without its space makes the parser take the whole file for something else than a list. */
function hyphenFault(text: string): readonly YamlFault[] | undefined {
	const [first] = /^-[A-Za-z][\w-]*:/m.exec(text) ?? [];
	if (first === undefined) return undefined;
	const start = text.search(/^-[A-Za-z][\w-]*:/m);
	const [, message = '', fix = ''] = GLUED;
	return [{ start, end: start + first.length, message, fix }];
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

const GLUED = [
	/^\s*-[A-Za-z]/,
	'a space is missing behind the hyphen',
	'write "- " in front of each item of a list',
] as const;

/** What a fault most likely comes of, from the line it stands on: in order, the first that fits. */
const causes: readonly (readonly [pattern: RegExp, message: string, fix: string])[] = [
	[/\u00a0/, 'a no-break space stands on this line where YAML needs a plain one', 'type the spaces again'],
	[
		/(?:^|[:\-[,]\s*)[“”„‘’]/,
		'curly quotation marks do not hold a text together here',
		'put straight ones around the whole text: "…"',
	],
	GLUED,
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

const CAUSED: ReadonlySet<string> = new Set([
	'BLOCK_AS_IMPLICIT_KEY',
	'MULTILINE_IMPLICIT_KEY',
	'UNEXPECTED_TOKEN',
	'MISSING_CHAR',
	'BAD_SCALAR_START',
]);
const indentOf = (line: string): number => /^ */.exec(line)?.[0].length ?? 0;

/** Where a fault was made, and what to say of it. */
function tellFault(text: string, fault: YAMLError): YamlFault {
	const [start, end] = fault.pos;
	const open = fault.code === 'MISSING_CHAR' && /closing .*quote/i.test(fault.message);
	if (open) return { start, end, message: OPEN_QUOTE[0], fix: OPEN_QUOTE[1] };
	const from = lineAt(text, start);
	const [line = '', next = ''] = text.slice(from).split('\n', 2);
	const [message, fix] = remedies[fault.code] ?? remedies['IMPOSSIBLE'] ?? ['', ''];
	if (!CAUSED.has(fault.code) && !line.includes('\u00a0')) return { start, end, message, fix };
	const cause = causes.find(([pattern]) => pattern.test(line));
	if (cause) return { start, end, message: cause[1], fix: cause[2] };
	const [indented, advice] = remedies['BAD_INDENT'] ?? ['', ''];
	const before =
		text
			.slice(0, Math.max(0, from - 1))
			.split('\n')
			.at(-1) ?? '';
	const level = indentOf(before.replace(/^( *)- /, '$1  '));
	const isKey = /^ *(?:- )?[\w-]+:(?: |$)/.test(line);
	if (isKey && indentOf(line) > 0 && indentOf(line) < level && /^ *(?:- )?[\w-]+: /.test(before))
		return { start: from + indentOf(line), end: from + line.length, message: indented, fix: advice };
	// "key: value" with a deeper "key: value" below: the parser blames the upper line.
	const deeper = indentOf(next) > indentOf(line.replace(/^( *)- /, '$1  ')) && /^ *[\w-]+:(?: |$)/.test(next);
	if (deeper && (line.match(/:(?= )/g)?.length ?? 0) < 2) {
		const at = from + line.length + 1 + indentOf(next);
		return { start: at, end: from + line.length + 1 + next.length, message: indented, fix: advice };
	}
	return { start, end, message, fix };
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

/** Parsed again when a place is asked for: most files have no problem, and what the parser makes is large. */
function spanner(text: string): Yaml['span'] {
	let document: Document.Parsed<ParsedNode> | undefined;
	const skipped = skippedIn(text);
	const plain = text.slice(skipped);
	return (path, options) => {
		document ??= parseText(plain)?.[0];
		const { start, end } = document ? spanOf(plain, document, path, options) : { start: 0, end: 0 };
		return { start: start + skipped, end: end + skipped };
	};
}

function unreadable(message: string, fix: string, at = 0): YamlParts {
	return { data: undefined, faults: [{ start: at, end: at, message, fix }] };
}
