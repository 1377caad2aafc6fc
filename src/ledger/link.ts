import { type Kind, kinds, kindTable } from './kinds.ts';

/** Address of a record from the site's root: `/claims/strike-killed-sohr/`. Actors, terms and series live on a shared page. */
export const address = (kind: Kind, id: string): string =>
	kind === 'page' && id === 'front' ? '/' : kindTable[kind].page.replace('*', id);

/** Id of the first words on a page that open the note about a claim: where a claim’s own page leads back to. */
export const mentionId = (claim: string): string => `at-${claim}`;

/** The record whose page stands at an address; undefined for other addresses, which are known only to the build. */
export function recordAt(address: string): { readonly kind: Kind; readonly id: string } | undefined {
	const [, folder, id] = /^(\/\w+\/)([a-z0-9-]+)\/$/.exec(address) ?? [];
	const kind = kinds.find((one) => kindTable[one].page === `${folder}*/`);
	return kind && id !== undefined ? { kind, id } : undefined;
}

/**
 * The one way to write a link: a relative address, so that the same bytes work at `/` and under any sub-path.
 * @param from path of the page that holds the link, from the site's root, for example `/claims/a/`
 * @param to path from the site's root, with or without a fragment, for example `/sources/b/#c`
 */
export function link(from: string, to: string): string {
	const [path = '', fragment] = to.split('#');
	const hash = fragment === undefined ? '' : `#${fragment}`;
	const base = from.slice(0, from.lastIndexOf('/') + 1);
	if (path === from && hash) return hash;
	const source = base.split('/').slice(1, -1);
	const target = path.split('/').slice(1);
	let shared = 0;
	while (shared < source.length && shared < target.length - 1 && source[shared] === target[shared]) shared++;
	const up = '../'.repeat(source.length - shared);
	const down = target.slice(shared).join('/');
	// What begins like another kind of address, or another host, is a path all the same.
	const here = up === '' && /^(?:\/|[^/]*:)/.test(down) ? './' : up;
	return `${here}${down}${hash}` || './';
}
