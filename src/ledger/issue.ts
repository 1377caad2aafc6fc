import type { z } from 'zod';
import { dateAdvice } from './date.ts';
import { aRecord } from './kinds.ts';
import type { Entry } from './ledger.ts';
import { findNumbers } from './number.ts';
import { type Path, type Problem, problem, valueAt } from './problem.ts';
import { schemas } from './schemas/index.ts';
import { didYouMean } from './suggest.ts';

type Issue = z.core.$ZodIssue;

const NAMES: Readonly<Record<string, string>> = {
	string: 'text',
	number: 'a number',
	int: 'a whole number',
	boolean: 'true or false',
	array: 'a list',
	object: 'a group of keys',
	null: 'nothing',
	undefined: 'nothing',
	nan: 'no number',
	date: 'a date that is not in quotation marks',
};

function typeOf(value: unknown): string {
	if (Array.isArray(value)) return 'array';
	if (value === null || value === undefined) return 'undefined';
	return value instanceof Date ? 'date' : typeof value;
}

/** What is written, where one word can stand; empty for a list or a group of keys, which has no word of its own. */
function wordOf(value: unknown): string {
	return typeof value === 'object' && value !== null ? '' : String(value);
}

/** As a message names what is written: the word itself, or what kind of thing stands there. */
function shown(value: unknown): string {
	return typeof value === 'object' && value !== null ? (NAMES[typeOf(value)] ?? typeOf(value)) : `"${wordOf(value)}"`;
}

/** "terms[2]", "quantity.value": how the guide names a place in a record. */
function keyName(path: Path): string {
	return path.map((key, at) => (typeof key === 'number' ? `[${key + 1}]` : at === 0 ? key : `.${key}`)).join('');
}

interface Shaped {
	readonly def?: {
		readonly type?: string;
		readonly innerType?: unknown;
		readonly element?: unknown;
		readonly options?: readonly unknown[];
	};
	readonly shape?: Readonly<Record<string, unknown>>;
	readonly description?: string;
}

/** The schemas a value may have, wrappers taken off: more than one only for a union. */
function unwrap(schema: unknown): readonly Shaped[] {
	const { def } = schema as Shaped;
	if (def?.innerType) return unwrap(def.innerType);
	if (def?.options) return def.options.flatMap(unwrap);
	return [schema as Shaped];
}

/** Walks a schema along a path; undefined where the schema knows no such place. */
function schemaAt(schema: unknown, path: Path): Shaped | undefined {
	const [key, ...rest] = path;
	if (key === undefined) return schema as Shaped;
	for (const { def, shape } of unwrap(schema)) {
		const next = typeof key === 'number' ? def?.element : shape?.[key];
		const found = next ? schemaAt(next, rest) : undefined;
		if (found) return found;
	}
	return undefined;
}

/** The kind that a schema is for, where it is one of several. */
function kindOf({ shape }: Shaped): unknown {
	return (shape?.['kind'] as { readonly value?: unknown } | undefined)?.value;
}

/** Keys that may stand at a place; for a record that comes in kinds, those of the kind written. */
function keysAt(entry: Entry, path: Path): readonly string[] {
	const at = schemaAt(schemas[entry.kind], path);
	if (!at) return [];
	const kind = valueAt(entry.data, [...path, 'kind']);
	const options = unwrap(at);
	const fitting = options.filter((option) => options.length === 1 || kindOf(option) === kind);
	return [...new Set((fitting.length > 0 ? fitting : options).flatMap(({ shape }) => Object.keys(shape ?? {})))];
}

/** The words of a field's description, as advice. */
function advice(entry: Entry, path: Path): string {
	const at = schemaAt(schemas[entry.kind], path);
	return at?.description ?? (at ? unwrap(at).find(({ description }) => description)?.description : undefined) ?? '';
}

