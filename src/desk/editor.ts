import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { aRecord, type Kind, kindRow, kinds } from '../ledger/kinds.ts';
import { remember } from '../ledger/remember.ts';
import { type Attribute, components } from '../prose/dialect.ts';
import { hashOf } from './journal.ts';
import { fileSchema, type Ids, type Json, recordSchema } from './json-schema.ts';
import type { Content } from './read.ts';
import { writeFiles } from './write.ts';

/** Ids of every kind as they stand in the content. */
export const idsOf = ({ homes }: Content): Ids =>
	Object.fromEntries(
		[...Map.groupBy(homes.values(), ({ entry }) => entry.kind)].map(([kind, list]) => [
			kind,
			list.map(({ entry }) => entry.id).sort(),
		]),
	);

const snippetValue = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
/** A gap to fill, with what there is to choose from. */
const choice = (place: number, values: readonly string[] = []): string =>
	values.length === 0 ? `$${place}` : `\${${place}|${values.map((one) => one.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;

const snippet = (prefix: string, scope: string, body: string, description: string) => ({
	...{ prefix, scope, description, body: body.split('\n') },
});

/** Snippets of the components, of each attribute that has words or ids to choose from, and of the records. */
function snippetsFor(ids: Ids, schemaOf: (kind: Kind) => Json): unknown {
	const filled = ({ name, refers, list, values = [] }: Attribute, place: number): string =>
		` ${name}="${choice(place, list ? [] : [...values, ...((refers && ids[refers]) ?? [])])}"`;
	const ofComponents = components.map(({ name, level, inside, attributes, prints, example }) => {
		const open = `<${name}${attributes
			.filter(({ required }) => required)
			.map((one, index) => filled(one, index + 1))
			.join('')}`;
		const gap = level === 'block' && name !== 'Quote' ? '\n\n$0\n\n' : '$0';
		const body = inside === 'text' ? `${open}>${gap}</${name}>` : `${open}$0/>`;
		const description = `Prints ${prints}. Example: ${snippetValue(example)}`;
		return [name, snippet(name.toLowerCase(), 'mdx,markdown,yaml', body, description)] as const;
	});
	// One of several that offer the same is enough.
	const ofAttributes = new Map(
		components
			.flatMap((one) => one.attributes)
			.filter(({ refers, values, list }) => (refers && !list) || values)
			.map((one) => [
				`${one.name} ${one.refers ?? one.values}`,
				snippet(`${one.name}=`, 'mdx,markdown,yaml', filled(one, 1).trim(), one.description),
			]),
	);
	const ofRecords = kinds.flatMap((kind) => {
		const { properties = {}, required = [] } = schemaOf(kind);
		const lines = required.map((key, at) => `${key}: ${choice(at + 1, properties[key]?.enum)}`);
		const body = kindRow(kind).list ? ['- id: $0', ...lines.map((line) => `  ${line}`)] : lines;
		const scope = kind === 'explainer' || kind === 'page' ? 'mdx,markdown' : 'yaml';
		const made = snippet(kind, scope, body.join('\n'), `The keys that ${aRecord(kind)} needs`);
		return required.length > 0 ? [[`${kind} record`, made] as const] : [];
	});
	return Object.fromEntries([...ofComponents, ...ofAttributes, ...ofRecords]);
}

const SNIPPETS = '.vscode/components.code-snippets';
/** Stands in each of these files, with a hash of the rest, by which they are known again while nobody has changed them. */
const OURS = 'Written by npm run check: change nothing here.';
const signed = (text: string): string => text.replace(OURS, `${OURS} ${hashOf(text).slice(0, 12)}`);
const isOurs = (text: string): boolean =>
	text.includes(OURS) && signed(text.replace(/(?<=change nothing here\.) [\da-f]{12}/, '')) === text;

/** Everything that an editor's program is given: path from the root → text. */
function editorFiles(content: Content): ReadonlyMap<string, string> {
	const ids = idsOf(content);
	const schemaOf = remember((kind: Kind) => recordSchema(kind, ids));
	const json = (value: unknown) => `${JSON.stringify(value, null, '\t')}\n`;
	return new Map([
		...kinds.map(
			(kind) =>
				[
					`.vscode/schemas/${kind}.json`,
					signed(json({ $comment: OURS, ...fileSchema(kind, schemaOf(kind)) })),
				] as const,
		),
		[SNIPPETS, signed(`// ${OURS}\n${json(snippetsFor(ids, schemaOf))}`)] as const,
	]);
}

/** Writes the files that have changed, where there is a folder for them. Returns what was left, in a sentence. */
export function writeEditorFiles(content: Content): string | undefined {
	if (!existsSync(join(content.root, '.vscode'))) return undefined;
	const left: string[] = [];
	for (const [path, text] of editorFiles(content)) {
		const file = join(content.root, path);
		const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
		if (before === text) continue;
		if (before !== undefined && !isOurs(before)) left.push(path);
		// A link there is somebody's own arrangement: it is left as it is.
		else
			writeFiles(
				content.root,
				new Map([[path, text]]),
				'replace',
				before === undefined ? {} : { was: new Map([[path, before]]) },
			);
	}
	const which = left.length > 1 ? `${left[0]} and ${left.length - 1} more were` : `${left[0]} was`;
	if (left.length > 0)
		return `${which} not written by this command, or changed since, and left as found: give it another name to have this made\n`;
	return undefined;
}
