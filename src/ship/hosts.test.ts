import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { headersFor, matches, readHeadersFile } from '../../tests/support/headers.ts';
import { caddyFile, cloudfrontRequest, cloudfrontResponse, headersFile, nginxFile, redirectsFile } from './hosts.ts';
import { contentPolicy, makePolicy } from './policy.ts';

const files = [
	'index.html',
	'404.html',
	'feed.xml',
	'feed.json',
	'_headers',
	'.nojekyll',
	'.well-known/security.txt',
	'_astro/a.DxYz.js',
	'claims/a/index.html',
	'embed/c/index.html',
	'charts/c.svg',
	'data/datapackage.json',
	'fonts/a.woff2',
];
const hashes = ['sha256-BBBB', 'sha256-AAAA'];
const styles = new Map([
	['404.html', ['sha256-NONE']],
	['claims/a/index.html', hashes],
	['embed/c/index.html', ['sha256-CCCC']],
]);
const policy = makePolicy(files, styles);
const paths = [
	'/',
	'/index.html',
	'/404.html',
	'/feed.xml',
	'/.well-known/security.txt',
	'/_astro/a.DxYz.js',
	'/claims/a/',
	'/embed/c/',
	'/charts/c.svg',
	'/data/datapackage.json',
	'/fonts/a.woff2',
];
const moved = [{ from: '/claims/old/', to: '/claims/a/' }];

/** The headers an nginx file sets for a path: the location that nginx would choose. */
function nginxHeaders(text: string, path: string): Record<string, string> {
	const locations = [...text.matchAll(/^location (?:(=|\^~) )?(\S+) \{\n([\s\S]*?)^\}$/gm)].map(
		([, kind = '', match = '', body = '']) => ({ kind, match, body }),
	);
	const chosen =
		locations.find(({ kind, match }) => kind === '=' && match === path) ??
		locations
			.filter(({ kind, match }) => kind !== '=' && path.startsWith(match))
			.sort((a, b) => b.match.length - a.match.length)[0];
	return Object.fromEntries(
		[...(chosen?.body ?? '').matchAll(/add_header (\S+) "(.*)" always;/g)].map(([, name = '', value = '']) => [
			name,
			value,
		]),
	);
}

/** The headers a Caddyfile sets for a path: every header block whose matcher fits, in order. */
function caddyHeaders(text: string, path: string): Record<string, string> {
	const named = new Map(
		[...text.matchAll(/^@(\w+) (not )?path (.+)$/gm)].map(([, name = '', not, list = '']) => [
			name,
			{ not: not !== undefined, list: list.split(' ') },
		]),
	);
	const blocks = [...text.matchAll(/^header (?:@(\w+) )?\{\n([\s\S]*?)^\}$/gm)];
	const fits = (name: string | undefined) => {
		const matcher = name === undefined ? undefined : named.get(name);
		return !matcher || matcher.list.some((rule) => matches(rule, path)) !== matcher.not;
	};
	return Object.fromEntries(
		blocks
			.filter(([, name]) => fits(name))
			.flatMap(([, , body = '']) =>
				[...body.matchAll(/^\t(\S+) `(.*)`$/gm)].map(([, name = '', value = '']) => [name, value]),
			),
	);
}

function cloudfrontHeaders(text: string, uri: string): Record<string, string> {
	const event = { request: { uri }, response: { headers: {} as Record<string, { value: string }> } };
	runInNewContext(`${text}; handler(event)`, { event });
	return Object.fromEntries(Object.entries(event.response.headers).map(([name, { value }]) => [name, value]));
}

const lower = (headers: Readonly<Record<string, string>>) =>
	Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

test.each(paths)('every host sends the same headers for %s', (path) => {
	const expected = lower(headersFor(policy, path));
	expect(lower(readHeadersFile(headersFile(policy))(path))).toEqual(expected);
	expect(lower(nginxHeaders(nginxFile(policy, []), path))).toEqual(expected);
	expect(lower(caddyHeaders(caddyFile(policy, []), path))).toEqual(expected);
	expect(cloudfrontHeaders(cloudfrontResponse(policy), path)).toEqual(expected);
});

test.each(paths)('and under a sub-path, for %s', (path) => {
	const expected = lower(headersFor(policy, path));
	const there = `/x/y${path}`;
	expect(lower(readHeadersFile(headersFile(policy, '/x/y/'))(there))).toEqual(expected);
	expect(lower(nginxHeaders(nginxFile(policy, [], '/x/y/'), there))).toEqual(expected);
	expect(lower(caddyHeaders(caddyFile(policy, [], '/x/y/'), there))).toEqual(expected);
	expect(cloudfrontHeaders(cloudfrontResponse(policy, '/x/y/'), there)).toEqual(expected);
});

