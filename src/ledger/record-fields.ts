import { z } from 'zod';
import type { Kind } from './kinds.ts';
import type { Path } from './problem.ts';
import { remember } from './remember.ts';
import { schemas } from './schemas/index.ts';

/** A field of a kind of record of which its schema says what it names, or that it holds words of ours. */
export interface Field extends Pick<z.GlobalMeta, 'refers' | 'words'> {
	/** Names from the top of the record; `*` for each item of a list, `=` for each key of a group of them. */
	readonly steps: readonly string[];
}

function* fieldsIn(schema: z.core.$ZodType, steps: readonly string[] = []): Generator<Field> {
	const { refers, words } = z.globalRegistry.get(schema) ?? {};
	if (refers || words) yield { steps, ...(refers && { refers }), ...(words && { words }) };
	const { def } = (schema as z.core.$ZodTypes)._zod;
	if (def.type === 'object')
		for (const [name, field] of Object.entries(def.shape)) yield* fieldsIn(field, [...steps, name]);
	else if (def.type === 'array') yield* fieldsIn(def.element, [...steps, '*']);
	else if (def.type === 'tuple') for (const item of def.items.slice(0, 1)) yield* fieldsIn(item, [...steps, '*']);
	else if (def.type === 'record') yield* fieldsIn(def.keyType, [...steps, '=']);
	else if (def.type === 'union') for (const option of def.options) yield* fieldsIn(option, steps);
	else if ('innerType' in def) yield* fieldsIn(def.innerType, steps);
}

/** What the schemas say of their fields; the forms of one kind of record share those of one name. */
const fieldsOf = remember((kind: Kind): readonly Field[] => {
	const named = [...fieldsIn(schemas[kind])].map((field) => [field.steps.join('.'), field] as const);
	return [...new Map(named).values()];
});

/** Fields that name records. */
export const referring = (kind: Kind): readonly Field[] => fieldsOf(kind).filter(({ refers }) => refers);

/** Fields that hold words of ours. The words of sources (title, quote, variants) are not among them. */
export const worded = (kind: Kind): readonly Field[] => fieldsOf(kind).filter(({ words }) => words);

/** Every text that a field holds in a record, with its path. Takes records of any shape. */
export function* textsAt(data: unknown, [step, ...rest]: Field['steps'], path: Path = []): Generator<[Path, string]> {
	if (step === undefined) {
		if (typeof data === 'string') yield [path, data];
	} else if (step === '*') {
		if (Array.isArray(data)) for (const [at, item] of data.entries()) yield* textsAt(item, rest, [...path, at]);
	} else if (typeof data === 'object' && data !== null && !Array.isArray(data)) {
		if (step === '=') for (const key of Object.keys(data)) yield [[...path, key], key];
		else if (Object.hasOwn(data, step))
			yield* textsAt((data as Readonly<Record<string, unknown>>)[step], rest, [...path, step]);
	}
}

/** A record with every text that a field holds changed. */
export function changedAt(data: unknown, [step, ...rest]: Field['steps'], change: (text: string) => string): unknown {
	if (step === undefined) return typeof data === 'string' ? change(data) : data;
	if (Array.isArray(data)) return step === '*' ? data.map((item) => changedAt(item, rest, change)) : data;
	if (typeof data !== 'object' || data === null || !Object.hasOwn(data, step)) return data;
	return { ...data, [step]: changedAt((data as Readonly<Record<string, unknown>>)[step], rest, change) };
}

/** All prose with references of a record, in the order of its schema. */
export const proseOf = (kind: Kind, record: unknown): readonly string[] =>
	worded(kind)
		.filter(({ words }) => words === 'live')
		.flatMap(({ steps }) => [...textsAt(record, steps)].map(([, text]) => text));
