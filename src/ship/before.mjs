// Plain JavaScript that any Node can read: says in one sentence why the rest cannot run.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { argv, cwd, exit, versions } from 'node:process';
import { fileURLToPath } from 'node:url';

/** @type {(version: string, root: string, use?: string) => string | undefined} */
export function whyNot(version, root, use) {
	const isThere = (/** @type {string} */ name) => existsSync(join(root, 'node_modules', name));
	if (!['astro', 'zod', 'yaml'].every(isThere)) return 'The packages are not installed. Run: npm ci';
	const [major = 0, minor = 0] = version.split('.').map(Number);
	if (major < 24 || (major === 24 && minor < 2))
		return `This is Node ${version}; the project needs 24.2 or later and brings one, but its install script has not run. Run: npm rebuild node`;
	const [sign] = /[#?]/.exec(root) ?? [];
	if (use === 'build' && sign)
		return `The project's folder has a "${sign}" in its path (${root}), which the build cannot read. Rename it, or build elsewhere.`;
	if (use === 'test' && !isThere('vitest'))
		return 'The packages for tests are not installed. Run: npm ci --include=dev';
	return undefined;
}

if (argv[1] === fileURLToPath(import.meta.url)) {
	const why = whyNot(versions.node, cwd(), argv[2]);
	if (why) {
		console.error(why);
		exit(1);
	}
}
