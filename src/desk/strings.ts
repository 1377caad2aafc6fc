import { parseInline } from '../ledger/inline.ts';
import type { Kind, Path } from '../ledger/problem.ts';
import { fields } from './field.ts';
import { type Mark, type Passage, type Piece, PLACEHOLDER, quotationsIn, sourceOffset, type Use } from './passage.ts';
import { type Place, placeOf } from './position.ts';
import type { Home } from './read.ts';

/** The words of ours in the YAML or front matter of a record. Places are worked out only when they are asked for. */
export function stringPassages(home: Home): readonly Passage[] {
	const { file, entry, prefix } = home;
	const passages: Passage[] = [];
	for (const { path, text, sourced, live } of stringsOf(entry.kind, entry.data)) {
		const pieces: Piece[] = [];
		const marks: Mark[] = [];
		let flat = '';
		const spot = (offset: number, length = 1): Place => {
			const span = file.yaml?.span([...prefix, ...path], { offset, length }) ?? { start: 0, end: 0 };
			return placeOf(file.path, file.lines, file.yamlStart + span.start, file.yamlStart + span.end);
		};
		const parts = live ? parseInline(text) : ([{ type: 'text', text, offset: 0 }] as const);
		for (const part of parts) {
			if (part.type === 'text') {
				pieces.push({ at: flat.length, length: part.text.length, spot: (offset) => part.offset + offset });
				flat += part.text;
				continue;
			}
			const whole = text.slice(part.offset);
			const words = part.words ?? PLACEHOLDER;
			const inner = part.words === undefined ? 0 : whole.indexOf('>') + 1;
			const attributes = new Map(
				Object.entries(part.attributes).map(([name, value]) => {
					const at = part.offset + Math.max(0, whole.indexOf(`${name}="`));
					return [
						name,
						{
							value,
							get place() {
								return spot(at, name.length + value.length + 3);
							},
						},
					];
				}),
			);
			const use: Use = {
				name: part.name,
				attributes,
				words: part.words ?? '',
				get place() {
					return spot(part.offset, part.name.length + 1);
				},
				file,
				kind: entry.kind,
				id: entry.id,
				mdx: false,
				inside: [],
				inline: true,
				alone: false,
			};
			marks.push({ start: flat.length, end: flat.length + words.length, by: part.name, use });
			pieces.push({
				at: flat.length,
				length: words.length,
				spot: (offset) => part.offset + inner + (inner ? offset : 0),
			});
			flat += words;
		}
		passages.push({
			file,
			kind: entry.kind,
			id: entry.id,
			path,
			sourced,
			live,
			text: flat,
			marks,
			quotations: quotationsIn(flat),
			inside: [],
			place: (start, end = start + 1) => {
				const from = sourceOffset(pieces, start);
				return spot(from, Math.max(1, sourceOffset(pieces, Math.max(start, end - 1)) + 1 - from));
			},
		});
	}
	return passages;
}

interface Prose {
	readonly path: Path;
	readonly text: string;
	readonly sourced: boolean;
	readonly live: boolean;
}

/** Every string of a record that holds words of ours. Takes records of any shape. */
function stringsOf(kind: Kind, data: unknown): readonly Prose[] {
	const found: Prose[] = [];
	for (const field of fields[kind]) {
		const steps = field.path.split('.');
		const take = (value: unknown, step: number, path: Path): void => {
			const name = steps[step];
			if (name === undefined) {
				if (typeof value === 'string' && value !== '') {
					found.push({ path, text: value, sourced: field.figures === 'sourced', live: field.live });
				}
			} else if (name === '*') {
				if (Array.isArray(value)) for (const [index, item] of value.entries()) take(item, step + 1, [...path, index]);
			} else if (typeof value === 'object' && value !== null && Object.hasOwn(value, name)) {
				take((value as Readonly<Record<string, unknown>>)[name], step + 1, [...path, name]);
			}
		};
		take(data, 0, []);
	}
	return found;
}
