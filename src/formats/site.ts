import type { Kind } from '../ledger/kinds.ts';
import { address } from '../ledger/link.ts';

/**
 * The address a build is made for: http or https, ending in a slash, without query or fragment; it may have a path.
 * @param given the value of SITE_URL; empty or missing means that the site has no address yet, which is told as ''
 * @throws RangeError with a message for the person who builds
 */
export function siteAddress(given: string | undefined): string {
	if (given === undefined || given.trim() === '') return '';
	const url = URL.parse(given.trim());
	if (!url)
		throw new RangeError(`SITE_URL is "${given}", which is not a web address; write it as https://www.example.org/`);
	if (url.protocol !== 'https:' && url.protocol !== 'http:')
		throw new RangeError(`SITE_URL is "${given}"; it must start with https:// or http://`);
	// A parser of addresses lets quotes and braces pass, which mean something where an address is printed.
	if (!/^[a-z0-9.-]+$|^\[[0-9a-f:.]+\]$/.test(url.hostname))
		throw new RangeError(`SITE_URL is "${given}", in which "${url.hostname}" is no name of a host`);
	if (url.username || url.password) throw new RangeError('SITE_URL must not hold a user name or a password');
	// What else an address may hold has a meaning of its own in one host's settings or another's.
	const odd = /[^\w.~%/-]|%(?![2-9A-F][0-9A-F])|%7F/i.exec(url.pathname)?.[0];
	if (odd)
		throw new RangeError(
			`SITE_URL has a path with "${odd}" in it, which hosts read in different ways; use letters, digits, "-", "." and "_"`,
		);
	url.search = '';
	url.hash = '';
	if (!url.pathname.endsWith('/')) url.pathname += '/';
	return url.href;
}

/**
 * The full address of a page, for canonical links, feeds and the sitemap; of a site without an address the path alone.
 * `new URL('/claims/', site)` would drop the path of a site that lives under one.
 * @param path from the site's root, as `address()` in ledger/link.ts gives it
 */
export function absolute(site: string | URL, path: string): string {
	return site === '' ? path : new URL(path.replace(/^\/+/, ''), site).href;
}

/** The full address of a record's page. */
export const recordUrl = (site: string, kind: Kind, id: string): string => absolute(site, address(kind, id));

/** The full address of a page for those who are elsewhere, as a citation needs it; a site without one has none to give. */
export const fullAddress = (site: string | URL | undefined, path: string): string | undefined =>
	site ? absolute(site, path) : undefined;