test('an address that is not there gets the whole policy where a host can say so', () => {
	const expected = lower(headersFor(policy, '/nowhere'));
	expect(expected['content-security-policy']).toContain("frame-ancestors 'none'");
	expect(lower(nginxHeaders(nginxFile(policy, []), '/nowhere'))).toEqual(expected);
	expect(lower(caddyHeaders(caddyFile(policy, []), '/nowhere'))).toEqual(expected);
	expect(cloudfrontHeaders(cloudfrontResponse(policy), '/nowhere')).toEqual(expected);
});

test('no header is set by two rules, so none is ever sent twice', () => {
	for (const path of paths) {
		const rules = policy.rules.filter((rule) => matches(rule.path, path));
		expect(rules.length, path).toBe(1);
		const names = [policy.common, rules[0]?.headers ?? {}].flatMap(Object.keys);
		expect(new Set(names).size).toBe(names.length);
	}
});

test('framing is denied everywhere but in embeds', () => {
	for (const path of paths) {
		const { 'Content-Security-Policy': csp, 'X-Frame-Options': frame } = headersFor(policy, path);
		expect(csp?.includes('frame-ancestors *'), path).toBe(path.startsWith('/embed/'));
		expect(frame, path).toBe(path.startsWith('/embed/') ? undefined : 'DENY');
	}
});

test('a header allows the styles of its folder, and of the page for what is not there', () => {
	const of = (path: string) => /style-src ([^;]*)/.exec(headersFor(policy, path)['Content-Security-Policy'] ?? '')?.[1];
	expect(of('/claims/a/')).toBe("'sha256-AAAA' 'sha256-BBBB' 'sha256-NONE'");
	expect(of('/embed/c/')).toBe("'sha256-CCCC' 'sha256-NONE'");
	for (const path of ['/', '/feed.xml', '/nothing/here/', '/fonts/a.woff2'])
		expect(of(path), path).toBe("'sha256-NONE'");
});

test('hashed files are kept for ever, pages are asked for again', () => {
	expect(headersFor(policy, '/_astro/a.DxYz.js')['Cache-Control']).toContain('immutable');
	expect(headersFor(policy, '/claims/a/')['Cache-Control']).toContain('must-revalidate');
});

test('the policy starts from nothing and has no unsafe word', () => {
	for (const framing of ['none', 'any', 'meta'] as const) {
		const text = contentPolicy(hashes, framing);
		expect(text.startsWith("default-src 'none'; ")).toBe(true);
		// The icon that stands in each page is a picture, which can do nothing.
		expect(text).toContain("; img-src 'self' data:; ");
		expect(text.replace("img-src 'self' data:", '')).not.toMatch(/unsafe|data:|https?:|\*.*src/);
		expect(text.includes('frame-ancestors')).toBe(framing !== 'meta');
	}
	expect(contentPolicy(hashes, 'meta')).toContain("style-src 'sha256-AAAA' 'sha256-BBBB';");
});

test('moved addresses are told to every host', () => {
	expect(redirectsFile(moved)).toBe('/claims/old/ /claims/a/ 301\n');
	expect(nginxFile(policy, moved)).toContain('location = /claims/old/ {\n\treturn 301 /claims/a/;');
	expect(caddyFile(policy, moved)).toContain('redir /claims/old/ /claims/a/ 301');
	const run = (uri: string) =>
		runInNewContext(`${cloudfrontRequest(moved)}; handler(event)`, { event: { request: { uri } } });
	expect(run('/claims/old/').headers.location.value).toBe('/claims/a/');
	expect(run('/claims/a').headers.location.value).toBe('/claims/a/');
	expect(run('/claims/a/').uri).toBe('/claims/a/index.html');
	expect(run('/charts/c.svg').uri).toBe('/charts/c.svg');
});

test('reading _headers gives back what was written, for any files', () => {
	const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/);
	fc.assert(
		fc.property(fc.uniqueArray(fc.tuple(name, name), { maxLength: 12 }), (list) => {
			const some = makePolicy(
				list.map(([folder, file]) => `${folder}/${file}.html`),
				new Map(list.map(([folder, file]) => [`${folder}/${file}.html`, [`sha256-${file}`]])),
			);
			const read = readHeadersFile(headersFile(some));
			for (const [folder, file] of list)
				expect(read(`/${folder}/${file}.html`)).toEqual(headersFor(some, `/${folder}/${file}.html`));
		}),
	);
});

test('the function for CloudFront stays far below what it takes, though every page has a style sheet of its own', () => {
	const many = Array.from({ length: 100 }, (_, at) => `sha256-${String(at).padStart(44, 'A')}`);
	const { length } = cloudfrontResponse(
		makePolicy(files, new Map(many.map((hash) => [`claims/${hash}/index.html`, [hash]]))),
	);
	expect(length).toBeGreaterThan(100 * 44);
	expect(length).toBeLessThan(10_240);
});
