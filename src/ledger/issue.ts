import type { z } from 'zod';
import { aRecord } from './kinds.ts';
import type { Entry } from './ledger.ts';
import { findNumbers } from './number.ts';
import { type Path, type Problem, valueAt, wrongOf } from './problem.ts';
import { ADDRESS_ADVICE } from './schemas/fields.ts';
import { schemas } from './schemas/index.ts';
import { didYouMean, nearest } from './suggest.ts';

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

const nameOf = (type: string): string => NAMES[type] ?? type;
const isGroup = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** What is written, where one word can stand; empty for a list or a group of keys, which has no word of its own. */
const wordOf = (value: unknown): string => (isGroup(value) ? '' : String(value));

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
	const small = issue.code === 'too_small';
	if (!small && issue.code !== 'too_big')
		return `${name} ${issue.code === 'invalid_format' ? 'is not written as it should be' : 'does not hold'}`;
	if (issue.origin === 'string' && small) return `${name} is empty`;
	const limit = small ? issue.minimum : issue.maximum;
	const entries = limit === 1 ? 'entry' : 'entries';
	if (issue.origin === 'array') return `${name} ${small ? 'needs at least' : 'may have at most'} ${limit} ${entries}`;
	const [open, closed] = small ? ['more than', 'at least'] : ['less than', 'at most'];
	return `${name} must be ${issue.inclusive ? closed : open} ${limit}`;
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

const oneOf = (written: string, words: readonly string[]): string =>
	didYouMean(written, words, `Use one of: ${words.join(', ')}.`);

/** What to write for a limit that is in other words than the ledger's. */
export function qualifierAdvice(written: string, qualifiers: readonly string[]): string {
	const same = SYNONYMS[written.trim().toLowerCase()];
	return same === undefined ? oneOf(written, qualifiers) : `Write "${same}".`;
}

/** What to write in place of a value of another type, where the value itself says it. */
function retyped(expected: string, written: unknown, name: string): string | undefined {
	const word = wordOf(written);
	const [number, another] = typeof written === 'string' ? findNumbers(written) : [];
	const only = another || number?.value == null ? undefined : number;
	switch (expected) {
		case 'string':
			if (typeof written === 'number')
				return name === 'time' ? 'Write it with a colon and in quotes: "17:30".' : `Write "${written}" in quotes.`;
			if (typeOf(written) !== 'object') return undefined;
			return 'Put the whole text in quotes: a colon with a space behind it makes keys of it.';
		case 'array':
			return typeof written === 'string' ? `Write it as a list: [${written}].` : undefined;
		case 'boolean':
			return /^(?:yes|on|no|off)$/i.test(word) ? `Write ${/^(?:yes|on)$/i.test(word)}.` : undefined;
		case 'number':
			if (/^-?\d+,\d+$/.test(word) && /(?:itude|coordinates)/.test(name))
				return `Write ${word.replace(',', '.')}: a point stands before decimals.`;
			if (/^-?\d{1,3}(?:,\d{3})+$/.test(word)) return `Write ${word.replaceAll(',', '')}, without commas.`;
			return only && `Write ${only.value}: digits alone, without a unit and without limits.`;
		default:
			if (expected !== 'object' || name !== 'quantity') return undefined;
			if (typeof written === 'number') return `Write { value: ${written} }.`;
			return only && `Write { value: ${only.value}${only.qualifier ? `, qualifier: ${only.qualifier}` : ''} }.`;
	}
}

/** Messages of ours in the schemas start in lower case; zod's own do not. */
const ours = (message: string): boolean => /^["a-z]/.test(message);

/** What is wrong at one place by its schema, and what to do. */
function told(entry: Entry, issue: Issue, path: Path, name: string): readonly [message: string, fix: string] {
	const written = valueAt(entry.data, path);
	const missing = written === undefined || written === null;
	const shown = isGroup(written) ? nameOf(typeOf(written)) : `"${wordOf(written)}"`;
	switch (issue.code) {
		case 'invalid_type': {
			const empty = path.length === 0 ? `this ${entry.kind} is empty` : `${name} is missing`;
			if (missing) return [empty, advice(entry, path) || 'Add it.'];
			const wanted = nameOf(issue.expected);
			const fix = retyped(issue.expected, written, name) ?? (advice(entry, path) || `Write ${wanted}.`);
			return [`${name} must be ${wanted}, and here is ${nameOf(typeOf(written))}`, fix];
		}
		case 'invalid_value':
		case 'invalid_union': {
			const options = unwrap(schemaAt(schemas[entry.kind], path.slice(0, -1)) ?? schemas[entry.kind]);
			const words = 'values' in issue ? issue.values : options.map(kindOf).filter((kind) => typeof kind === 'string');
			const values = words.map(String);
			if (missing) return [`${name} is missing`, `Use one of: ${values.join(', ')}.`];
			const say = path.at(-1) === 'qualifier' ? qualifierAdvice : oneOf;
			return [`${name} cannot be ${shown}`, say(wordOf(written), values)];
		}
		default: {
			if (typeof written === 'string' && /^[“”„‘].*[“”’]$/su.test(written.trim()))
				return [`${name} stands in curly quotation marks, which are read as part of it`, 'Write it without them.'];
			const fix = issue.code === 'custom' ? issue.params?.['fix'] : undefined;
			const address = issue.code === 'invalid_format' && issue.format === 'url' ? ADDRESS_ADVICE : undefined;
			const message = ours(issue.message) ? issue.message : plainMessage(issue, name);
			return [message, address ?? (typeof fix === 'string' ? fix : advice(entry, path) || 'Correct it.')];
		}
	}
}

/** Keys that a place does not have, and those that they may be meant for. */
function unknownKeys(entry: Entry, written: readonly string[], path: Path): readonly (readonly [Problem, string?])[] {
	const wrong = wrongOf(entry.kind, entry.id, { rule: 'unknown-key' });
	const keys = keysAt(entry, path);
	const list = `Keys: ${keys.join(', ')}.`;
	const where = path.length === 0 ? aRecord(entry.kind) : keyName(path);
	const many = `there are ${written.length} keys here that are none of ${where}`;
	if (written.length > MOST_UNKNOWN) return [[wrong([...path, written[0] ?? ''], many, list)]];
	const free = keys.filter((key) => valueAt(entry.data, [...path, key]) === undefined);
	return written.map((key) => {
		const at = [...path, key];
		if (/^\d{3}$/.test(key)) return [wrong(at, 'a comma ends the number here', 'Write thousands without commas.')];
		const near = nearest(key, free);
		const message = `"${key}" is not a key of ${where}`;
		if (near === undefined) return [wrong(at, message, list)];
		return [wrong(at, message, `Did you mean "${near}"?`), keyName([...path, near])];
	});
}

/** Problems of a record that its schema does not let through, in plain words. */
export function issueProblems(entry: Entry, issues: readonly Issue[]): readonly Problem[] {
	const wrong = wrongOf(entry.kind, entry.id, { rule: 'schema' });
	// A key that is misspelt is not missing as well.
	const meant = new Set<string | undefined>();
	const problems = issues.slice(0, MOST_ISSUES).flatMap((issue): readonly Problem[] => {
		const path = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
		if (issue.code === 'unrecognized_keys')
			return unknownKeys(entry, issue.keys, path).map(([problem, near]) => {
				meant.add(near);
				return problem;
			});
		const name = path.length === 0 ? `this ${entry.kind}` : keyName(path);
		return [wrong(path, ...told(entry, issue, path, name))];
	});
	return problems.filter(({ rule, path }) => rule !== 'schema' || !meant.has(keyName(path)));
}
