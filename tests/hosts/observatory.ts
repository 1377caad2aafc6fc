import { existsSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Grades the headers of an address with the MDN HTTP Observatory's own rules. The server here speaks plain HTTP, so it
 * is presented as a host that answers over HTTPS and redirects to it, as every host in the guide does.
 * Run by `npm exec --package=@mdn/mdn-http-observatory@…`, which puts the package beside the first folder of the PATH.
 */
interface Result {
	readonly result: string | null;
	readonly pass: boolean;
	readonly constructor: { readonly title: string };
}
interface Answer {
	readonly headers: Readonly<Record<string, string>>;
	readonly status: number;
	readonly statusText: string;
	readonly verified: boolean;
	readonly data: string;
	readonly config: object;
	readonly request: object;
	httpEquiv?: ReadonlyMap<string, readonly string[]>;
}
interface Requests {
	readonly resources: { path?: string };
	readonly responses: {
		auto?: Answer;
		http?: Answer;
		https?: Answer;
		cors?: Answer;
		httpRedirects?: readonly { readonly url: URL; readonly status: number }[];
		httpsRedirects?: readonly { readonly url: URL; readonly status: number }[];
	};
	session: unknown;
}

const bin = (process.env['PATH'] ?? '').split(delimiter).find((folder) => folder.includes('_npx')) ?? '';
const home = join(bin, '..', '@mdn', 'mdn-http-observatory');
const load = async <T>(file: string): Promise<T> => (await import(pathToFileURL(join(home, file)).href)) as T;

// The list of preloaded hosts is fetched when the package is set up; without it nobody gets credit for being on it.
const preload = join(home, 'conf', 'hsts-preload.json');
if (!existsSync(preload)) writeFileSync(preload, '{}');

const types = await load<{ readonly Requests: new (host: string) => Requests }>('src/types.js');
const { ALL_TESTS: tests } = await load<{ readonly ALL_TESTS: readonly ((requests: Requests) => Result)[] }>(
	'src/constants.js',
);
const grader = await load<{
	readonly getScoreModifier: (result: string) => number;
	readonly getGradeForScore: (score: number) => { readonly grade: string };
}>('src/grader/grader.js');
const { parseHttpEquivHeaders } = await load<{
	readonly parseHttpEquivHeaders: (html: string, url: string) => ReadonlyMap<string, readonly string[]>;
}>('src/retriever/utils.js');
const { MINIMUM_SCORE_FOR_EXTRA_CREDIT: enough } = await load<{ readonly MINIMUM_SCORE_FOR_EXTRA_CREDIT: number }>(
	'src/grader/charts.js',
);

async function ask(address: string, init: RequestInit = {}): Promise<Answer> {
	const response = await fetch(address, init);
	return {
		headers: Object.fromEntries(response.headers),
		status: response.status,
		statusText: response.statusText,
		verified: true,
		data: await response.text(),
		config: {},
		request: { headers: { origin: 'https://http-observatory.security.mozilla.org' }, responseURL: address },
	};
}

const [address = ''] = process.argv.slice(2);
const host = 'site.example';
const page = await ask(address);
const requests = new types.Requests(host);
requests.resources.path = page.data;
const answer = { ...page, httpEquiv: parseHttpEquivHeaders(page.data, `https://${host}/`) };
const chain = [
	{ url: new URL(`http://${host}/`), status: 301 },
	{ url: new URL(`https://${host}/`), status: 200 },
];
Object.assign(requests.responses, {
	auto: answer,
	http: answer,
	https: answer,
	httpRedirects: chain,
	httpsRedirects: chain,
});
requests.responses.cors = await ask(address, { headers: { origin: 'https://http-observatory.security.mozilla.org' } });
requests.session = { url: new URL(`https://${host}/`), jar: undefined };

let all = 100;
let losses = 100;
for (const test of tests) {
	const outcome = test(requests);
	const { result, pass } = outcome;
	const points = result === null ? 0 : grader.getScoreModifier(result);
	all += points;
	if (points < 0) losses += points;
	console.log(
		`  ${pass ? 'passed' : 'failed'} ${outcome.constructor.title}: ${result} (${points > 0 ? '+' : ''}${points})`,
	);
}
const score = losses >= enough ? all : losses;
console.log(`score ${score}, grade ${grader.getGradeForScore(score).grade}`);
if (score < 100) process.exitCode = 1;
