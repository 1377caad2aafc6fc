import { references } from '../ledger/checks/reference.ts';
import type { Kind } from '../ledger/kinds.ts';
import { address } from '../ledger/link.ts';
import { parseEntries } from '../ledger/parse.ts';
import { didYouMean } from '../ledger/suggest.ts';
import { components } from '../prose/dialect.ts';
import type { ContentFile } from './file.ts';
import type { Content } from './read.ts';
import { MOVED } from './released.ts';
import { idFault } from './sort.ts';
import { withRecord } from './with-record.ts';
import type { Span } from './yaml-span.ts';

export type Renamed =
	| {
			readonly ok: true;
			/** New texts by path. */
			readonly files: ReadonlyMap<string, string>;
			/** Files that get another name, with their new texts in `files`. */
			readonly gone: readonly string[];
	  }
	| { readonly ok: false; readonly message: string };

/** Records that the site's own code asks for by name. */
const FIXED: ReadonlySet<string> = new Set(['page/front', 'page/about']);

/** Attributes of components that name records of a kind. */
const attributesFor = (kind: Kind): readonly (readonly [component: string, attribute: string])[] =>
	components.flatMap(({ name, attributes }) =>
		attributes.filter(({ refers }) => refers === kind).map((attribute) => [name, attribute.name] as const),
	);

/** Places of a record's id in YAML and CSV, by file. */
function editsIn(content: Content, kind: Kind, id: string): ReadonlyMap<ContentFile, readonly Span[]> {
	const named = references(parseEntries(content.entries)).flatMap(([of, record, list]) =>
		list.filter((one) => one.kind === kind && one.id === id).map((one) => ({ ...one, kind: of, id: record })),
	);
	const own = (content.homes.get(`${kind}/${id}`)?.prefix.length ?? 0) > 0 ? [{ kind, id, path: ['id'] }] : [];
	return Map.groupBy(
		[...own, ...named].flatMap((spot) => content.spanAt(spot) ?? []),
		({ file }) => file,
	);
}

/** Says that no record of some kinds has an id, and which one may be meant. */
export function nowhere({ homes }: Content, kinds: readonly Kind[], id: string): string {
	const ids = [...homes.values()].flatMap(({ entry }) => (kinds.includes(entry.kind) ? [entry.id] : []));
	const near = didYouMean(id, ids, '');
	return `there is no ${kinds.join(', ')} "${id}"${near && `. ${near}`}`;
}

/** Gives a record another id, everywhere. Touches no file; an address that was published is sent on. */
export function rename(content: Content, kind: Kind, id: string, next: string, today: string): Renamed {
	const no = (message: string): Renamed => ({ ok: false, message });
	const home = content.homes.get(`${kind}/${id}`);
	if (kind === 'site' || FIXED.has(`${kind}/${id}`))
		return no(`the site needs the ${kind} "${id}" under this name: it keeps it`);
	if (!home) return no(nowhere(content, [kind], id));
	const fault = idFault(next);
	if (fault) return no(fault);
	if (content.homes.has(`${kind}/${next}`)) return no(`the ${kind} "${next}" is there already`);
	if (content.problems.length > 0) return no('some files cannot be read: mend what npm run check names first');
	const files = new Map<string, string>();
	const gone: string[] = [];
	const [from, to] = [address(kind, id), address(kind, next)];
	const marked = editsIn(content, kind, id);
	for (const file of content.files) {
		const edits = [...(marked.get(file) ?? [])].sort((a, b) => b.start - a.start);
		let text = edits.reduce((before, { start, end }) => {
			const written = before.slice(start, end);
			return before.slice(0, start) + written.replace(id, next) + before.slice(end);
		}, file.text);
		for (const [component, attribute] of attributesFor(kind)) {
			const form = new RegExp(`(<${component}\\b[^>]*?\\b${attribute}=\\\\?")([^"\\\\]*)`, 'g');
			text = text.replace(
				form,
				(_, open: string, ids: string) => open + ids.replace(new RegExp(`(?<![\\w-])${id}(?![\\w-])`, 'g'), next),
			);
		}
		text = text.replaceAll(`](${from})`, `](${to})`).replaceAll(`](${from}#`, `](${to}#`);
		const own = file.path.replace(/[^/]*(\.\w+)$/, `${next}$1`);
		const beside = home.prefix.length === 0 && file.path.replace(/\.\w+$/, '') === home.file.path.replace(/\.\w+$/, '');
		if (beside) gone.push(file.path);
		if (text !== file.text || beside) files.set(beside ? own : file.path, text);
	}
	if (content.released.published.addresses.includes(from)) {
		const entry = `- { from: ${from}, to: ${to}, why: Renamed on ${today}. }\n`;
		const text = withRecord(content.released.moved.text ?? '', entry);
		if (text === undefined)
			return no(`${MOVED} is no list that an entry can be added to: write each on a line of its own`);
		files.set(MOVED, text);
	}
	return { ok: true, files, gone };
}
