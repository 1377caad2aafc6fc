import type { Kind } from '../ledger/kinds.ts';
import type { Entry } from '../ledger/ledger.ts';
import { type Lines, toLines } from '../ledger/lines.ts';
import type { Path } from '../ledger/problem.ts';
import { splitMdx } from '../prose/mdx.ts';
import { type Csv, readCsv } from './csv.ts';
import { type Place, placeOf } from './position.ts';
import { readYaml, type Yaml } from './yaml.ts';
import type { SpanOptions } from './yaml-span.ts';

/** A text as read by its ending. */
export interface TextFile {
	/** From the project's root, with "/". */
	readonly path: string;
	readonly text: string;
	readonly lines: Lines;
	/** YAML of the file or of its front matter, with the offset at which it starts. */
	readonly yaml?: Yaml;
	readonly yamlStart: number;
	readonly csv?: Csv;
	/** MDX: where the body starts. */
	readonly bodyStart?: number;
	/** The place of some of its characters. */
	readonly place: (start: number, end?: number) => Place;
	/** The place of what stands at a path of its YAML. */
	readonly placeAt: (path: Path, options?: SpanOptions) => Place;
}

/** A file of content/ that holds records. */
export interface ContentFile extends TextFile {
	readonly kind: Kind;
}

/** Where a record stands: its file and the path of its item in it. */
export interface Home {
	readonly file: ContentFile;
	readonly prefix: Path;
	readonly entry: Entry;
}

export function readAs(extension: string, path: string, text: string): TextFile {
	const lines = toLines(text);
	const split = extension === 'mdx' ? splitMdx(text) : undefined;
	const yaml = extension === 'yaml' ? readYaml(text) : split && readYaml(split.yaml);
	const yamlStart = split?.yamlStart ?? 0;
	const place: TextFile['place'] = (start, end) => placeOf(path, lines, start, end);
	return {
		...{ path, text, lines, yamlStart, place },
		...(yaml && { yaml }),
		...(extension === 'csv' && { csv: readCsv(text) }),
		...(extension === 'mdx' && { bodyStart: split?.bodyStart ?? 0 }),
		placeAt: (...where) => {
			const { start, end } = yaml?.span(...where) ?? { start: 0, end: 0 };
			return place(yamlStart + start, yamlStart + end);
		},
	};
}
