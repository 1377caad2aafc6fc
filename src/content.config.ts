import { defineCollection } from 'astro:content';
import { fileURLToPath } from 'node:url';
import type { Loader } from 'astro/loaders';
import { readContent } from './desk/read.ts';

/** Every record in content/, read once by the desk's own reader, so that pages and checks see the same. */
const records: Loader = {
	name: 'ledger',
	async load({ config, store, watcher, generateDigest }) {
		const root = fileURLToPath(config.root);
		const fill = () => {
			const { entries, seeds } = readContent(root).entries;
			store.clear();
			const put = (id: string, data: Record<string, unknown>) => store.set({ id, data, digest: generateDigest(data) });
			entries.forEach((entry, index) => {
				put(`${entry.kind}/${entry.id}`, { ...entry, index });
			});
			for (const [name, seed] of seeds) put(`seed/${name}`, { kind: 'seed', id: name, ...seed });
		};
		fill();
		watcher?.on('all', (_event, path) => {
			if (path.startsWith(`${root}content`)) fill();
		});
	},
};

export const collections = { records: defineCollection({ loader: records }) };
