import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { type Server, serveFolder } from '../../src/ship/server.ts';
import { build } from '../whole/project.ts';

declare module 'vitest' {
	interface ProvidedContext {
		/** The built site: its folder, and two addresses at which it is served. */
		site: {
			readonly folder: string;
			readonly url: string;
			/** The same folder under a path, as on a host that keeps several sites. */
			readonly below: string;
		};
	}
}

interface Shared {
	readonly folder: string;
	readonly servers: readonly Server[];
}

/** Where the site will be, as far as this build knows. */
export const SITE_URL = 'https://example.org/a/b/';

// Each project loads this file on its own; the process is theirs together, and one build is enough.
const shared = globalThis as { testSite?: Promise<Shared>; testSiteUsers?: number };

async function prepare(): Promise<Shared> {
	const root = join(import.meta.dirname, '../..');
	// TEST_SITE names a folder built before, to repeat tests without building anew.
	const folder = process.env['TEST_SITE'] ?? join(root, '.work', 'test-site');
	if (!process.env['TEST_SITE']) {
		// In a process of its own, as an editor builds. In UTC: builds in other time zones are compared with it.
		const { status, said } = await build(root, { env: { SITE_URL, TZ: 'UTC' }, out: folder });
		if (status !== 0) throw new Error(said);
	}
	const servers = await Promise.all(['/', '/a/b/'].map((base) => serveFolder({ folder, port: 0, base })));
	return { folder, servers };
}

/** Builds the site once, by the product's own build, and serves it at the root and under a path. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
	shared.testSite ??= prepare();
	shared.testSiteUsers = (shared.testSiteUsers ?? 0) + 1;
	const { folder, servers } = await shared.testSite;
	const [root, below] = servers;
	project.provide('site', { folder, url: root?.url ?? '', below: below?.url ?? '' });
	return async () => {
		shared.testSiteUsers = (shared.testSiteUsers ?? 1) - 1;
		if (shared.testSiteUsers === 0) await Promise.all(servers.map((server) => server.close()));
	};
}
