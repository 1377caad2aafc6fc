import { textsAt, worded } from '../ledger/record-fields.ts';
import { readField } from '../prose/field.ts';
import type { Home } from './file.ts';
import { outlineOf } from './outline.ts';
import { makePassage, makeUse, type Passage, type Source, type Use } from './passage.ts';
import { placeOf } from './position.ts';
import type { Content } from './read.ts';

/** All words of ours in the content, and every use of a component, in prose fields first and then in bodies. */
export interface Views {
	readonly passages: readonly Passage[];
	readonly uses: readonly Use[];
}

export function viewsOf(content: Content): Views {
	const written = [...content.homes.values()].flatMap(fieldPassages);
	const bodies = content.files.map(outlineOf);
	return {
		passages: [...written, ...bodies.flatMap(({ passages }) => passages)],
		uses: [...written.flatMap(({ marks }) => marks.map(({ use }) => use)), ...bodies.flatMap(({ uses }) => uses)],
	};
}

/** The words of ours in the YAML or front matter of a record. */
function fieldPassages({ file, entry, prefix }: Home): readonly Passage[] {
	const written = worded(entry.kind).flatMap(({ steps, words }) =>
		[...textsAt(entry.data, steps)].map(([path, text]) => ({ path, text, words })),
	);
	return written.flatMap(({ path, text, words }) => {
		if (text === '') return [];
		const live = words === 'live';
		const source: Source = {
			...{ file, kind: entry.kind, id: entry.id, path, sourced: words !== 'free', live, text, mdx: false },
			place: (start, end) => {
				const length = Math.max(1, end - start);
				const span = file.yaml?.span([...prefix, ...path], { offset: start, length }) ?? { start: 0, end: 0 };
				return placeOf(file.path, file.lines, file.yamlStart + span.start, file.yamlStart + span.end);
			},
		};
		const nodes = live ? readField(text) : [WHOLE(text)];
		return [makePassage(source, nodes, [], (node, inside) => makeUse(source, node, inside, false))];
	});
}

const WHOLE = (value: string) => ({
	type: 'text' as const,
	value,
	position: { start: { line: 1, column: 1, offset: 0 }, end: { line: 1, column: 1, offset: value.length } },
});
