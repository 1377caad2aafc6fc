import { aRecord, type Kind } from '../ledger/kinds.ts';
import type { Entries, Entry } from '../ledger/ledger.ts';
import type { Path, Problem } from '../ledger/problem.ts';
import { ID } from '../ledger/schemas/fields.ts';
import { splitMdx } from '../prose/mdx.ts';
import { readCsv } from './csv.ts';
import { type Disk, diskAt, unreadAdvice } from './disk.ts';
import { decode, encodingOf } from './encoding.ts';
import type { ContentFile, Home } from './file.ts';
import { joinSeries } from './join-series.ts';
import { readNames } from './name-list.ts';
import { type Finding, type Lines, type Place, placeOf, type TellFault, toLines, topOf } from './position.ts';
import { readPublic } from './public.ts';
import { type Released, readReleased } from './released.ts';
import { readSeeds } from './seeds.ts';
import { cannotBeHeld, sortOf } from './sort.ts';
import { finished, type Unfinished, unfinishedOf } from './unfinished.ts';
import { type Unread, unreadFile } from './unread.ts';
import { readYaml } from './yaml.ts';

/** Records in one file that are read: one with more was not written by a person. */
const MOST_RECORDS = 5000;

/** Files parsed before, by path: kept by those who read more than once. */
export type Seen = Map<string, ContentFile>;

/** Everything that stands in content/ and seeds/, with the place of each part of it. */
export interface Content {
	/** The folder that holds content/ and seeds/. */
	readonly root: string;
	readonly entries: Entries;
	/** Those of `entries`, and the records that are still to be written. */
	readonly all: Entries;
	readonly unfinished: Unfinished;
	/** Files of content/ in order of their paths. */
	readonly files: readonly ContentFile[];
	/** What could not be read; the records concerned are left out of `entries`. */
	readonly problems: readonly Finding[];
	/** Files of content/ that are left out because they cannot be read. */
	readonly unread: readonly Unread[];
	/** Records by `kind/id`. */
	readonly homes: ReadonlyMap<string, Home>;
	/** Lines of each seed, by file name in seeds/. */
	readonly seedLines: ReadonlyMap<string, Lines>;
	/** What is known of earlier releases. */
	readonly released: Released;
	/** Addresses of the pictures in public/. */
	readonly pictures: ReadonlySet<string>;
	/** Names that hold a number and are no figures. */
	readonly names: readonly string[];
	/** The place of what the ledger or a rule speaks of. */
	readonly locate: (spot: RecordSpot) => Place;
}

/** A spot as the ledger knows it: a record, and where in it. A rule that speaks of a key has the key marked. */
export type RecordSpot = Pick<Problem, 'kind' | 'id' | 'path' | 'offset' | 'row' | 'column'> &
	Partial<Pick<Problem, 'rule'>>;

/**
 * Reads content/ and seeds/ below `root`, in order of path, whatever the file system says.
 * Never throws for what stands in them: faults are in `problems`.
 * @param seen files parsed before; those whose text is the same are not parsed again
 */
