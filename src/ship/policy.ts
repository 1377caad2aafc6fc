import { isPacked } from './compress.ts';

/**
 * What a page may load, and the other headers that go with it, in one place. The `<meta>` of each page, `_headers` and
 * the nginx, Caddy and CloudFront files are all written from these values (see hosts.ts).
 */

/** Headers by name. */
export type Headers = Readonly<Record<string, string>>;

/** Headers for one part of the site. The parts never overlap, so a header is never sent twice. */
export interface Rule {
	/** Path from the site's root: one file, or a folder written with a final `/*`. */
	readonly path: string;
	readonly headers: Headers;
}

export interface Policy {
	/** For every answer, those for addresses that do not exist included. */
	readonly common: Headers;
	/** For addresses that no rule names: what is not there, and files added later. */
	readonly rest: Headers;
	readonly rules: readonly Rule[];
}

/** Of each file that has inline style elements, their hashes. */
export type Styles = ReadonlyMap<string, readonly string[]>;

/**
 * The content security policy.
 * @param styleHashes of inline style elements, as `sha256-…`: in a page's meta element those of the page, in headers
 * those of its folder, so that they stay short
 * @param framing who may frame the page; `meta` leaves it out, since browsers take it from a header only
 */
export function contentPolicy(styleHashes: readonly string[], framing: 'none' | 'any' | 'meta'): string {
	const styles = styleHashes.length === 0 ? ["'none'"] : [...new Set(styleHashes)].sort().map((hash) => `'${hash}'`);
	return [
		"default-src 'none'",
		"script-src 'self'",
		`style-src ${styles.join(' ')}`,
		// Every page has its icon in itself.
		"img-src 'self' data:",
		"font-src 'self'",
		"connect-src 'self'",
		"manifest-src 'self'",
		"base-uri 'none'",
		"form-action 'self'",
		"require-trusted-types-for 'script'",
		...(framing === 'meta' ? [] : [`frame-ancestors ${framing === 'none' ? "'none'" : '*'}`]),
	].join('; ');
}

/** What says to no other site where a reader came from. */
const referrer = 'no-referrer';

/** The policy inside a page, for hosts that send no headers. It may hold no quotation mark but the single one. */
export const policyMeta = (policy: string): string =>
	`<meta http-equiv="content-security-policy" content="${policy}"><meta name="referrer" content="${referrer}">`;

/** Switched off by name: nothing here uses a device, a sensor or a payment. */
const features = 'accelerometer camera geolocation gyroscope magnetometer microphone payment usb'.split(' ');

const common: Headers = {
	// The name alone, not its subdomains: those are the host's to decide.
	'Strict-Transport-Security': 'max-age=63072000',
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': referrer,
	'Permissions-Policy': features.map((feature) => `${feature}=()`).join(', '),
	'Cross-Origin-Opener-Policy': 'same-origin',
	// Public, without cookies or accounts: any page may read any file.
	'Access-Control-Allow-Origin': '*',
};

/** Folders whose files other sites may load as images, frames and data. */
const shared = new Set(['embed', 'charts', 'data']);
/** How long a file is kept: bundled ones, with a hash of their content in their names, for ever. */
const caching = new Map([
	['_astro', 'public, max-age=31536000, immutable'],
	['fonts', 'public, max-age=604800'],
]);

/** The folder at the top of the site that a file is in; '' for none. */
const topOf = (file: string): string => file.slice(0, Math.max(0, file.indexOf('/')));

/** @param folder at the top of the site; '' for what is in none */
const part = (folder: string, styleHashes: readonly string[]): Headers => ({
	'Content-Security-Policy': contentPolicy(styleHashes, folder === 'embed' ? 'any' : 'none'),
	...(folder === 'embed' ? {} : { 'X-Frame-Options': 'DENY' }),
	'Cross-Origin-Resource-Policy': shared.has(folder) ? 'cross-origin' : 'same-origin',
	'Cache-Control': caching.get(folder) ?? 'public, max-age=0, must-revalidate',
});

/**
 * The whole policy for a built folder.
 * @param files paths in the folder, with forward slashes
 */
export function makePolicy(files: readonly string[], styles: Styles): Policy {
	// Wherever nothing is, a host answers with the page that says so.
	const partOf = (folder: string) => {
		const own = [...styles].filter(([file]) => file === '404.html' || topOf(file) === folder);
		return part(
			folder,
			own.flatMap(([, hashes]) => hashes),
		);
	};
	const rest = partOf('');
	const tops = new Set(files.filter((file) => file.includes('/')).map(topOf));
	const own = files.filter((file) => !/^[_.]|\//.test(file) && !isPacked(file));
	return {
		common,
		rest,
		rules: [
			...['/', ...own.map((file) => `/${file}`).sort()].map((path) => ({ path, headers: rest })),
			...[...tops].sort().map((folder) => ({ path: `/${folder}/*`, headers: partOf(folder) })),
		],
	};
}
