import { isPacked } from './compress.ts';

/**
 * What a page may load, and the other headers that go with it, in one place. The `<meta>` of each page, `_headers` and
 * the nginx, Caddy and CloudFront files are all written from these values (see hosts.ts).
 */

export type Framing = 'none' | 'any';

export interface Header {
	readonly name: string;
	readonly value: string;
}

/** Headers for one part of the site. The parts never overlap, so a header is never sent twice. */
export interface Rule {
	/** Path from the site's root: one file, or a folder written with a final `/*`. */
	readonly path: string;
	readonly headers: readonly Header[];
}

export interface Policy {
	/** For every answer, those for addresses that do not exist included. */
	readonly common: readonly Header[];
	/** For addresses that no rule names: what is not there, and files added later. */
	readonly rest: readonly Header[];
	readonly rules: readonly Rule[];
}

/**
 * The content security policy.
 * @param styleHashes of inline style elements, as `sha256-…`: in a page's meta element those of the page, in headers
 * those of the whole site
 * @param framing who may frame the page; `meta` leaves it out, since browsers take it from a header only
 */
export function contentPolicy(styleHashes: readonly string[], framing: Framing | 'meta'): string {
	const styles = styleHashes.length === 0 ? ["'none'"] : [...new Set(styleHashes)].sort().map((hash) => `'${hash}'`);
	const directives: readonly (readonly string[])[] = [
		['default-src', "'none'"],
		['script-src', "'self'"],
		['style-src', ...styles],
		// Every page has its icon in itself.
		['img-src', "'self'", 'data:'],
		['font-src', "'self'"],
		['connect-src', "'self'"],
		['manifest-src', "'self'"],
		['base-uri', "'none'"],
		['form-action', "'self'"],
		['require-trusted-types-for', "'script'"],
		...(framing === 'meta' ? [] : [['frame-ancestors', framing === 'none' ? "'none'" : '*']]),
	];
	return directives.map((parts) => parts.join(' ')).join('; ');
}

/** What says to no other site where a reader came from. */
const referrer = 'no-referrer';

/** The policy inside a page, for hosts that send no headers. It may hold no quotation mark but the single one. */
export const policyMeta = (policy: string): string =>
	`<meta http-equiv="content-security-policy" content="${policy}"><meta name="referrer" content="${referrer}">`;

/** Switched off by name: nothing here uses a device, a sensor or a payment. */
const features = 'accelerometer camera geolocation gyroscope magnetometer microphone payment usb'.split(' ');

const common: readonly Header[] = [
	// The name alone, not its subdomains: those are the host's to decide.
	{ name: 'Strict-Transport-Security', value: 'max-age=63072000' },
	{ name: 'X-Content-Type-Options', value: 'nosniff' },
	{ name: 'Referrer-Policy', value: referrer },
	{ name: 'Permissions-Policy', value: features.map((feature) => `${feature}=()`).join(', ') },
	{ name: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
	// Public, without cookies or accounts: any page may read any file.
	{ name: 'Access-Control-Allow-Origin', value: '*' },
];

const revalidate = 'public, max-age=0, must-revalidate';
/** Bundled files carry a hash of their content in their names. */
const forever = 'public, max-age=31536000, immutable';
const aWeek = 'public, max-age=604800';

/** Folders whose files other sites may load as images, frames and data. */
const shared = new Set(['embed', 'charts', 'data']);
const caching: Readonly<Record<string, string>> = { _astro: forever, fonts: aWeek };

function part(folder: string | undefined, styleHashes: readonly string[]): readonly Header[] {
	const framing: Framing = folder === 'embed' ? 'any' : 'none';
	return [
		{ name: 'Content-Security-Policy', value: contentPolicy(styleHashes, framing) },
		...(framing === 'none' ? [{ name: 'X-Frame-Options', value: 'DENY' }] : []),
		{
			name: 'Cross-Origin-Resource-Policy',
			value: folder !== undefined && shared.has(folder) ? 'cross-origin' : 'same-origin',
		},
		{ name: 'Cache-Control', value: (folder === undefined ? undefined : caching[folder]) ?? revalidate },
	];
}

/**
 * The whole policy for a built folder.
 * @param files paths in the folder, with forward slashes
 */
export function makePolicy(files: readonly string[], styleHashes: readonly string[]): Policy {
	const tops = new Set(files.filter((file) => file.includes('/')).map((file) => file.slice(0, file.indexOf('/'))));
	const own = files.filter(
		(file) => !file.includes('/') && !file.startsWith('_') && !file.startsWith('.') && !isPacked(file),
	);
	const paths = ['/', ...own.map((file) => `/${file}`).sort()];
	return {
		common,
		rest: part(undefined, styleHashes),
		rules: [
			...paths.map((path) => ({ path, headers: part(undefined, styleHashes) })),
			...[...tops].sort().map((folder) => ({ path: `/${folder}/*`, headers: part(folder, styleHashes) })),
		],
	};
}

/** Whether a rule is for a path. */
export function matches(rule: string, path: string): boolean {
	return rule.endsWith('/*') ? path.startsWith(rule.slice(0, -1)) : rule === path;
}

/** The headers of one address, as every host that can send headers sends them. */
export function headersFor(policy: Policy, path: string): Readonly<Record<string, string>> {
	const rule = policy.rules.find((candidate) => matches(candidate.path, path));
	return Object.fromEntries(
		[...policy.common, ...(rule?.headers ?? policy.rest)].map(({ name, value }) => [name, value]),
	);
}