export function readContent(root: string, disk: Disk = diskAt(root), seen: Seen = new Map()): Content {
	const problems: Finding[] = [];
	const files: ContentFile[] = [];
	const entries: Entry[] = [];
	const homes = new Map<string, Home>();
	const unread: Unread[] = [];

	const fault: TellFault = (place, rule, message, fix) => {
		problems.push({ ...place, rule, severity: 'error', message, fix });
	};

	const add = (entry: Entry, file: ContentFile, prefix: Path) => {
		const key = `${entry.kind}/${entry.id}`;
		const first = homes.get(key);
		if (first) {
			const there = placeIn(first.file, [...first.prefix, 'id'], {});
			fault(
				placeIn(file, [...prefix, 'id'], {}),
				'duplicate-record',
				`the ${entry.kind} "${entry.id}" is written twice; the first is at ${there.path}:${there.line}`,
				'give one of them another id, or remove it',
			);
			return;
		}
		homes.set(key, { file, prefix, entry });
		entries.push(entry);
	};

	for (const path of disk.files('content')) {
		const sort = sortOf(path);
		if (!sort) continue;
		if ('fault' in sort) {
			fault(topOf(path), ...sort.fault);
			continue;
		}
		const { kind, extension, id, inList } = sort;
		const bytes = disk.read(path);
		const lose = (words: string) => unread.push(unreadFile(path, kind, words, inList ? undefined : id));
		if (typeof bytes === 'string') {
			lose('');
			fault(topOf(path), 'unreadable-file', `this file cannot be read: ${bytes}`, unreadAdvice);
			continue;
		}
		const text = decode(bytes);
		if (text === undefined) {
			lose(new TextDecoder('latin1').decode(bytes as Uint8Array<ArrayBuffer>));
			const encoding = encodingOf(bytes);
			fault(
				topOf(path),
				'unreadable-file',
				encoding ? `this file is in ${encoding.name} and not in UTF-8` : 'this file is no text',
				extension === 'csv'
					? 'save it again as "CSV UTF-8", or with the encoding UTF-8'
					: 'save it again with the encoding UTF-8',
			);
			continue;
		}
		const before = seen.get(path);
		const file = before?.text === text ? before : toFile(path, kind, text, extension);
		seen.set(path, file);
		files.push(file);
		if (extension === 'csv') {
			if (file.csv && file.csv.faults.length > 0) lose(text);
			for (const { start, end, message, fix } of file.csv?.faults ?? []) {
				fault(placeOf(path, file.lines, start, end), 'csv', message, fix);
			}
			continue;
		}
		if (!file.yaml) {
			lose(text);
			fault(
				topOf(path),
				'front-matter',
				/^\uFEFF?---/.test(text) ? 'the front matter is not closed' : 'this file has no front matter',
				/^\uFEFF?---/.test(text)
					? 'put a line "---" behind its last key'
					: 'start it with a line "---", then title and the rest, then a line "---"',
			);
			continue;
		}
		for (const { start, end, message, fix } of file.yaml.faults) {
			fault(placeOf(path, file.lines, file.yamlStart + start, file.yamlStart + end), 'yaml', message, fix);
		}
		if (file.yaml.faults.length > 0) {
			lose(text);
			continue;
		}
		const { data } = file.yaml;
		if (!inList && data === null) {
			lose(text);
			fault(topOf(path), 'schema', `this ${kind} is empty`, 'write it, or take the file away');
			continue;
		}
		if (!inList) {
			const body = file.bodyStart === undefined ? undefined : text.slice(file.bodyStart);
			add({ kind, id, data, ...(body === undefined ? {} : { body }) }, file, []);
			continue;
		}
		if (data === null) continue;
		if (!Array.isArray(data)) {
			lose(text);
			fault(topOf(path), 'schema', `this file must be a list of ${kind}s`, 'start each record with "- id: …"');
			continue;
		}
		if (data.length > MOST_RECORDS) {
			lose(text);
			fault(topOf(path), 'schema', `this file has ${data.length} records`, `keep ${MOST_RECORDS} at most in one file`);
			continue;
		}
		for (const [index, item] of data.entries()) {
			const entry = readItem(file, index, item, fault);
			if (entry) add(entry, file, [index]);
		}
	}

	joinSeries(entries, homes, files, new Set(unread.map(({ path }) => path)), fault);
	if (files.length === 0 && problems.length === 0) {
		fault(
			topOf('content'),
			'empty-content',
			'there is no content: content/ is empty or missing',
			'bring back the files of content/, for example with "git checkout content"',
		);
	}

	const seeds = readSeeds(disk, fault);
	const seedLines = new Map([...seeds].map(([name, { text }]) => [name, toLines(text)]));
	const released = readReleased(disk, fault);
	const pictures = readPublic(disk, fault);
	const names = readNames(disk, fault);
	const unfinished = unfinishedOf(homes, files);
	const csvFiles = new Map(files.filter((file) => file.csv).map((file) => [file.path, file]));
	return {
		root,
		entries: finished({ entries, seeds }, unfinished),
		all: { entries, seeds },
		unfinished,
		files,
		problems,
		unread,
		homes,
		seedLines,
		released,
		pictures,
		names,
		locate: (spot) => {
			const home = homes.get(`${spot.kind}/${spot.id}`);
			// A seed that no source names has no record of its own.
			if (!home) return seedLines.has(`${spot.id}.txt`) ? topOf(`seeds/${spot.id}.txt`) : topOf('content');
			if (spot.row !== undefined) {
				const file = csvFiles.get(home.file.path.replace(/\.yaml$/, '.csv'));
				const span = file?.csv?.span(spot.row, spot.column);
				if (file && span) return placeOf(file.path, file.lines, span.start, span.end);
			}
			const { file } = home;
			if (spot.path[0] === 'body' && file.bodyStart !== undefined) {
				return placeOf(file.path, file.lines, file.bodyStart + (spot.offset ?? 0));
			}
			const path = [...home.prefix, ...spot.path];
			const key = spot.rule === 'unknown-key';
			return placeIn(file, path, spot.offset === undefined ? { key } : { offset: spot.offset });
		},
	};
}

/** One record of a list; undefined where it is none, or has no id. */
function readItem(file: ContentFile, index: number, item: unknown, fault: TellFault): Entry | undefined {
	const { kind } = file;
	if (typeof item !== 'object' || item === null || Array.isArray(item)) {
		const fix = 'start each record with "- id: …" and put its other keys below';
		fault(placeIn(file, [index], {}), 'schema', `this is not ${aRecord(kind)}`, fix);
		return undefined;
	}
	const { id, ...data } = item as Record<string, unknown>;
	if (id === undefined) {
		fault(placeIn(file, [index], {}), 'schema', `this ${kind} has no id`, 'start it with "- id: …"');
		return undefined;
	}
	if (typeof id !== 'string' || !ID.test(id) || cannotBeHeld(id)) {
		const fix =
			'use lower-case letters, digits and single hyphens only, no more than 100, and no name that Windows keeps';
		fault(placeIn(file, [index, 'id'], {}), 'schema', `${JSON.stringify(id)} is no id`, fix);
		return undefined;
	}
	return { kind, id, data };
}

/** A file as it is read. */
function toFile(path: string, kind: Kind, text: string, extension: string): ContentFile {
	const base = { path, kind, text, lines: toLines(text), yamlStart: 0 };
	if (extension === 'csv') return { ...base, csv: readCsv(text) };
	if (extension === 'yaml') return { ...base, yaml: readYaml(text) };
	const split = splitMdx(text);
	if (!split) return { ...base, bodyStart: 0 };
	return { ...base, yaml: readYaml(split.yaml), yamlStart: split.yamlStart, bodyStart: split.bodyStart };
}

function placeIn(file: ContentFile, path: Path, options: { readonly key?: boolean; readonly offset?: number }): Place {
	const span = file.yaml?.span(path, options) ?? { start: 0, end: 0 };
	return placeOf(file.path, file.lines, file.yamlStart + span.start, file.yamlStart + span.end);
}
