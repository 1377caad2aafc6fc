import { z } from 'zod';
import type { Kind } from '../ledger/kinds.ts';
import { schemas } from '../ledger/schemas/index.ts';
import { UNWRITTEN } from './unfinished.ts';

/** Files to write, and what to tell; or why not. */
export type Stub =
	| { readonly ok: true; readonly files: ReadonlyMap<string, string>; readonly notes: readonly string[] }
	| { readonly ok: false; readonly message: string };

/** What is known of the keys of a record, as YAML: a value; one that waits to be confirmed; or that the key is wanted. */
export type Given = Readonly<Record<string, string | { readonly chosen: string } | undefined>>;

/** What a stub is written from beside its schema: the day, and a record of one of some kinds. */
export interface Choice {
	readonly today: string;
	readonly pick: (kinds: readonly Kind[]) => string;
}

/** A text as YAML takes it whatever stands in it. */
export const quote = (text: string): string => JSON.stringify(text);
const titled = (id: string): string => `${id.charAt(0).toUpperCase()}${id.slice(1)}`.replaceAll('-', ' ');
/** Keys that can be read off the id. */
const NAMING: ReadonlySet<string> = new Set(['title', 'name', 'short', 'label', 'term']);

interface Schema extends Pick<z.core.JSONSchema.BaseSchema, 'type' | 'description' | 'enum' | 'const' | 'pattern'> {
	readonly refers?: readonly Kind[];
	readonly items?: Schema;
	readonly minItems?: number;
	readonly properties?: Readonly<Record<string, Schema>>;
	readonly required?: readonly string[];
	/** The forms of a record that has several. */
	readonly oneOf?: readonly Schema[];
}

/** A record that holds, its keys in the order of its schema: those that it needs and those that are given. */
export function recordText(kind: Kind, id: string, given: Given, choice: Choice): string {
	const options = { io: 'input', unrepresentable: 'any', reused: 'inline' } as const;
	const whole = z.toJSONSchema(schemas[kind], options) as Schema;
	const { properties = {}, required = [] } = whole.properties ? whole : (whole.oneOf?.[0] ?? {});
	const lines = Object.entries(properties).flatMap(([key, schema]) =>
		required.includes(key) || Object.hasOwn(given, key)
			? linesFor(key, schema, given[key] ?? (NAMING.has(key) ? { chosen: quote(titled(id)) } : undefined), choice)
			: [],
	);
	return `${lines.join('\n')}\n`;
}

function linesFor(key: string, schema: Schema, value: Given[string], { today, pick }: Choice): readonly string[] {
	const { description = '', refers, items, minItems = 0, pattern = '\\S' } = schema;
	const chosen = (text: string, more = '') => [
		`${key}: ${text}  # ${UNWRITTEN}: ${description}${more} Then take this comment out.`,
	];
	if (typeof value === 'string') return [`${key}:${value.startsWith('\n') ? '' : ' '}${value}`];
	if (value) return chosen(value.chosen);
	if (schema.const !== undefined) return [`${key}: ${schema.const}`];
	if (refers) return chosen(pick(refers));
	if (schema.enum) return chosen(String(schema.enum[0]), ` One of: ${schema.enum.join(', ')}.`);
	if (items?.refers && minItems > 0) return chosen(`[${pick(items.refers)}]`);
	if (items && (items.refers || items.type !== 'string')) return [`${key}: []`];
	if (items) return [`# ${description}`, `${key}:`, ...Array.from({ length: minItems || 1 }, () => `  - ${UNWRITTEN}`)];
	if (pattern !== '\\S' && new RegExp(pattern).test(today)) return chosen(today);
	return [`# ${description}`, `${key}: ${UNWRITTEN}`];
}

/** A record as an item of a list. */
export const itemText = (id: string, text: string): string => `- id: ${id}\n${text.replace(/^(?=.)/gm, '  ')}`;
