import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/**
 * Many clients at once, each asking for page after page without a pause; no answer may fail.
 * Run by `npm exec --package=autocannon@…`, which puts the library beside the first folder of the PATH.
 */
const CLIENTS = 200;
const SECONDS = 30;

interface Result {
	readonly errors: number;
	readonly timeouts: number;
	readonly non2xx: number;
	readonly '2xx': number;
	readonly requests: { readonly average: number };
	readonly latency: { readonly p99: number };
}
interface Options {
	readonly url: string;
	readonly connections: number;
	readonly duration: number;
	readonly requests: readonly { readonly method: 'GET'; readonly path: string }[];
}

const [list = ''] = process.argv.slice(2);
const [site = '', ...pages] = readFileSync(list, 'utf8').trim().split('\n');
const bin = (process.env['PATH'] ?? '').split(delimiter).find((folder) => folder.includes('_npx')) ?? '';
const autocannon = createRequire(join(bin, '..', 'index.js'))('autocannon') as (options: Options) => Promise<Result>;

const { pathname } = new URL(site);
const found = await autocannon({
	url: site,
	connections: CLIENTS,
	duration: SECONDS,
	requests: pages.map((page) => ({ method: 'GET', path: `${pathname.slice(0, -1)}${page}` })),
});
const failed = found.errors + found.timeouts + found.non2xx;
console.log(
	`${CLIENTS} clients for ${SECONDS} s over ${pages.length} pages: ${found['2xx']} answers, ${Math.round(found.requests.average)} a second, 99 % within ${found.latency.p99} ms, ${failed} failed`,
);
if (failed > 0 || found['2xx'] === 0) process.exitCode = 1;
