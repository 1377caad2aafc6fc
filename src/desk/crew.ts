import { availableParallelism } from 'node:os';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';
import type { Disk } from './disk.ts';
import { decode } from './encoding.ts';
import { MAX_MDX, type Parts, partsOf, type Seen, toFile } from './read.ts';
import { sortOf } from './sort.ts';

/** Fewer files are parsed before another thread has started. */
const ENOUGH = 600;
/** More helpers need more memory than they save time. */
const MOST_HELPERS = 3;

/** What a helper is given: all texts as UTF-8 in one piece of memory, and the state of the work. */
export interface Task {
	readonly bytes: SharedArrayBuffer;
	/** Ending and place in `bytes` of each file. */
	readonly files: readonly (readonly [extension: string, start: number, end: number])[];
	/** Two counters: files from the front are this thread's, files from the back the helpers'. */
	readonly state: SharedArrayBuffer;
}

export const FRONT = 0;
export const BACK = 1;
/** Files that a helper takes at a time. */
export const BATCH = 8;

interface Item {
	readonly path: string;
	readonly kind: Parameters<typeof toFile>[1];
	readonly extension: string;
	readonly text: string;
	readonly bytes: Uint8Array;
}

/** Files of content/ that take long to parse and are not yet in `seen`. */
function itemsOf(disk: Disk, seen: Seen): readonly Item[] {
	return disk.files('content').flatMap((path): readonly Item[] => {
		const sort = sortOf(path);
		if (!sort || 'fault' in sort || sort.extension === 'csv') return [];
		const bytes = disk.read(path);
		const text = typeof bytes === 'string' ? undefined : decode(bytes);
		if (typeof bytes === 'string' || text === undefined || text.length > MAX_MDX) return [];
		const { kind, extension } = sort;
		return seen.get(path)?.text === text ? [] : [{ path, kind, extension, text, bytes }];
	});
}

/**
 * Parses the files of a large content/ into `seen`, this thread and others together; does nothing for a small one.
 * The result is that of `readContent`. Helpers that fail or are late are not waited for: what they have not sent is
 * parsed here.
 * @param enough the number of files from which help is called
 */
export function readTogether(disk: Disk, seen: Seen, enough = ENOUGH): void {
	const helpers = Math.min(availableParallelism() - 1, MOST_HELPERS);
	if (helpers < 1 || disk.files('content').length < enough) return;
	const items = itemsOf(disk, seen);
	if (items.length < enough) return;
	const state = new Int32Array(new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
	Atomics.store(state, BACK, items.length);
	const done = new Set<number>();
	const keep = (index: number, parts: Parts): void => {
		const item = items[index];
		if (!item || done.has(index)) return;
		done.add(index);
		seen.set(item.path, toFile(item.path, item.kind, item.text, item.extension, parts));
	};
	const { threads, ports } = callHelpers(items, state, helpers);
	const take = (): void => {
		for (const port of ports) {
			for (let sent = receiveMessageOnPort(port); sent; sent = receiveMessageOnPort(port)) {
				const { first, parts } = sent.message as { readonly first: number; readonly parts: readonly Parts[] };
				for (const [at, one] of parts.entries()) keep(first + at, one);
			}
		}
	};
	try {
		for (const [index, { text, extension }] of items.entries()) {
			Atomics.store(state, FRONT, index + 1);
			if (index >= Atomics.load(state, BACK)) take();
			if (!done.has(index)) keep(index, partsOf(text, extension));
			if (index % BATCH === 0) take();
		}
	} finally {
		for (const port of ports) port.close();
		for (const thread of threads) void thread.terminate();
	}
}

function callHelpers(items: readonly Item[], state: Int32Array<SharedArrayBuffer>, helpers: number) {
	const bytes = new Uint8Array(new SharedArrayBuffer(items.reduce((sum, item) => sum + item.bytes.length, 0)));
	let end = 0;
	const files = items.map((item) => {
		bytes.set(item.bytes, end);
		end += item.bytes.length;
		return [item.extension, end - item.bytes.length, end] as const;
	});
	const task: Task = { bytes: bytes.buffer, files, state: state.buffer };
	const channels = Array.from({ length: helpers }, () => new MessageChannel());
	const threads = channels.map(({ port2 }) => {
		const thread = new Worker(new URL('./helper.ts', import.meta.url), {
			workerData: { task, port: port2 },
			transferList: [port2],
			// As deep a stack as this thread has: a text is too deep in both or in neither.
			resourceLimits: { maxOldGenerationSizeMb: 192, maxYoungGenerationSizeMb: 64, stackSizeMb: 1.15 },
		});
		// A helper that fails leaves its files to this thread.
		thread.on('error', () => {});
		thread.unref();
		return thread;
	});
	return { threads, ports: channels.map(({ port1 }) => port1) };
}
