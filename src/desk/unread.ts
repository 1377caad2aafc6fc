import type { Kind } from '../ledger/kinds.ts';
import { remember } from '../ledger/remember.ts';

/** A file of content/ that could not be read: what it seems to hold, so that nobody is told that this is missing. */
export interface Unread {
	readonly path: string;
	readonly kind: Kind;
	/** Its characters, as far as they can be had. */
	readonly text: string;
	/** `kind/id` of the records that seem to stand in it. */
	readonly ids: ReadonlySet<string>;
}

/** In a list a record is known by its id: found by the letters, since the structure is what cannot be read. */
const ID_KEY = /(?:^|[\s{,-])["']?id["']?[ \t]*:[ \t]*["']?([A-Za-z0-9_-]+)/g;

/** @param id of the record of a file that holds one; undefined for a list of records */
export function unreadFile(path: string, kind: Kind, text: string, id: string | undefined): Unread {
	const ids = id === undefined ? [...text.matchAll(ID_KEY)].map(([, own = '']) => own) : [id];
	return { path, kind, text, ids: new Set(ids.map((one) => `${kind}/${one}`)) };
}

/** What a problem may rest on that has no id: the claims about a topic, those that quote a source, a seed's source. */
const loose: Readonly<Record<string, Kind>> = { accounts: 'claim', quotes: 'claim', seed: 'source' };

/** The file that holds, or seems to hold, what a problem rests on; undefined when everything can be read. */
export function unreadOf(unread: readonly Unread[], rests: readonly string[]): Unread | undefined {
	if (unread.length === 0) return undefined;
	const index = indexOf(unread);
	for (const rest of rests) {
		// What was looked for once is kept, found or not: many problems rest on the same.
		if (!index.has(rest)) {
			const [what = '', word = ''] = rest.split('/');
			const kind = loose[what];
			index.set(rest, kind && unread.find((file) => file.kind === kind && holds(file.text, word)));
		}
		const file = index.get(rest);
		if (file) return file;
	}
	return undefined;
}

const indexOf = remember(
	(unread: readonly Unread[]) =>
		new Map<string, Unread | undefined>(unread.flatMap((file) => [...file.ids].map((id) => [id, file] as const))),
	new WeakMap(),
);

/** Whether an id or a file name stands in a text as a word of its own. */
function holds(text: string, word: string): boolean {
	for (let at = text.indexOf(word); word !== '' && at !== -1; at = text.indexOf(word, at + 1)) {
		if (!/[\w-]/.test(text[at - 1] ?? ' ') && !/[\w-]/.test(text[at + word.length] ?? ' ')) return true;
	}
	return false;
}
