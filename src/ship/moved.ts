import { escapeMarkup } from '../formats/escape.ts';
import type { MovedEntry } from '../ledger/released.ts';
import { belongings } from '../routes.ts';
import { policyMeta } from './policy.ts';

/** Address of a file in the built folder: index files by their folder. */
export const fileOf = (path: string): string => (path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1));

/** What stands at an address of which nothing is left: a page that leads on, or the same bytes as where it went. */
export interface Standing {
	readonly from: string;
	readonly to: string;
	readonly as: 'stub' | 'copy';
}

/**
 * Works out what to put at each moved address. Where a page has moved, what belongs to it goes along to what belongs to
 * the other, as far as it was published.
 * @throws Error with a message for an editor when an entry leads nowhere or hides a page
 */
export function standings(
	moved: readonly MovedEntry[],
	published: ReadonlySet<string>,
	files: ReadonlySet<string>,
): readonly Standing[] {
	const targets = new Map(moved.map(({ from, to }) => [from, to]));
	if (targets.size < moved.length) throw new Error('content/moved.yaml names an address twice');
	return moved.flatMap(({ from, to }) => {
		const fault = (what: string) => new Error(`content/moved.yaml: ${from} ${what}`);
		if (files.has(fileOf(from))) throw fault('is said to have moved, but there is a page or file at it');
		if (targets.has(to)) throw fault(`leads to ${to}, which has moved itself; name ${targets.get(to)}`);
		if (!files.has(fileOf(to))) throw fault(`leads to ${to}, where there is nothing`);
		if (!from.endsWith('/')) return [{ from, to, as: 'copy' as const }];
		const ending = (path: string) => /\.\w+$/.exec(path)?.[0] ?? '/';
		const along = belongings(from).flatMap((old): readonly Standing[] => {
			if (!published.has(old) || targets.has(old)) return [];
			const now = belongings(to).find((one) => ending(one) === ending(old));
			if (now === undefined || !files.has(fileOf(now))) return [];
			return [{ from: old, to: now, as: old.endsWith('/') ? 'stub' : 'copy' }];
		});
		return [{ from, to, as: 'stub' as const }, ...along];
	});
}

/**
 * The page left at an address that has moved, for hosts that cannot redirect.
 * @param target relative address of where it went
 * @param canonical full address of where it went, where the site has one
 */
export function stub(target: string, canonical: string | undefined, policy: string): string {
	const to = escapeMarkup(target);
	return `<!doctype html><html lang="en"><head><meta charset="utf-8">${policyMeta(policy)}<meta name="viewport" content="width=device-width, initial-scale=1"><title>This page has moved</title><meta name="robots" content="noindex">${canonical ? `<link rel="canonical" href="${escapeMarkup(canonical)}">` : ''}<meta http-equiv="refresh" content="0; url=${to}"></head><body><main><h1>This page has moved</h1><p><a href="${to}">Go to the page</a></p></main></body></html>\n`;
}
