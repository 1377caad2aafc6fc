import type { Kind } from '../ledger/kinds.ts';
import type { Entry } from '../ledger/ledger.ts';
import type { Lines } from '../ledger/lines.ts';
import type { Path } from '../ledger/problem.ts';
import type { Csv } from './csv.ts';
import type { Place } from './position.ts';
import type { Yaml } from './yaml.ts';
import type { SpanOptions } from './yaml-span.ts';

/** A file of content/ as read. */
export interface ContentFile {
	/** From the project's root, with "/". */
	readonly path: string;
	readonly kind: Kind;
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

/** Where a record stands: its file and the path of its item in it. */
export interface Home {
	readonly file: ContentFile;
	readonly prefix: Path;
	readonly entry: Entry;
}
