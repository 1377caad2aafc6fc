import type { z } from 'zod';
import { type MovedEntry, movedSchema, type Published, publishedSchema } from '../ledger/released.ts';
import { type Disk, unreadAdvice } from './disk.ts';
import { decode } from './encoding.ts';
import { type Lines, type Place, placeOf, type TellFault, toLines, topOf } from './position.ts';
import { readYaml } from './yaml.ts';

export const PUBLISHED = 'content/published.json';
export const MOVED = 'content/moved.yaml';

/** What is known of earlier releases. */
export interface Released {
	/** Empty before the first release. */
	readonly published: Published;
	readonly moved: readonly MovedEntry[];
	/** content/moved.yaml as it stands; undefined where there is none. */
	readonly movedText: string | undefined;
	/** Lines of the files that are there, by path. */
	readonly lines: ReadonlyMap<string, Lines>;
	/** Where an address is recorded as published. */
	readonly publishedAt: (address: string) => Place;
	/** Where an entry on a moved address stands, or a value in it. */
	readonly movedAt: (index: number, key?: keyof MovedEntry) => Place;
}

/** Reads content/published.json and content/moved.yaml. Never throws: faults are told. */
export function readReleased(disk: Disk, fault: TellFault): Released {
	const textOf = (path: string): string | undefined => {
		if (!disk.files('content').includes(path)) return undefined;
		const bytes = disk.read(path);
		const text = typeof bytes === 'string' ? undefined : decode(bytes);
		if (typeof bytes === 'string')
			fault(topOf(path), 'released-file', `this file cannot be read: ${bytes}`, unreadAdvice);
		else if (text === undefined)
			fault(topOf(path), 'released-file', 'this file is not in UTF-8', 'save it again with the encoding UTF-8');
		return text;
	};
	const [movedText, json = ''] = [textOf(MOVED), textOf(PUBLISHED)];
	const yaml = movedText ?? '';
	const lines = new Map([
		[PUBLISHED, toLines(json)],
		[MOVED, toLines(yaml)],
	]);
	const place = (path: string, start: number, end: number) => placeOf(path, lines.get(path) ?? toLines(''), start, end);
	const moved = readYaml(yaml);
	const spanIn = (path: readonly (string | number)[]): Place => {
		const { start, end } = moved.span(path);
		return place(MOVED, start, end);
	};
	for (const { start, end, message, fix } of moved.faults)
		fault(place(MOVED, start, end), 'released-file', message, fix);
	return {
		published: readPublished(json, fault),
		moved: moved.faults.length > 0 ? [] : readMoved(moved.data, spanIn, fault),
		movedText,
		lines,
		publishedAt: (address) => {
			const written = JSON.stringify(address);
			const at = Math.max(0, json.indexOf(written));
			return place(PUBLISHED, at, at + written.length);
		},
		movedAt: (index, key) => spanIn(key === undefined ? [index] : [index, key]),
	};
}

const NOTHING: Published = { addresses: [], claims: {} };

function readPublished(json: string, fault: TellFault): Published {
	if (json === '') return NOTHING;
	const fix = `no one writes this file by hand: take it from the last release (git checkout ${PUBLISHED})`;
	try {
		const result = publishedSchema.safeParse(JSON.parse(json));
		if (result.success) return result.data;
		fault(topOf(PUBLISHED), 'released-file', `this is not what a release writes: ${told(result.error)}`, fix);
	} catch {
		fault(topOf(PUBLISHED), 'released-file', 'this file cannot be read as JSON', fix);
	}
	return NOTHING;
}

const told = ({ issues: [issue] }: z.ZodError): string => `${issue?.path.join('.') || 'the file'}: ${issue?.message}`;

function readMoved(data: unknown, spanIn: (path: readonly (string | number)[]) => Place, fault: TellFault) {
	const result = movedSchema.safeParse(data ?? []);
	if (result.success) return result.data;
	for (const { path, message } of result.error.issues) {
		const keys = path.map((key) => (typeof key === 'number' ? key : String(key)));
		const name = typeof keys.at(-1) === 'string' ? `${keys.at(-1)}: ` : '';
		fault(
			spanIn(keys),
			'released-file',
			`${name}${message}`,
			'write - { from: /claims/old-id/, to: /claims/new-id/, why: … }',
		);
	}
	return [];
}
