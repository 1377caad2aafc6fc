import { spawnSync } from 'node:child_process';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { buildSite } from '../../src/ship/build.ts';
import { listFiles } from '../../src/ship/files.ts';
import { manifestName, readManifest } from '../../src/ship/manifest.ts';
import { styleHashes, tags } from '../../src/ship/markup.ts';
import { makePolicy } from '../../src/ship/policy.ts';
import { verifyAddress } from '../../src/ship/verify.ts';
import { browsers, framed, look } from './browsers.ts';
import { crawl, edges } from './crawl.ts';
import { type Host, hosts, nginxFaults, type Running, type Site } from './servers.ts';

/**
 * `npm run test:hosts`: the built site on real servers and in real browsers, at the root and below a path.
 * Prints what was counted, and plainly what could not be tried. Fails when something was tried and did not hold.
 */
const root = join(import.meta.dirname, '..', '..');
const work = join(root, '.work', 'hosts');
const folder = join(root, '.work', 'hosts-site');
const bases = ['/', '/a/b/'];
const SHOWN = 20;

let passed = 0;
const failures: string[] = [];
const untried: string[] = [];

function report(what: string, faults: readonly string[]): void {
	console.log(faults.length === 0 ? `passed: ${what}` : `failed: ${what}`);
	for (const fault of faults.slice(0, SHOWN)) console.log(`  ${fault}`);
	if (faults.length > SHOWN) console.log(`  … and ${faults.length - SHOWN} more`);
	if (faults.length > 0) failures.push(what);
	else passed += 1;
}

const words = (error: unknown): string => (error instanceof Error ? error.message : String(error));

/** The policy as the built files need it. */
async function policyOf(): Promise<Site['policy']> {
	const files = listFiles(folder);
	const styles = new Map<string, readonly string[]>();
	for (const file of files.filter((name) => /\.(html|svg)$/.test(name)))
		styles.set(file, styleHashes(tags(await readFile(join(folder, file), 'utf8'))));
	return makePolicy(
		files.filter((file) => file !== manifestName),
		styles,
	);
}

async function inBrowsers(name: string, running: Running, pages: readonly string[]): Promise<void> {
	for (const [browserName, start] of Object.entries(browsers)) {
		const browser = await start().catch((error: unknown) => {
			console.log(words(error));
			return undefined;
		});
		if (!browser) {
			untried.push(`${browserName}: not found, and it could not be installed`);
			continue;
		}
		try {
			const { pages: count, faults } = await look(browser, running.url, pages);
			report(`${browserName} on ${name}: ${count} pages, ${faults.length} violations and errors`, faults);
			const embed = listFiles(folder).find((file) => /^embed\/[^/]+\/index\.html$/.test(file));
			if (embed) await frames(browserName, browser, running, embed.replace('index.html', ''));
		} finally {
			await browser.close();
		}
	}
}

async function underLoad(name: string, running: Running, pages: readonly string[], own: string): Promise<void> {
	const list = join(own, 'pages.txt');
	await writeFile(list, [running.url, ...pages].join('\n'));
	withPackage('autocannon@8.0.0', 'load.ts', list, `${name} under load`);
}

/** Another origin may frame embeds and nothing else. */
async function frames(
	name: string,
	browser: Parameters<typeof framed>[0],
	running: Running,
	embed: string,
): Promise<void> {
	const outside = createServer((_request, response) =>
		response.setHeader('content-type', 'text/html').end('<p>outside</p>'),
	);
	await new Promise<void>((done) => {
		outside.listen(0, '127.0.0.1', done);
	});
	const address = outside.address();
	const other = `http://localhost:${typeof address === 'object' && address ? address.port : 0}/`;
	try {
		const shown = await framed(browser, other, new URL(embed, running.url).href);
		const denied = !(await framed(browser, other, new URL('claims/', running.url).href));
		report(`${name}: other sites can frame embeds, and nothing else`, [
			...(shown ? [] : [`${embed} is not shown in a frame`]),
			...(denied ? [] : ['/claims/ is shown in a frame']),
		]);
	} finally {
		outside.close();
	}
}

