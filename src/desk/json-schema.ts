import { z } from 'zod';
import { type Kind, kindRow } from '../ledger/kinds.ts';
import { ID } from '../ledger/schemas/fields.ts';
import { schemas } from '../ledger/schemas/index.ts';

/** Ids of each kind, in the order in which an editor should be offered them. */
export type Ids = Partial<Readonly<Record<Kind, readonly string[]>>>;

export interface Json {
	[key: string]: unknown;
	properties?: Readonly<Record<string, { readonly enum?: readonly string[] }>>;
	required?: readonly string[];
}

/** Offers the ids there are wherever a field names a kind, and takes out what is no word of JSON Schema. */
function finish(json: Json, ids: Ids): void {
	const { refers = [], format } = json as { readonly refers?: readonly Kind[]; readonly format?: string };
	const known = refers.flatMap((kind) => ids[kind] ?? []);
	for (const key of ['refers', 'words', ...(format === 'uri' ? ['format'] : [])]) delete json[key];
	if (known.length === 0) return;
	delete json['pattern'];
	json['enum'] = known;
}

/**
 * The JSON Schema of one record of a kind, as the file or the item of a list holds it. It cannot say: leap days, the
 * order of a period, an upper end above the lower. There the validator alone speaks.
 */
export const recordSchema = (kind: Kind, ids: Ids = {}): Json =>
	z.toJSONSchema(schemas[kind], {
		target: 'draft-7',
		io: 'input',
		unrepresentable: 'any',
		reused: 'inline',
		override: ({ jsonSchema }) => finish(jsonSchema as Json, ids),
	}) as Json;

/** The JSON Schema of a file of a kind: one record, or a list of records with their ids. */
export function fileSchema(kind: Kind, record = recordSchema(kind)): Json {
	if (!kindRow(kind).list) return record;
	const { $schema, properties, required = [], ...rest } = record;
	const id = { type: 'string', pattern: ID.source, description: 'Lower-case words joined by hyphens; unique.' };
	const items = { ...rest, properties: { id, ...properties }, required: ['id', ...required] };
	return { $schema, type: 'array', items };
}
