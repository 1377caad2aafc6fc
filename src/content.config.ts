import { defineCollection } from 'astro:content';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { entriesIn } from './desk/read.ts';

/** All of content/ as one entry, read once by the desk's own reader, so that pages and checks see the same. */
const records: Loader = {
	name: 'ledger',
	async load({ config, store, watcher }) {
		const root = resolve(fileURLToPath(config.root));
		const fill = () => store.set({ id: 'all', data: { ...entriesIn(root) } });
		fill();
		watcher?.on('all', (_event, path) => {
			if (path.startsWith(join(root, 'content'))) fill();
		});
	},
};

export const collections = { records: defineCollection({ loader: records }) };
