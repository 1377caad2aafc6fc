import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, join } from 'node:path';

/**
 * Many clients at once, each asking for page after page without a pause; no answer may fail. How long one waits is the
 * machine's affair: it is printed, and fails nothing.
 * Run by `npm exec --package=autocannon@…`, which puts the library beside the first folder of the PATH.
 */
const CLIENTS = 200;
const SECONDS = 30;
/** After so many seconds without an answer a client gives up and asks for the next page. */
const PATIENCE = 10;

interface Result {
	/** With the timeouts among them. */
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
	readonly timeout: number;
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
	timeout: PATIENCE,
	requests: pages.map((page) => ({ method: 'GET', path: `${pathname.slice(0, -1)}${page}` })),
});
const failed = found.errors - found.timeouts + found.non2xx;
const said = [
	`${CLIENTS} clients for ${SECONDS} s over ${pages.length} pages: ${found['2xx']} answers`,
	`${Math.round(found.requests.average)} a second`,
	`99 % within ${found.latency.p99} ms`,
	`${found.timeouts} waits of more than ${PATIENCE} s`,
	`${failed} failed`,
];
console.log(said.join(', '));
// Where more waits end without an answer than with one, it is not the machine.
if (failed > 0 || found['2xx'] <= found.timeouts) process.exitCode = 1;