/** Says of a value what its schema does not let through, where the schema has no words of ours for it. */
function plainMessage(issue: Issue, name: string): string {
	if (issue.code === 'too_small') {
		if (issue.origin === 'array')
			return `${name} needs at least ${issue.minimum} ${issue.minimum === 1 ? 'entry' : 'entries'}`;
		if (issue.origin === 'string') return `${name} is empty`;
		return `${name} must be ${issue.inclusive ? 'at least' : 'more than'} ${issue.minimum}`;
	}
	if (issue.code === 'too_big') {
		if (issue.origin === 'array') return `${name} may have at most ${issue.maximum} entries`;
		return `${name} must be ${issue.inclusive ? 'at most' : 'less than'} ${issue.maximum}`;
	}
	return `${name} ${issue.code === 'invalid_format' ? 'is not written as it should be' : 'does not hold'}`;
}

/** Unknown keys of one place that are told one by one. */
const MOST_UNKNOWN = 50;
/** Faults of one record that are told; those behind them come up once these are gone. */
const MOST_ISSUES = 1000;

const SYNONYMS: Readonly<Record<string, string>> = {
	around: 'about',
	roughly: 'about',
	some: 'about',
	approximately: 'about',
	circa: 'about',
	nearly: 'almost',
	over: 'more than',
	above: 'more than',
	'no less than': 'at least',
	'no more than': 'up to',
};

/** What to write for a limit that is in other words than the ledger's. */
export function qualifierAdvice(written: string, qualifiers: readonly string[]): string {
	const same = SYNONYMS[written.trim().toLowerCase()];
	return same === undefined
		? didYouMean(written, qualifiers, `Use one of: ${qualifiers.join(', ')}.`)
		: `Write "${same}".`;
}

/** What to write in place of a value of another type, where the value itself says it. */
function retyped(expected: string, written: unknown, name: string): string | undefined {
	if (expected === 'string' && typeof written === 'number')
		return name === 'time' ? 'Write it with a colon and in quotes: "17:30".' : `Write "${written}" in quotes.`;
	if (expected === 'string' && typeOf(written) === 'object')
		return 'Put the whole text in quotes: a colon with a space behind it makes keys of it.';
	if (expected === 'array' && typeof written === 'string') return `Write it as a list: [${written}].`;
	const [, whole, decimals] = /^(-?\d+),(\d+)$/.exec(wordOf(written)) ?? [];
	if (expected === 'number' && whole !== undefined && /(?:itude|coordinates)/.test(name))
		return `Write ${whole}.${decimals}: a point stands before decimals.`;
	if (expected === 'boolean' && /^(?:yes|on|no|off)$/i.test(wordOf(written)))
		return `Write ${/^(?:yes|on)$/i.test(wordOf(written))}.`;
	const [number, another] = typeof written === 'string' ? findNumbers(written) : [];
	if (expected === 'number' && number?.value != null && !another)
		return `Write ${number.value}: digits alone, without a unit and without limits.`;
	if (expected !== 'object' || name !== 'quantity') return undefined;
	if (typeof written === 'number') return `Write { value: ${written} }.`;
	if (number?.value == null || another) return undefined;
	return `Write { value: ${number.value}${number.qualifier ? `, qualifier: ${number.qualifier}` : ''} }.`;
}

