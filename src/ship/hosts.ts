import type { Headers, Policy, Rule } from './policy.ts';
import { contentType, contentTypes } from './types.ts';

/** One redirect of an address that was published once. Paths from the site's root. */
export interface Moved {
	readonly from: string;
	readonly to: string;
}

/** Path under which the site is put: `/`, or a path with a slash at both ends. */
type Prefix = string;

const at = (prefix: Prefix, path: string): string => `${prefix}${path.slice(1)}`;

/** Parts of the site whose headers differ from the rest: a host that can name the rest needs to be told only these. */
function special(policy: Policy): readonly Rule[] {
	const rest = JSON.stringify(policy.rest);
	return policy.rules.filter(({ headers }) => JSON.stringify(headers) !== rest);
}

/** `_headers`, as Netlify and Cloudflare Pages read it. Headers of several matching rules add up there. */
export function headersFile(policy: Policy, prefix: Prefix = '/'): string {
	const block = (path: string, headers: Headers) =>
		[at(prefix, path), ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`)].join('\n');
	return `${[block('/*', policy.common), ...policy.rules.map((rule) => block(rule.path, rule.headers))].join('\n\n')}\n`;
}

/** `_redirects`, as Netlify and Cloudflare Pages read it. */
export function redirectsFile(moved: readonly Moved[]): string {
	return moved.map(({ from, to }) => `${from} ${to} 301\n`).join('');
}

/** A value in nginx: quoted; `$` would start a variable there, and nothing we send has one. */
const nginxValue = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&')}"`;

/** A path in nginx, which compares paths as they read when nothing in them is encoded. */
function nginxPath(path: string): string {
	const plain = decodeURI(path);
	return /^[\w./~-]+$/.test(plain) ? plain : nginxValue(plain);
}

/** For nginx: to be included in a `server { }` whose `root` holds the folder at the prefix. */
export function nginxFile(policy: Policy, moved: readonly Moved[], prefix: Prefix = '/'): string {
	const all = (headers: Headers) =>
		Object.entries({ ...policy.common, ...headers }).map(
			([name, value]) => `\tadd_header ${name} ${nginxValue(value)} always;`,
		);
	const location = (how: '=' | '^~' | '', path: string, lines: readonly string[]) => [
		`location ${how === '' ? '' : `${how} `}${nginxPath(path)} {`,
		...lines,
		'}',
	];
	const types = Object.entries(contentTypes).map(([extension, type]) => `\t${type.split(';')[0]} ${extension};`);
	const part = ({ path, headers }: Rule) =>
		path.endsWith('/*')
			? location('^~', at(prefix, path.slice(0, -1)), all(headers))
			: location('=', at(prefix, path), all(headers));
	const feed = (path: string) => {
		const [type] = contentType(path).split(';');
		return location('=', at(prefix, path), ['\ttypes { }', `\tdefault_type ${type};`, ...all(policy.rest)]);
	};
	return `${[
		'# Include this inside server { }; root is the folder that holds the site',
		`# so that the front page is <root>${prefix}index.html.`,
		'index index.html;',
		'absolute_redirect off;',
		'charset utf-8;',
		`charset_types ${textTypes};`,
		'types {',
		...types,
		'}',
		'gzip_static on;',
		'gzip on;',
		'gzip_vary on;',
		'gzip_min_length 512;',
		`gzip_types ${textTypes};`,
		`error_page 404 ${nginxPath(at(prefix, '/404.html'))};`,
		...moved.flatMap(({ from, to }) => location('=', at(prefix, from), [`\treturn 301 ${at(prefix, to)};`])),
		...['/feed.xml', '/feed.json'].flatMap(feed),
		...special(policy).flatMap(part),
		...location('', prefix, all(policy.rest)),
	].join('\n')}\n`;
}

/** Text types except text/html, which nginx always counts in. */
const textTypes = [...Object.values(contentTypes), contentType('feed.xml'), contentType('feed.json')]
	.filter((type) => type.includes('charset') && !type.startsWith('text/html'))
	.map((type) => type.split(';')[0] ?? type)
	.filter((type, at, all) => all.indexOf(type) === at)
	.sort()
	.join(' ');

/** Types that Caddy does not know by itself, or knows without a charset. */
const PLAIN = ['csv', 'md', 'ics', 'json', 'webmanifest', 'svg', 'txt'] as const;

/** For Caddy: to be imported inside a site block with `root * <folder>`. */
export function caddyFile(policy: Policy, moved: readonly Moved[], prefix: Prefix = '/'): string {
	const header = (matcher: string, headers: Headers) => [
		`header ${matcher}{`,
		// Backquotes keep everything in a value as it is.
		...Object.entries(headers).map(([name, value]) => `\t${name} \`${value}\``),
		'}',
	];
	const parts = special(policy);
	const named = parts.map(({ path }) => at(prefix, path)).join(' ');
	return `${[
		'# Import this inside a site block; root is the folder that holds the site',
		`# so that the front page is <root>${prefix}index.html.`,
		'encode zstd gzip',
		...header('', policy.common),
		...parts.flatMap(({ path, headers }, index) => [
			`@part${index} path ${at(prefix, path)}`,
			...header(`@part${index} `, headers),
		]),
		...(named === '' ? header('', policy.rest) : [`@rest not path ${named}`, ...header('@rest ', policy.rest)]),
		...moved.map(({ from, to }) => `redir ${at(prefix, from)} ${at(prefix, to)} 301`),
		`@atom path ${at(prefix, '/feed.xml')}`,
		`header @atom Content-Type "${contentType('feed.xml')}"`,
		`@feed path ${at(prefix, '/feed.json')}`,
		`header @feed Content-Type "${contentType('feed.json')}"`,
		...PLAIN.flatMap((extension) => [
			`@${extension} {`,
			`\tpath *.${extension}`,
			`\tnot path ${at(prefix, '/feed.json')}`,
			'}',
			`header @${extension} Content-Type "${contentTypes[extension]}"`,
		]),
		'file_server {',
		'\tprecompressed br gzip',
		'}',
		'handle_errors {',
		`\trewrite * ${at(prefix, '/404.html')}`,
		'\tfile_server',
		'}',
	].join('\n')}\n`;
}

/** CloudFront function for viewer responses: sets the headers by path. What values share stands in it once, for it is short. */
export function cloudfrontResponse(policy: Policy, prefix: Prefix = '/'): string {
	const pieces = new Map<string, number>();
	const place = (piece: string) => pieces.set(piece, pieces.get(piece) ?? pieces.size).get(piece);
	const told = (headers: Headers) =>
		Object.fromEntries(
			Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value.split('; ').map(place)]),
		);
	const parts = special(policy).map(({ path, headers }) => [at(prefix, path), told(headers)]);
	const [common, rest] = [told(policy.common), told(policy.rest)];
	return `// CloudFront function, event type: viewer response. Runtime: cloudfront-js-2.0.
