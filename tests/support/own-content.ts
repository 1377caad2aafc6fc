import { join } from 'node:path';
import { readContent } from '../../src/desk/read.ts';
import type { Entries, Entry, Ledger } from '../../src/ledger/ledger.ts';
import type { Path } from '../../src/ledger/problem.ts';
import { schemas } from '../../src/ledger/schemas/index.ts';
import { buildLedger } from '../../src/ledger/verify.ts';

let entries: Entries | undefined;
let ledger: Ledger | undefined;

/** For tests: the project's own content as it was read, once for all tests of a file. */
export function ownEntries(): Entries {
	entries ??= readContent(join(import.meta.dirname, '..', '..')).entries;
	return entries;
}

/** The same as a ledger. */
export function ownLedger(): Ledger {
	ledger ??= buildLedger(ownEntries());
	return ledger;
}

/** Every string of a record, with its place in it. */
export function strings(value: unknown, path: Path = []): readonly { readonly path: Path; readonly text: string }[] {
	if (typeof value === 'string') return [{ path, text: value }];
	if (Array.isArray(value)) return value.flatMap((item, index) => strings(item, [...path, index]));
	if (typeof value !== 'object' || value === null) return [];
	return Object.entries(value).flatMap(([key, item]) => strings(item, [...path, key]));
}

function set(value: unknown, [key, ...rest]: Path, text: string): unknown {
	if (key === undefined) return text;
	if (Array.isArray(value)) return value.map((item, index) => (index === key ? set(item, rest, text) : item));
	const record = value as Readonly<Record<string, unknown>>;
	return { ...record, [key]: set(record[key], rest, text) };
}

/**
 * Plants a text in every string of a record that its schema lets pass, one after the other, all at once in the end.
 * @param plant what a string becomes
 * @returns the record's data, and how many strings were changed
 */
export function planted(
	entry: Pick<Entry, 'kind' | 'data'>,
	plant: (text: string, path: Path) => string,
): { readonly data: unknown; readonly count: number } {
	const schema = schemas[entry.kind];
	let data = entry.data;
	let count = 0;
	for (const { path, text } of strings(entry.data)) {
		const next = set(data, path, plant(text, path));
		if (!schema.safeParse(next).success) continue;
		data = next;
		count += 1;
	}
	return { data, count };
}
