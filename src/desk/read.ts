import { statSync } from 'node:fs';
import { join } from 'node:path';
import { aRecord, type Kind } from '../ledger/kinds.ts';
import type { Entries, Entry } from '../ledger/ledger.ts';
import { toLines } from '../ledger/lines.ts';
import type { Path, Problem } from '../ledger/problem.ts';
import { splitMdx } from '../prose/mdx.ts';
import { readCsv } from './csv.ts';
import { type Disk, diskAt } from './disk.ts';
import { decode, readText } from './encoding.ts';
import type { ContentFile, Home } from './file.ts';
import { joinSeries } from './join-series.ts';
import { readNames } from './list-file.ts';
import { LockError } from './lock.ts';
import { type Finding, type Place, placeOf, type TellFault, topOf } from './position.ts';
import { readPublic } from './public.ts';
import { type Released, readReleased } from './released.ts';
import { readSeeds } from './seeds.ts';
import { idFault, type Misplaced, type Sort, sortOf } from './sort.ts';
import { reading } from './turns.ts';
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
	/** What is known of earlier releases. */
	readonly released: Released;
	/** Addresses of the pictures in public/. */
	readonly pictures: ReadonlySet<string>;
	/** Names that hold a number and are no figures. */
	readonly names: readonly string[];
	/** The file and the characters in it of what the ledger or a rule speaks of; undefined for no record. */
	readonly spanAt: (
		spot: RecordSpot,
	) => { readonly file: ContentFile; readonly start: number; readonly end: number } | undefined;
	/** The place of it. */
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
	const homes = new Map<string, Home>();
	const unread: Unread[] = [];

	const fault = (...[place, rule, message, fix, more]: Parameters<TellFault>): undefined => {
		problems.push({ ...place, rule, severity: 'error', message, fix, ...more });
	};

	const add = (entry: Entry, file: ContentFile, prefix: Path): undefined => {
		const key = `${entry.kind}/${entry.id}`;
		const first = homes.get(key);
		if (first) {
			const there = first.file.placeAt([...first.prefix, 'id']);
			const message = `the ${entry.kind} "${entry.id}" is written twice; the first is at ${there.path}:${there.line}`;
			const fix = 'give one of them another id, or remove it';
			return fault(file.placeAt([...prefix, 'id']), 'duplicate-record', message, fix);
		}
		homes.set(key, { file, prefix, entry });
	};

	const take = (path: string, { kind, extension, id, inList }: Exclude<Sort, Misplaced>): undefined => {
		/** Tells of a file that is read no further. */
		const refuse = (characters: string, rule: string, message: string, fix: string): undefined => {
			unread.push(unreadFile(path, kind, characters, inList ? undefined : id));
			fault(topOf(path), rule, message, fix);
		};
		const read = readText(disk, path);
		if ('fault' in read) return refuse(read.characters, 'unreadable-file', ...read.fault);
		const { text } = read;
		const before = seen.get(path);
		const file = before?.text === text ? before : toFile(path, kind, text, extension);
		seen.set(path, file);
		files.push(file);
		const { yamlStart, csv, yaml } = file;
		const faults = csv?.faults ?? yaml?.faults ?? [];
		for (const { start, end, message, fix } of faults)
			fault(file.place(yamlStart + start, yamlStart + end), csv ? 'csv' : 'yaml', message, fix);
		if (faults.length > 0) unread.push(unreadFile(path, kind, text, inList ? undefined : id));
		if (faults.length > 0 || csv) return;
		if (!yaml) {
			const [message, fix] = /^\uFEFF?---/.test(text)
				? ['the front matter is not closed', 'put a line "---" behind its last key']
				: ['this file has no front matter', 'start it with a line "---", then title and the rest, then a line "---"'];
			return refuse(text, 'front-matter', message, fix);
		}
		const { data } = yaml;
		if (!inList) {
			if (data === null) return refuse(text, 'schema', `this ${kind} is empty`, 'write it, or take the file away');
			return add({ kind, id, data, ...(file.bodyStart && { body: text.slice(file.bodyStart) }) }, file, []);
		}
		const list = data ?? [];
		if (!Array.isArray(list))
			return refuse(text, 'schema', `this file must be a list of ${kind}s`, 'start each record with "- id: …"');
		if (list.length > MOST_RECORDS) {
			const fix = `keep ${MOST_RECORDS} at most in one file`;
			return refuse(text, 'schema', `this file has ${list.length} records`, fix);
		}
		for (const [index, item] of list.entries()) {
			const entry = readItem(file, index, item, fault);
			if (entry) add(entry, file, [index]);
		}
	};

	for (const path of disk.files('content')) {
		const sort = sortOf(path);
		if (sort && 'fault' in sort) fault(topOf(path), ...sort.fault);
		else if (sort) take(path, sort);
	}

	joinSeries(homes, files, unread, fault);
	const none = 'there is no content: content/ is empty or missing';
	const back = 'bring back the files of content/, for example with "git checkout content"';
	if (files.length === 0 && problems.length === 0) fault(topOf('content'), 'empty-content', none, back);

	const entries = [...homes.values()].map(({ entry }) => entry);
	const seeds = readSeeds(disk, fault);
	const released = readReleased(disk, fault);
	const pictures = readPublic(disk, fault);
	const names = readNames(disk, fault);
	const unfinished = unfinishedOf(homes, files);
	const csvFiles = new Map(files.filter((file) => file.csv).map((file) => [file.path, file]));
	const spanAt: Content['spanAt'] = ({ kind, id, path, offset, row, column, rule }) => {
		const home = homes.get(`${kind}/${id}`);
		if (!home) return undefined;
		const { file, prefix } = home;
		const csv = row === undefined ? undefined : csvFiles.get(file.path.replace(/\.yaml$/, '.csv'));
		if (csv?.csv) return { file: csv, ...csv.csv.span(row ?? 0, column) };
		const body = path[0] === 'body' && file.bodyStart !== undefined ? file.bodyStart + (offset ?? 0) : undefined;
		if (body !== undefined) return { file, start: body, end: body };
		const options = offset === undefined ? { key: rule === 'unknown-key' } : { offset };
		const { start, end } = file.yaml?.span([...prefix, ...path], options) ?? { start: 0, end: 0 };
		return { file, start: file.yamlStart + start, end: file.yamlStart + end };
	};
	return {
		...{ root, files, problems, unread, homes, unfinished, released, pictures, names, spanAt },
		entries: finished({ entries, seeds }, unfinished),
		all: { entries, seeds },
		locate: (spot) => {
			const found = spanAt(spot);
			if (found) return found.file.place(found.start, found.end);
			// A seed that no source names has no record of its own.
			return topOf(seeds.has(`${spot.id}.txt`) ? `seeds/${spot.id}.txt` : 'content');
		},
	};
}

