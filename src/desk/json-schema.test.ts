import { Ajv } from 'ajv';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fixture } from '../../tests/desk/tree.ts';
import { type Kind, kinds } from '../ledger/kinds.ts';
import { schemas } from '../ledger/schemas/index.ts';
import { diskOf } from './disk.ts';
import { idsOf } from './editor.ts';
import { fileSchema, recordSchema } from './json-schema.ts';
import { readContent } from './read.ts';

const ajv = new Ajv({ allErrors: false, strict: false });
const validators = new Map(kinds.map((kind) => [kind, ajv.compile(recordSchema(kind))]));
const content = readContent('/', diskOf(fixture()));
const records = content.entries.entries.map(({ kind, data }) => ({ kind, data }));

const bySchema = (kind: Kind, data: unknown): boolean => validators.get(kind)?.(data) === true;
/** What compares two values of a record, which JSON Schema has no words for: only the desk says it. */
const beyond = new Set(['west is less than east, south than north']);
const byValidator = (kind: Kind, data: unknown): boolean =>
	schemas[kind].safeParse(data).error?.issues.every(({ message }) => beyond.has(message)) ?? true;

/** Every place in a record, as its path. */
function places(value: unknown, path: readonly (string | number)[] = []): readonly (readonly (string | number)[])[] {
	if (typeof value !== 'object' || value === null) return [path];
	return [
		path,
		...Object.entries(value).flatMap(([key, item]) =>
			places(item, [...path, Array.isArray(value) ? Number(key) : key]),
		),
	];
}

/** The record with the value at a path replaced (undefined takes it away). */
function withValue(data: unknown, path: readonly (string | number)[], value: unknown): unknown {
	const [key, ...rest] = path;
	if (key === undefined) return value;
	if (Array.isArray(data)) {
		const next = data.map((item, index) => (index === key ? withValue(item, rest, value) : item));
		return rest.length === 0 && value === undefined ? next.filter((_, index) => index !== key) : next;
	}
	const copy = { ...(data as Readonly<Record<string, unknown>>) };
	if (rest.length === 0 && value === undefined) delete copy[String(key)];
	else copy[String(key)] = withValue(copy[String(key)], rest, value);
	return copy;
}

/** Fields of a JSON Schema that say nothing of themselves, as paths. */
function undescribed(json: unknown, path: string): readonly string[] {
	if (typeof json !== 'object' || json === null) return [];
	return Object.entries(json).flatMap(([key, value]) => {
		// Conditions name fields that are described elsewhere.
		if (key === 'allOf') return [];
		if (key !== 'properties') return undescribed(value, path);
		return Object.entries(value as Readonly<Record<string, object>>).flatMap(([name, field]) => [
			...('description' in field || 'const' in field ? [] : [`${path}.${name}`]),
			...undescribed(field, `${path}.${name}`),
		]);
	});
}

const mutations = fc.oneof(
	fc.constant(undefined),
	fc.constantFrom<unknown>(
		'',
		'  ',
		'x',
		'not an id',
		'a-b',
		'2020-02-30x',
		'2020-13',
		'2020-06-31',
		'2020',
		'2020-05',
		'2020-05-06',
		'2020/2021',
		'2020~',
		'25:00',
		'06:00',
		'https://a.example/',
		'javascript:alert(1)',
		'ftp://a.example',
		0,
		1,
		-1,
		1.5,
		true,
		false,
		null,
		[],
		{},
		[''],
		['x'],
		'article',
		'about',
		'between',
		'many',
		'en',
		'English',
	),
);

describe('JSON Schemas', () => {
	it('let the fixture through, with and without the ids', () => {
		for (const { kind, data } of records)
			expect(bySchema(kind, data), `${kind} ${JSON.stringify(data)}`).toBe(byValidator(kind, data));
		const ids = idsOf(content);
		for (const kind of ['claim', 'topic', 'measure', 'term'] as const) {
			const list = content.homes
				.values()
				.filter(({ entry }) => entry.kind === kind)
				.map(({ entry }) => ({ id: entry.id, ...(entry.data as object) }));
			const validate = ajv.compile(fileSchema(kind, recordSchema(kind, ids)));
			expect(validate([...list]), ajv.errorsText(validate.errors)).toBe(true);
		}
	});

	it('give the verdict of the validator on changed records', () => {
		fc.assert(
			fc.property(
				fc
					.constantFrom(...records)
					.chain(({ kind, data }) =>
						fc.tuple(fc.constant(kind), fc.constant(data), fc.constantFrom(...places(data)), mutations, fc.boolean()),
					),
				([kind, data, path, value, unknownKey]) => {
					const changed = withValue(
						data,
						unknownKey && value !== undefined ? [...path.slice(0, -1), 'unknownKey'] : path,
						value,
					);
					expect(bySchema(kind, changed), `${kind} ${JSON.stringify(changed)}`).toBe(byValidator(kind, changed));
				},
			),
			{ numRuns: 3000 },
		);
	});

	it('offer the ids there are and refuse others', () => {
		const schema = recordSchema('claim', { actor: ['torv'], source: ['report'] });
		expect(schema).toMatchObject({ properties: { saidBy: { enum: ['torv'] }, source: { enum: ['report'] } } });
	});

	it('describe every field but the kind of a chart, which says what it is', () => {
		expect(kinds.flatMap((kind) => undescribed(recordSchema(kind), kind))).toEqual([]);
		expect(recordSchema('source')).toMatchObject({
			properties: { publisher: { description: expect.stringMatching(/^Who published it/) } },
		});
	});
});
