import { z } from 'zod';
import { type Lines, toLines } from '../ledger/lines.ts';
import { findFigures } from '../ledger/number.ts';
import type { Path } from '../ledger/problem.ts';
import { LONGEST_NAME } from '../ledger/schemas/fields.ts';
import type { Disk } from './disk.ts';
import { readText } from './encoding.ts';
import { type Place, placeOf, type TellFault, topOf } from './position.ts';
import { isCounted, wordsBehind } from './units.ts';
import { readYaml } from './yaml.ts';
import type { Span } from './yaml-span.ts';

/** A YAML list at the top of content/ that holds no records. */
export interface ListFile<Item> {
	/** Empty where there is no such file, or where it does not hold. */
	readonly list: readonly Item[];
	/** As it stands; undefined where there is none. */
	readonly text: string | undefined;
	readonly lines: Lines;
	/** Where something in it stands. */
	readonly at: (path: Path) => Place;
}

/**
 * Reads such a list. Never throws: faults are told.
 * @param rules names of the rules for a file that cannot be read, for its YAML, and for what its schema says
 */
export function readList<Item>(
	disk: Disk,
	path: string,
	schema: z.ZodType<readonly Item[]>,
	[unreadable, yaml, form]: readonly [unreadable: string, yaml: string, form: string],
	remedy: string,
	tell: TellFault,
): ListFile<Item> {
	const text = textIfThere(disk, path, unreadable, tell);
	const lines = toLines(text ?? '');
	const { data, faults, span } = readYaml(text ?? '');
	const place = ({ start, end }: Span): Place => placeOf(path, lines, start, end);
	for (const fault of faults) tell(place(fault), yaml, fault.message, fault.fix);
	const result = schema.safeParse(faults.length > 0 ? [] : (data ?? []));
	for (const { path: keys, message } of result.error?.issues ?? []) {
		const where = keys.map((key) => (typeof key === 'number' ? key : String(key)));
		const name = typeof where.at(-1) === 'string' ? `${where.at(-1)}: ` : '';
		tell(place(span(where)), form, `${name}${message}`, remedy);
	}
	return { list: result.data ?? [], text, lines, at: (where) => place(span(where)) };
}

/** The text of a file that need not be there. */
export function textIfThere(disk: Disk, path: string, rule: string, tell: TellFault): string | undefined {
	if (!disk.files('content').includes(path)) return undefined;
	const read = readText(disk, path);
	if ('text' in read) return read.text;
	tell(topOf(path), rule, ...read.fault);
	return undefined;
}

export const NAMES = 'content/names.yaml';
const NO_NAMES = 'this is not a list of names';
/** "13", "13 people", "13 rockets"; "Four Towns" has a capital. */
const isCount = (name: string): boolean =>
	findFigures(name).some(
		({ offset, length }) => length === name.trim().length || isCounted(wordsBehind(name, offset + length)),
	);
const names = z.array(
	z
		.string(NO_NAMES)
		.max(LONGEST_NAME, NO_NAMES)
		.regex(/[\p{L}\p{N}]/u, NO_NAMES)
		.refine((name) => !isCount(name), 'a number, alone or with what it counts, is a figure and no name'),
	NO_NAMES,
);

/** Names that hold a number and are no figures, from content/names.yaml. */
export const readNames = (disk: Disk, tell: TellFault): readonly string[] =>
	readList(disk, NAMES, names, ['unreadable-file', 'yaml', 'schema'], 'write one name a line: - Four Towns', tell).list;
