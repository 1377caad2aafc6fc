import { toLines } from '../ledger/lines.ts';
import { type MovedEntry, movedSchema, type Published, publishedSchema } from '../ledger/released.ts';
import type { Disk } from './disk.ts';
import { type ListFile, readList, textIfThere } from './list-file.ts';
import { type Place, placeOf, type TellFault, topOf } from './position.ts';

export const PUBLISHED = 'content/published.json';
export const MOVED = 'content/moved.yaml';
const RULE = 'released-file';

/** What is known of earlier releases. */
export interface Released {
	/** Empty before the first release. */
	readonly published: Published;
	readonly moved: ListFile<MovedEntry>;
	/** The texts of the two files, by path. */
	readonly texts: ReadonlyMap<string, string>;
	/** Where an address is recorded as published. */
	readonly publishedAt: (address: string) => Place;
	/** A line of one of the two files. */
	readonly lineOf: (path: string, line: number) => string | undefined;
}

/** Reads content/published.json and content/moved.yaml. Never throws: faults are told. */
export function readReleased(disk: Disk, tell: TellFault): Released {
	const written = textIfThere(disk, PUBLISHED, RULE, tell);
	const json = written ?? '';
	const lines = toLines(json);
	const fix = 'write - { from: /claims/old-id/, to: /claims/new-id/, why: … }';
	const moved = readList(disk, MOVED, movedSchema, [RULE, RULE, RULE], fix, tell);
	return {
		published: json === '' ? NOTHING : readPublished(json, tell),
		moved,
		texts: new Map([...textOf(PUBLISHED, written), ...textOf(MOVED, moved.text)]),
		publishedAt: (address) => {
			const words = JSON.stringify(address);
			const at = Math.max(0, json.indexOf(words));
			return placeOf(PUBLISHED, lines, at, at + words.length);
		},
		lineOf: (path, line) => ({ [PUBLISHED]: lines, [MOVED]: moved.lines })[path]?.text(line),
	};
}

const textOf = (path: string, text: string | undefined) => (text === undefined ? [] : [[path, text] as const]);

const NOTHING: Published = { addresses: [], claims: {} };

function readPublished(json: string, tell: TellFault): Published {
	let fault = 'this file cannot be read as JSON';
	try {
		const { data, error } = publishedSchema.safeParse(JSON.parse(json));
		if (data) return data;
		const [issue] = error.issues;
		fault = `this is not what a release writes: ${issue?.path.join('.') || 'the file'}: ${issue?.message}`;
	} catch {}
	const fix = `no one writes this file by hand: take it from the last release (git checkout ${PUBLISHED})`;
	tell(topOf(PUBLISHED), RULE, fault, fix);
	return NOTHING;
}