var pieces = ${JSON.stringify([...pieces.keys()])};
var common = ${JSON.stringify(common)};
var rest = ${JSON.stringify(rest)};
var parts = ${JSON.stringify(parts)};
function fits(rule, path) {
	return rule.slice(-2) === '/*' ? path.indexOf(rule.slice(0, -1)) === 0 : rule === path;
}
function handler(event) {
	var path = event.request.uri;
	var headers = event.response.headers;
	var part = parts.find(function (candidate) { return fits(candidate[0], path); });
	[common, part ? part[1] : rest].forEach(function (told) {
		Object.keys(told).forEach(function (name) {
			headers[name] = { value: told[name].map(function (at) { return pieces[at]; }).join('; ') };
		});
	});
	return event.response;
}
`;
}

/** CloudFront function for viewer requests: folders to their index files, moved addresses to where they went. */
export function cloudfrontRequest(moved: readonly Moved[], prefix: Prefix = '/'): string {
	const table = Object.fromEntries(moved.map(({ from, to }) => [at(prefix, from), at(prefix, to)]));
	return `// CloudFront function, event type: viewer request. Runtime: cloudfront-js-2.0.
var moved = ${JSON.stringify(table)};
function handler(event) {
	var request = event.request;
	var path = request.uri;
	var to = Object.prototype.hasOwnProperty.call(moved, path) ? moved[path] : undefined;
	if (!to && path.slice(-1) !== '/' && path.slice(path.lastIndexOf('/')).indexOf('.') === -1) to = path + '/';
	if (to) return { statusCode: 301, statusDescription: 'Moved Permanently', headers: { location: { value: to } } };
	if (path.slice(-1) === '/') request.uri = path + 'index.html';
	return request;
}
`;
}