/** One record of a list; undefined where it is none, or has no id. */
function readItem(file: ContentFile, index: number, item: unknown, fault: TellFault): Entry | undefined {
	const { kind } = file;
	const no = (path: Path, message: string, fix: string) => fault(file.placeAt(path), 'schema', message, fix);
	if (typeof item !== 'object' || item === null || Array.isArray(item)) {
		no([index], `this is not ${aRecord(kind)}`, 'start each record with "- id: …" and put its other keys below');
		return undefined;
	}
	const { id, ...data } = item as Record<string, unknown>;
	if (typeof id === 'string' && !idFault(id)) return { kind, id, data };
	if (id === undefined) no([index], `this ${kind} has no id`, 'start it with "- id: …"');
	else
		no(
			[index, 'id'],
			`${JSON.stringify(id)} is no id`,
			'use lower-case letters, digits and single hyphens only, no more than 100, and no name that Windows keeps',
		);
	return undefined;
}

/** A file as it is read, by its ending. */
function toFile(path: string, kind: Kind, text: string, extension: string): ContentFile {
	const lines = toLines(text);
	const split = extension === 'mdx' ? splitMdx(text) : undefined;
	const yaml = extension === 'yaml' ? readYaml(text) : split && readYaml(split.yaml);
	const yamlStart = split?.yamlStart ?? 0;
	const place: ContentFile['place'] = (start, end) => placeOf(path, lines, start, end);
	return {
		...{ path, kind, text, lines, yamlStart, place },
		...(yaml && { yaml }),
		...(extension === 'csv' && { csv: readCsv(text) }),
		...(extension === 'mdx' && { bodyStart: split?.bodyStart ?? 0 }),
		placeAt: (...where) => {
			const { start, end } = yaml?.span(...where) ?? { start: 0, end: 0 };
			return place(yamlStart + start, yamlStart + end);
		},
	};
}

/** The texts of the files of content/ as they were read, by path. */
export const textsOf = ({ files, released }: Content): ReadonlyMap<string, string> =>
	new Map([...files.map(({ path, text }) => [path, text] as const), ...released.texts]);

/** What is told apart by name, size and time of change of each file of the authors. */
export const stampOf = (root: string): string =>
	['content', 'seeds', 'public']
		.flatMap((folder) => diskAt(root).files(folder))
		.map((path) => {
			const { size = 0, mtimeMs = 0, ctimeMs = 0 } = statSync(join(root, path), { throwIfNoEntry: false }) ?? {};
			return `${path} ${size} ${mtimeMs} ${ctimeMs}`;
		})
		.join('\n');

/**
 * What `make` makes of the files below `root`, made again once one of them has changed: asked of the disk each time, so
 * that no message of a change can be missed. While another command writes, what there was before.
 */
export function whileSame<Made>(root: string, make: () => Made): () => Made {
	let last: { readonly stamp: string; readonly made: Made } | undefined;
	return () => {
		const stamp = stampOf(root);
		if (last?.stamp === stamp) return last.made;
		try {
			last = { stamp, made: make() };
		} catch (error) {
			if (!last || !(error instanceof LockError)) throw error;
		}
		return last.made;
	};
}

/** Astro loads this module anew for the site's pages: what both copies share stands where both find it. */
const shared = globalThis as { checkedContent?: Checked | undefined };
type Checked = Pick<Content, 'root' | 'entries' | 'released'> & { readonly texts: ReadonlyMap<string, string> };

/**
 * Puts down what a build has checked: the site is made of that, and of no later state of the files. Not the places of
 * each part, which of thousands of pages would fill the memory. Undefined when it is made.
 */
export const handOver = (content: Content | undefined): void => {
	shared.checkedContent = content && {
		root: content.root,
		entries: content.entries,
		released: content.released,
		texts: textsOf(content),
	};
};

/** All that stands in a folder now. */
export const contentIn = (root: string): Content => reading(root, () => readContent(root));

/** What was put down for a folder; else what stands there now. */
export const checkedIn = (root: string): Pick<Content, 'entries' | 'released'> =>
	shared.checkedContent?.root === root ? shared.checkedContent : contentIn(root);

/** The text of one file of content/, as `contentIn`; undefined where there is none, or a link. */
export function textIn(root: string, path: string): string | undefined {
	if (shared.checkedContent?.root === root) return shared.checkedContent.texts.get(path);
	const bytes = diskAt(root).read(path);
	return typeof bytes === 'string' ? undefined : decode(bytes);
}
