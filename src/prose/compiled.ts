import { ELEMENTS, PRINTED } from './canonical.ts';
import { components } from './dialect.ts';

/** A node of a parsed module, as far as it matters here (ESTree). */
interface Node {
	readonly type: string;
	readonly start: number;
	readonly end: number;
	readonly [key: string]: unknown;
}

/** Kinds of node that a compiled text is made of. Not among them: classes, loops, assignments, templates, patterns of text, imports at run time. */
const KINDS: ReadonlySet<string> = new Set(
	(
		'Program ImportDeclaration ImportSpecifier ExportNamedDeclaration ExportDefaultDeclaration FunctionDeclaration ' +
		'ArrowFunctionExpression AssignmentPattern BlockStatement ReturnStatement IfStatement ThrowStatement ' +
		'ExpressionStatement VariableDeclaration VariableDeclarator CallExpression NewExpression MemberExpression ' +
		'AssignmentExpression ConditionalExpression LogicalExpression BinaryExpression UnaryExpression ArrayExpression ' +
		'ObjectExpression ObjectPattern Property SpreadElement Identifier Literal ParenthesizedExpression'
	).split(' '),
);
const MODULES: ReadonlySet<string> = new Set(['astro/jsx-runtime', 'astro/runtime/server/index.js']);
const printed = [...PRINTED.values()];
/** Names that the frame around a text uses, and the components: nothing else can be spoken of. */
const NAMES: ReadonlySet<string> = new Set([
	...(
		'_Fragment _jsx _jsxs _components _createMdxContent _missingMdxReference __astro_tag_component__ MDXContent ' +
		'MDXLayout Content Fragment jsx jsxs props id component frontmatter getHeadings url file undefined Object Symbol ' +
		'Boolean Error'
	).split(' '),
	...components.map(({ name }) => name),
	...printed.map(([name]) => name),
]);
const BUILT_IN: ReadonlySet<string> = new Set(['Object', 'Symbol', 'Boolean', 'Error']);
const MEMBERS: ReadonlySet<string> = new Set(['components', 'wrapper', 'layout', 'moduleId']);
/** Calls of what JavaScript brings along, whole. */
const CALLS: ReadonlySet<string> = new Set(['Object.assign', 'Symbol.for', 'Boolean', 'Error']);
/** What may be called besides: the frame's own functions. */
const CALLED = /^(?:_jsxs?|_createMdxContent|_missingMdxReference|__astro_tag_component__|MDXContent)$/;
/** Attributes by element or component; of an element that Markdown makes, also where it is named through `_components`. */
const ATTRIBUTES: ReadonlyMap<string, readonly string[]> = new Map([
	...ELEMENTS,
	...[...PRINTED].map(([tag, [, attributes]]) => [tag, attributes] as const),
	...printed,
	// The words between the tags of a reference come as an attribute.
	...components.map(({ name, level, attributes }) => {
		const own = attributes.map((one) => one.name);
		return [name, level === 'inline' ? [...own, 'words'] : own] as const;
	}),
	['_Fragment', []],
]);

type Fault = { readonly message: string; readonly offset: number };

/**
 * Why a compiled text must not run; undefined when it may. It may hold the imports of the runtime, the frame that the
 * compiler puts around every text, elements and components by name with attributes they have, and literals. Whatever
 * parser made it, and whatever it made it from.
 * @param program the module as a parser of JavaScript reads it (ESTree)
 */
export function moduleFault(program: object, parent?: Node): Fault | undefined {
	const node = program as Node;
	const message = KINDS.has(node.type) ? nodeFault(node, parent) : `${node.type} is code`;
	if (message !== undefined) return { message, offset: node.start };
	for (const child of childrenOf(node)) {
		const found = moduleFault(child, node);
		if (found) return found;
	}
	return undefined;
}

/** JavaScript that gives back words, in which none of them stands: what the bundler could take for a mark of its own. */
export const sealed = (words: unknown): string =>
	`JSON.parse(Buffer.from("${Buffer.from(JSON.stringify(words)).toString('base64')}", "base64").toString())`;

/**
 * A compiled text with its words where their numbers stand ("w0" for the first).
 * @returns undefined where the compiler has left some of them out
 */
export function withWords(code: string, program: object, words: readonly string[]): string | undefined {
	const places = placesIn(program as Node).toSorted((a, b) => b.start - a.start);
	if (new Set(places.map(({ value }) => value)).size < words.length) return undefined;
	const body = places.reduce(
		(text, { start, end, value }) => `${text.slice(0, start)}_words[${String(value).slice(1)}]${text.slice(end)}`,
		code,
	);
	return `${body}\nconst _words = ${sealed(words)};\n`;
}

const placesIn = (node: Node): readonly Node[] =>
	node.type === 'Literal' && /^w\d+$/.test(nameOf(node)) ? [node] : childrenOf(node).flatMap(placesIn);

const isNode = (value: unknown): value is Node =>
	typeof value === 'object' && value !== null && typeof (value as Node).type === 'string';
