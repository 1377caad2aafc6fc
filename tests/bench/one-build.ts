import { resolve } from 'node:path';

/**
 * Builds what stands in the working folder and prints what it took as JSON: `node one-build.ts site` with the project's
 * own build, `node one-build.ts stock` with Astro alone.
 */
process.env['ASTRO_TELEMETRY_DISABLED'] = '1';
const root = process.cwd();
const start = performance.now();
if (process.argv[2] === 'stock') {
	const { build } = (await import(resolve(root, 'node_modules/astro/dist/core/index.js'))) as typeof import('astro');
	await build({ root, logLevel: 'error' });
} else {
	const path = resolve(root, 'src/ship/build.ts');
	const { buildSite } = (await import(path)) as typeof import('../../src/ship/build.ts');
	await buildSite({ root, outDir: resolve(root, 'dist') });
}
const { user, system } = process.cpuUsage();
console.log(
	JSON.stringify({
		seconds: (performance.now() - start) / 1000,
		cpu: (user + system) / 1e6,
		gib: process.resourceUsage().maxRSS / 1024 / 1024,
	}),
);
