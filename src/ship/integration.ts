import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { diskAt } from '../desk/disk.ts';
import { publicFaults } from '../desk/public.ts';
import { siteAddress } from '../formats/site.ts';
import { BuildError } from './failure.ts';
import { revisionOf } from './manifest.ts';
import { readMoved } from './moved.ts';
import { finish } from './postprocess.ts';
import { readPublished } from './published.ts';
import { toolVersions } from './tools.ts';

/** Finishes a built folder: relative addresses, the policy, moved addresses, the manifest. */
export function publish(): AstroIntegration {
	let root = '';
	let site = '';
	return {
		name: 'publish',
		hooks: {
			'astro:build:start': () => {
				const faults = publicFaults(diskAt(root));
				if (faults.length > 0) throw new BuildError(`The site may not be built from this:\n${faults.join('\n')}`);
			},
			'astro:config:done': ({ config }) => {
				root = fileURLToPath(config.root);
				site = siteAddress(config.site);
			},
			'astro:build:done': async ({ dir }) => {
				await finish({
					folder: fileURLToPath(dir),
					site,
					moved: readMoved(root),
					published: readPublished(root).addresses,
					revision: await revisionOf(root, ['content', 'seeds']),
					tools: toolVersions(root),
				});
			},
		},
	};
}
