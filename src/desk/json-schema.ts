import { z } from 'zod';
import type { Kind } from '../ledger/problem.ts';
import { wordQualifiers } from '../ledger/schemas/claim.ts';
import { ID } from '../ledger/schemas/fields.ts';
import { schemas } from '../ledger/schemas/index.ts';
import { namedBy } from './keys.ts';

/** Ids of each kind, in the order in which an editor should be offered them. */
export type Ids = Partial<Readonly<Record<Kind, readonly string[]>>>;

type Json = { [key: string]: unknown };

const ID_PATTERN = ID.source;
/** The days of the calendar without the leap days; `date.ts` has the last word on 29 February and on order. */
const DAY =
	'(?:(?:0[13578]|1[02])-(?:0[1-9]|[12]\\d|3[01])|(?:0[469]|11)-(?:0[1-9]|[12]\\d|30)|02-(?:0[1-9]|1\\d|2\\d))';
const POINT = `\\d{4}(?:-(?:${DAY}|(?:0[1-9]|1[0-2])))?[?~%]?`;

const isObject = (value: unknown): value is Json =>
	typeof value === 'object' && value !== null && !Array.isArray(value);

/** Keys that hold one date and no period; `date` inside `otherStart` is one too. */
const points: ReadonlySet<string> = new Set(['agreed', 'countedFrom', 'ended', 'inForce', 'said']);
/** Keys that hold a date or a period. */
const periods: ReadonlySet<string> = new Set(['date', 'from', 'published', 'to']);

/** What the schema of a quantity checks beyond its keys. */
const quantityRules: readonly Json[] = [
	{
		if: { required: ['qualifier'], properties: { qualifier: { enum: wordQualifiers } } },
		// biome-ignore lint/suspicious/noThenProperty: "then" is a keyword of JSON Schema.
		then: { not: { required: ['value'] } },
		else: { required: ['value'] },
	},
	{
		if: { required: ['qualifier'], properties: { qualifier: { const: 'between' } } },
		// biome-ignore lint/suspicious/noThenProperty: "then" is a keyword of JSON Schema.
		then: { required: ['upper'] },
		else: { not: { required: ['upper'] } },
	},
];

/**
 * Puts in what refinements check and JSON Schema can say too. It cannot say: leap days, the order of a period,
 * an upper end above the lower. There the validator alone speaks.
 */
function refine(json: Json): void {
	const { type, pattern, properties } = json;
	if (type === 'string' && json['minLength'] === 1) json['pattern'] ??= '\\S';
	if (json['format'] === 'uri') {
		delete json['format'];
		json['pattern'] = '^[Hh][Tt][Tt][Pp][Ss]?://[^\\s/?#]+\\S*$';
	}
	if (pattern === '^\\d{4}-\\d{2}-\\d{2}$') json['pattern'] = `^\\d{4}-${DAY}$`;
	if (isObject(properties) && 'qualifier' in properties && 'upper' in properties) json['allOf'] = quantityRules;
}

/** The pattern of a date goes by the name of its key: a refinement leaves no trace in what zod gives. */
function dated(schema: unknown, name: string, parent: string): unknown {
	if (!isObject(schema) || schema['type'] !== 'string' || schema['pattern'] !== undefined) return schema;
	if (points.has(name) || `${parent}.${name}` === 'otherStart.date') return { ...schema, pattern: `^${POINT}$` };
	return periods.has(name) ? { ...schema, pattern: `^${POINT}(?:/${POINT})?$` } : schema;
}

/** Offers the ids of a kind wherever a key names it and takes an id, and puts in the patterns of dates. */
function withIds(value: unknown, kind: Kind | undefined, ids: Ids, parent = ''): unknown {
	if (Array.isArray(value)) return value.map((item) => withIds(item, kind, ids, parent));
	if (!isObject(value)) return value;
	const known = kind && value['pattern'] === ID_PATTERN ? ids[kind] : undefined;
	if (known && known.length > 0) {
		const { pattern: _, ...rest } = value;
		return { ...rest, enum: known };
	}
	return Object.fromEntries(
		Object.entries(value).map(([key, item]) => {
			if (key !== 'properties' || !isObject(item)) return [key, withIds(item, kind, ids, parent)];
			const properties = Object.entries(item).map(([name, schema]) => [
				name,
				dated(withIds(schema, namedBy[name], ids, name), name, parent),
			]);
			return [key, Object.fromEntries(properties)];
		}),
	);
}

/** Pairs of keys that the schemas tie together. */
const together: Partial<Readonly<Record<Kind, Json>>> = {
	claim: { oneOf: [{ required: ['quote'] }, { required: ['locator'] }] },
	source: {
		dependencies: { seed: ['sha256'], sha256: ['seed'], setAside: ['seed'] },
		anyOf: [{ required: ['seed'] }, { required: ['url'] }],
	},
};

/** The JSON Schema of one record of a kind, as the file or the item of a list holds it. */
export function recordSchema(kind: Kind, ids: Ids = {}): Json {
	const json = z.toJSONSchema(schemas[kind], {
		target: 'draft-7',
		io: 'input',
		unrepresentable: 'any',
		reused: 'inline',
		override: ({ jsonSchema }) => refine(jsonSchema as Json),
	}) as Json;
	return { ...(withIds(json, undefined, ids) as Json), ...(together[kind] ?? {}) };
}

const lists: ReadonlySet<Kind> = new Set(['claim', 'measure', 'topic', 'term']);

/** The JSON Schema of a file of a kind: one record, or a list of records with their ids. */
export function fileSchema(kind: Kind, ids: Ids = {}): Json {
	const record = recordSchema(kind, ids);
	if (!lists.has(kind)) return record;
	const { $schema, properties, required, ...rest } = record;
	return {
		$schema,
		type: 'array',
		items: {
			...rest,
			properties: {
				id: { type: 'string', pattern: ID_PATTERN, description: 'Lower-case words joined by hyphens; unique.' },
				...(isObject(properties) ? properties : {}),
			},
			required: ['id', ...(Array.isArray(required) ? required : [])],
		},
	};
}