/** Messages of ours in the schemas start in lower case; zod's own do not. */
const ours = (message: string): boolean => /^["a-z]/.test(message);

function fromIssue(entry: Entry, issue: Issue): readonly Problem[] {
	const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
	const name = path.length === 0 ? `this ${entry.kind}` : keyName(path);
	const written = valueAt(entry.data, path);
	const tell = (rule: string, message: string, fix: string, at: Path = path): Problem =>
		problem(rule, entry, at, message, fix);
	switch (issue.code) {
		case 'unrecognized_keys': {
			const keys = keysAt(entry, path);
			if (issue.keys.length > MOST_UNKNOWN)
				return [
					tell(
						'unknown-key',
						`there are ${issue.keys.length} keys here that are none of ${path.length === 0 ? aRecord(entry.kind) : name}`,
						`Keys: ${keys.join(', ')}.`,
						[...path, issue.keys[0] ?? ''],
					),
				];
			const free = keys.filter((key) => valueAt(entry.data, [...path, key]) === undefined);
			return issue.keys.map((key) =>
				/^\d{3}$/.test(key)
					? tell('unknown-key', 'a comma ends the number here', 'Write thousands without commas.', [...path, key])
					: tell(
							'unknown-key',
							`"${key}" is not a key of ${path.length === 0 ? aRecord(entry.kind) : name}`,
							didYouMean(key, free, `Keys: ${keys.join(', ')}.`),
							[...path, key],
						),
			);
		}
		case 'invalid_type': {
			if (written === undefined || written === null) {
				return [
					tell(
						'schema',
						path.length === 0 ? `this ${entry.kind} is empty` : `${name} is missing`,
						advice(entry, path) || 'Add it.',
					),
				];
			}
			const wanted = NAMES[issue.expected] ?? issue.expected;
			return [
				tell(
					'schema',
					`${name} must be ${wanted}, and here is ${NAMES[typeOf(written)] ?? typeOf(written)}`,
					retyped(issue.expected, written, name) ?? (advice(entry, path) || `Write ${wanted}.`),
				),
			];
		}
		case 'invalid_value': {
			const values = issue.values.map(String);
			const all = values.length > 40 ? advice(entry, path) : `Use one of: ${values.join(', ')}.`;
			if (written === undefined || written === null) return [tell('schema', `${name} is missing`, all)];
			return [
				tell(
					'schema',
					`${name} cannot be ${shown(written)}`,
					path.at(-1) === 'qualifier'
						? qualifierAdvice(wordOf(written), values)
						: didYouMean(wordOf(written), values, all),
				),
			];
		}
		case 'invalid_union': {
			const options = unwrap(schemaAt(schemas[entry.kind], path.slice(0, -1)) ?? schemas[entry.kind]);
			const kinds = options.map(kindOf).filter((kind) => typeof kind === 'string');
			if (written === undefined) return [tell('schema', `${name} is missing`, `Use one of: ${kinds.join(', ')}.`)];
			return [
				tell(
					'schema',
					`${name} cannot be ${shown(written)}`,
					didYouMean(wordOf(written), kinds, `Use one of: ${kinds.join(', ')}.`),
				),
			];
		}
		case 'too_small':
		case 'too_big':
			return [
				tell(
					'schema',
					ours(issue.message) ? issue.message : plainMessage(issue, name),
					advice(entry, path) || 'Correct it.',
				),
			];
		default: {
			if (typeof written === 'string' && /^[“”„‘].*[“”’]$/su.test(written.trim()))
				return [
					tell(
						'schema',
						`${name} stands in curly quotation marks, which are read as part of it`,
						'Write it without them.',
					),
				];
			const message = ours(issue.message) ? issue.message : plainMessage(issue, name);
			if (/web address/.test(message))
				return [tell('schema', message, 'Copy it from the address bar of the browser: https://example.org/page.')];
			const fix = /is not a (?:date|day)/.test(message) ? dateAdvice(wordOf(written)) : advice(entry, path);
			return [tell('schema', message, fix || 'Correct it.')];
		}
	}
}

/** Problems of a record that its schema does not let through, in plain words. */
export function issueProblems(entry: Entry, issues: readonly Issue[]): readonly Problem[] {
	const problems = issues.slice(0, MOST_ISSUES).flatMap((issue) => fromIssue(entry, issue));
	// A key that is misspelt is not missing as well.
	const meant = new Set(
		problems.flatMap(({ rule, fix, path }) => {
			const near = rule === 'unknown-key' ? /^Did you mean "(.+)"\?$/.exec(fix)?.[1] : undefined;
			return near === undefined ? [] : [keyName([...path.slice(0, -1), near])];
		}),
	);
	return problems.filter(({ rule, path }) => rule !== 'schema' || !meant.has(keyName(path)));
}
