import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

const schema = z.object({ dependencies: z.record(z.string(), z.string()) });

/** Versions of what takes part in a build, as package.json pins them, and of Node as it runs. */
export function toolVersions(root: string): Readonly<Record<string, string>> {
	const { dependencies } = schema.parse(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')));
	const names = Object.keys(dependencies).sort();
	const versions = Object.fromEntries(names.map((name) => [name, dependencies[name] ?? '']));
	return { ...versions, node: process.versions.node };
}