const childrenOf = (node: Node): readonly Node[] => Object.values(node).flat().filter(isNode);
const nameOf = (node: unknown): string => (isNode(node) ? String(node['name'] ?? node['value'] ?? '') : '');

/** `a`, `a.b`; empty for anything else. */
function pathOf(node: unknown): string {
	if (!isNode(node)) return '';
	if (node.type === 'Identifier') return nameOf(node);
	if (node.type !== 'MemberExpression' || node['computed'] === true) return '';
	return `${pathOf(node['object'])}.${nameOf(node['property'])}`;
}

function nodeFault(node: Node, parent: Node | undefined): string | undefined {
	switch (node.type) {
		case 'ImportDeclaration':
			return MODULES.has(nameOf(node['source'])) ? undefined : `it imports "${nameOf(node['source'])}"`;
		case 'ExportNamedDeclaration':
			return node['source'] ? `it exports from "${nameOf(node['source'])}"` : undefined;
		case 'Identifier':
			if (!isLabel(node, parent) && !NAMES.has(nameOf(node))) return `it names "${nameOf(node)}"`;
			return bareBuiltIn(node, parent);
		case 'Literal':
			return node['regex'] || node['bigint'] ? 'it holds a pattern' : undefined;
		case 'MemberExpression':
			return memberFault(node);
		case 'AssignmentExpression':
			return /^Content(?:\.moduleId)?$/.test(pathOf(node['left']) || nameOf((node['left'] as Node)['object']))
				? undefined
				: 'it sets a value';
		case 'Property':
			// By a name with a colon, the runtime would take any object for an element.
			return node['computed'] !== true && /^[\w-]+$/.test(nameOf(node['key']))
				? undefined
				: 'it names a part by a value';
		case 'CallExpression':
		case 'NewExpression':
			return callFault(node);
		default:
			return undefined;
	}
}

/** A name that is a word of the syntax and speaks of nothing: a key, a member. */
function isLabel(node: Node, parent: Node | undefined): boolean {
	if (!parent || parent['computed'] === true) return false;
	if (parent.type === 'MemberExpression') return parent['property'] === node;
	if (parent.type === 'Property') return parent['key'] === node && parent['shorthand'] !== true;
	return parent.type === 'ImportSpecifier' && parent['imported'] === node;
}

/** `Object` and the like are called or asked for a member; nothing else is done with them. */
function bareBuiltIn(node: Node, parent: Node | undefined): string | undefined {
	if (!BUILT_IN.has(nameOf(node)) || parent?.['callee'] === node || parent?.type === 'MemberExpression')
		return undefined;
	return `it names "${nameOf(node)}"`;
}

function memberFault(node: Node): string | undefined {
	const path = pathOf(node);
	const [object = '', member = '', ...more] = path.split('.');
	if (path === '') return nameOf(node['object']) === 'Content' ? undefined : 'it asks for a member by a value';
	const known = object === '_components' ? ATTRIBUTES.has(member) : CALLS.has(path) || MEMBERS.has(member);
	return known && more.every((one) => MEMBERS.has(one)) ? undefined : `it asks for "${path}"`;
}

function callFault(node: Node): string | undefined {
	const callee = pathOf(node['callee']);
	if (!CALLS.has(callee) && !CALLED.test(callee)) return `it calls "${callee}"`;
	const given = node['arguments'] as readonly Node[];
	if (callee === 'Object.assign') return given.map(renamed).find((one) => one !== undefined);
	if (callee !== '_jsx' && callee !== '_jsxs') return undefined;
	const [type, attributes] = given;
	const name = type?.type === 'Literal' ? nameOf(type) : pathOf(type).replace(/^_components\./, '');
	// The frame itself, around the whole text.
	if (name === 'MDXLayout' || name === '_createMdxContent') return undefined;
	const known = ATTRIBUTES.get(name);
	if (!known) return `it prints <${name}>`;
	if (attributes?.type !== 'ObjectExpression') return `<${name}> has attributes that are code`;
	for (const property of attributes['properties'] as readonly Node[]) {
		const key = nameOf(property['key']);
		const value = property['value'];
		if (property.type !== 'Property' || property['computed'] === true) return `<${name}> has attributes that are code`;
		if (key !== 'children' && !known.includes(key)) return `<${name}> cannot have "${key}"`;
		if (key !== 'children' && isNode(value) && value.type !== 'Literal') return `"${key}" of <${name}> is code`;
	}
	return undefined;
}

/** An element that is printed under another name. */
function renamed(names: Node): string | undefined {
	if (names.type !== 'ObjectExpression') return undefined;
	const other = (names['properties'] as readonly Node[]).find(({ key, value }) => {
		const name = nameOf(key);
		return name !== 'children' && !((value as Node | undefined)?.type === 'Literal' && nameOf(value) === name);
	});
	return other && `it prints another element as "${nameOf(other['key'])}"`;
}
