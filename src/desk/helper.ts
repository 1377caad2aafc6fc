import { type MessagePort, workerData } from 'node:worker_threads';
import { BACK, BATCH, FRONT, type Task } from './crew.ts';
import { partsOf } from './read.ts';

/** The other thread: takes files from the back of the list until it meets the one that asked for help. */
function help({ bytes, files, state }: Task, port: MessagePort): void {
	const counters = new Int32Array(state);
	for (;;) {
		const end = Atomics.sub(counters, BACK, BATCH);
		if (end <= Atomics.load(counters, FRONT)) return;
		const first = Math.max(0, end - BATCH);
		const parts = files.slice(first, end).map(([extension, from, to]) => {
			const text = Buffer.from(bytes, from, to - from).toString('utf8');
			return partsOf(text, extension);
		});
		port.postMessage({ first, parts });
	}
}

const { task, port } = workerData as { readonly task: Task; readonly port: MessagePort };
help(task, port);