/** Runs one of our scripts with a package that is not a dependency; the package itself missing is no failure. */
function withPackage(name: string, script: string, argument: string, what: string): void {
	const exec = ['exec', '--yes', '--ignore-scripts', `--package=${name}`, '--'];
	const options = { cwd: root, encoding: 'utf8' } as const;
	if (spawnSync('npm', [...exec, 'node', '--version'], options).status !== 0) {
		untried.push(`${what}: ${name} cannot be had`);
		return;
	}
	const { status, stdout, stderr } = spawnSync(
		'npm',
		[...exec, 'node', join('tests', 'hosts', script), argument],
		options,
	);
	const found = stdout.trim().split('\n');
	report(`${what}: ${found.at(-1)}`, status === 0 ? [] : [...found, ...stderr.trim().split('\n')]);
}

async function tryHost(host: Host, base: string, policy: Site['policy']): Promise<number> {
	const what = `${host.name} at ${base}`;
	const own = join(work, `${hosts.indexOf(host)}-${bases.indexOf(base)}`);
	await mkdir(own, { recursive: true });
	let running: Running | undefined;
	try {
		running = await host.start({ root, folder, base, policy, work: own });
	} catch (error) {
		untried.push(`${what}: ${words(error)}`);
		return 0;
	}
	if (!running) {
		untried.push(`${what}: not found, and it could not be installed`);
		return 0;
	}
	try {
		const { pages, links, faults } = await crawl(running.url, host.headers && base === '/' ? policy : undefined);
		report(`${what}: ${pages.length} pages, ${links} links`, [
			...faults,
			...(await edges(running.url, '/claims/', host.slash)),
		]);
		const manifest = readManifest(await readFile(join(folder, manifestName), 'utf8'));
		const { compared, missing, changed } = await verifyAddress(running.url, manifest);
		report(`${what}: ${compared} files are those that were built`, [...missing, ...changed]);
		if (host.headers && base === '/' && host.name !== 'npm run serve')
			withPackage(
				'@mdn/mdn-http-observatory@1.4.8',
				'observatory.ts',
				running.url,
				`${host.name}: MDN HTTP Observatory`,
			);
		// What a browser is shown does not depend on the path; links and files are held at both above.
		if (host.name === 'nginx' && base === '/') {
			await inBrowsers(what, running, pages);
			await underLoad(what, running, pages, own);
		}
		return pages.length;
	} catch (error) {
		report(what, [words(error)]);
		return 0;
	} finally {
		await running.stop();
	}
}

// Ending by a signal still runs what stops the servers.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));

console.log('Building the site.');
// Refuses a .work/ that is a link, behind which another's folder would be removed.
await buildSite({ root, outDir: folder });
await rm(work, { recursive: true, force: true });
const policy = await policyOf();
withPackage(
	'datapackage@1.1.10',
	'datapackage.ts',
	join(folder, 'data', 'datapackage.json'),
	'the data package, by the Frictionless library',
);
for (const base of ['/', '/a/b/', '/%C3%BC/a%20b/', '/a%22b/', '/a%3Bb/%24x/']) {
	const moved = [{ from: '/claims/old/', to: '/claims/new/' }];
	const faults = await nginxFaults({ root, folder, base, policy, work: join(work, 'odd') }, moved);
	if (faults) report(`nginx takes the file for a site at ${base}`, faults);
	else untried.push(`nginx -t at ${base}`);
}
const counts: number[] = [];
for (const host of hosts) for (const base of bases) counts.push(await tryHost(host, base, policy));
await rm(work, { recursive: true, force: true });

const tried = counts.filter((count) => count > 0);
if (new Set(tried).size > 1) failures.push(`not every server showed as many pages: ${tried.join(', ')}`);
for (const what of untried) console.log(`NOT TRIED: ${what}`);
if (tried.length === 0) failures.push('no server could be tried');
for (const what of failures) console.log(`failed: ${what}`);
console.log(
	`\n${tried.length} servers and places tried, ${Math.max(0, ...tried)} pages on each, ${untried.length} not tried`,
);
await writeFile(join(root, '.work', 'hosts.json'), JSON.stringify({ passed, failed: failures.length }));
console.log(`${passed} passed, ${failures.length} failed`);
if (failures.length > 0) process.exitCode = 1;
