import { z } from 'zod';
import { LONGEST_NAME } from '../ledger/schemas/fields.ts';
import { type Disk, unreadAdvice } from './disk.ts';
import { placeOf, type TellFault, toLines, topOf } from './position.ts';
import { readYaml } from './yaml.ts';

export const NAMES = 'content/names.yaml';

const schema = z.array(
	z
		.string()
		.max(LONGEST_NAME)
		.regex(/[\p{L}\p{N}]/u),
);

/** Names that hold a number and are no figures, from content/names.yaml; none without the file. */
export function readNames(disk: Disk, fault: TellFault): readonly string[] {
	if (!disk.files('content').includes(NAMES)) return [];
	const bytes = disk.read(NAMES);
	if (typeof bytes === 'string') {
		fault(topOf(NAMES), 'unreadable-file', `this file cannot be read: ${bytes}`, unreadAdvice);
		return [];
	}
	const text = new TextDecoder().decode(bytes);
	const yaml = readYaml(text);
	const lines = toLines(text);
	for (const { start, end, message, fix } of yaml.faults)
		fault(placeOf(NAMES, lines, start, end), 'yaml', message, fix);
	if (yaml.faults.length > 0) return [];
	const names = schema.safeParse(yaml.data ?? []);
	if (names.success) return names.data;
	for (const { path } of names.error.issues) {
		const { start, end } = yaml.span(path.map((key) => (typeof key === 'number' ? key : String(key))));
		fault(
			placeOf(NAMES, lines, start, end),
			'schema',
			'this is not a list of names',
			'write one name a line: - Four Towns',
		);
	}
	return [];
}
