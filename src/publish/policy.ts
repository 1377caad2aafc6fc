/**
 * What a page may load, and the other headers that go with it, in one place. The `<meta>` of each page, `_headers` and
 * the nginx, Caddy and CloudFront snippets are all written from these values.
 */

/** Stands in the layout's `<meta http-equiv="content-security-policy">` until the built pages are finished. */
export const policyPlaceholder = '__POLICY__';

export type Framing = 'none' | 'any';

/**
 * The content security policy.
 * @param styleHashes of every inline style element on the site, as `sha256-…`; the same list everywhere, so that a
 * page's header and its meta element say the same
 * @param framing who may frame the page; `meta` leaves it out, since browsers take it from a header only
 */
export function contentPolicy(styleHashes: readonly string[], framing: Framing | 'meta'): string {
	const directives: readonly (readonly [name: string, ...values: readonly string[]])[] = [
		['default-src', "'none'"],
		['script-src', "'self'"],
		['style-src', ...(styleHashes.length === 0 ? ["'none'"] : [...styleHashes].sort().map((hash) => `'${hash}'`))],
		['img-src', "'self'"],
		['font-src', "'self'"],
		['connect-src', "'self'"],
		['manifest-src', "'self'"],
		['base-uri', "'none'"],
		['form-action', "'self'"],
		['require-trusted-types-for', "'script'"],
		...(framing === 'meta' ? [] : [['frame-ancestors', framing === 'none' ? "'none'" : '*'] as const]),
	];
	return directives.map((parts) => parts.join(' ')).join('; ');
}
