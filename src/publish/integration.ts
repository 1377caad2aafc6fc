import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { finish } from './finish.ts';

/** Finishes a built folder: relative addresses, the policy, the manifest. */
export function publish(): AstroIntegration {
	return {
		name: 'publish',
		hooks: {
			'astro:build:done': async ({ dir }) => {
				await finish(fileURLToPath(dir));
			},
		},
	};
}
