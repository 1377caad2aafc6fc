import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Kind, kinds } from '../ledger/kinds.ts';
import { components } from '../prose/dialect.ts';
import { fileSchema, type Ids } from './json-schema.ts';
import type { Content } from './read.ts';
import { writeFiles } from './write.ts';

/** Ids of every kind as they stand in the content. */
export function idsOf(content: Content): Ids {
	const ids = new Map<Kind, string[]>();
	for (const { entry } of content.homes.values())
		ids.set(entry.kind, [...(ids.get(entry.kind) ?? []), entry.id].sort());
	return Object.fromEntries(ids);
}

const snippetValue = (text: string): string => text.replace(/[\\$}]/g, '\\$&');
const choice = (place: number, ids: readonly string[]): string =>
	ids.length === 0 ? `$${place}` : `\${${place}|${ids.map((id) => id.replace(/[\\,|]/g, '\\$&')).join(',')}|}`;

/** Snippets of the components, with the ids there are as choices. */
function componentSnippets(ids: Ids): unknown {
	return Object.fromEntries(
		components.map(({ name, level, inside, attributes, prints, example }) => {
			const needed = attributes.filter(({ required }) => required);
			const written = needed.map(({ name: key, refers, list }, index) => {
				const value = refers && !list ? choice(index + 1, ids[refers] ?? []) : `$${index + 1}`;
				return ` ${key}="${value}"`;
			});
			const open =
				name === 'Value' ? `<Value series="${choice(1, ids.series ?? [])}" date="$2"` : `<${name}${written.join('')}`;
			const gap = level === 'block' ? '\n\n$0\n\n' : '$0';
			const body = inside === 'text' ? `${open}>${name === 'Quote' ? '$0' : gap}</${name}>` : `${open}/>$0`;
			return [
				name,
				{
					prefix: name.toLowerCase(),
					scope: 'mdx,markdown,yaml',
					body: body.split('\n'),
					description: `Prints ${prints}. Example: ${snippetValue(example)}`,
				},
			];
		}),
	);
}

const SNIPPETS = '.vscode/components.code-snippets';
/** The first line of the snippets, by which they are known again. */
const OURS = '// Written by npm run check: change nothing here.';

/** Everything that an editor's program is given: path from the root → text. */
function editorFiles(content: Content): ReadonlyMap<string, string> {
	const ids = idsOf(content);
	const json = (value: unknown) => `${JSON.stringify(value, null, '\t')}\n`;
	return new Map([
		...kinds.map((kind) => [`.vscode/schemas/${kind}.json`, json(fileSchema(kind, ids))] as const),
		[SNIPPETS, `${OURS}\n${json(componentSnippets(ids))}`] as const,
	]);
}

/** Writes the files that have changed, where there is a folder for them. Returns what was left, in a sentence. */
export function writeEditorFiles(content: Content): string | undefined {
	if (!existsSync(join(content.root, '.vscode'))) return undefined;
	let left: string | undefined;
	for (const [path, text] of editorFiles(content)) {
		const file = join(content.root, path);
		const before = existsSync(file) ? readFileSync(file, 'utf8') : undefined;
		if (before === text) continue;
		if (path === SNIPPETS && before !== undefined && !before.startsWith(OURS))
			left = `${path} was not written by this command, and is left as it is: give it another name to have the components offered\n`;
		// A link there is somebody's own arrangement: it is left as it is.
		else writeFiles(content.root, new Map([[path, text]]), 'replace');
	}
	return left;
}
