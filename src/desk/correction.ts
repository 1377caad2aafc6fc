import { type Change, silentChanges } from '../ledger/released.ts';
import { attributeOf, namedBy } from './passage.ts';
import { nowhere } from './rename.ts';
import type { Desk } from './rule.ts';
import { quote, type Stub } from './stub-text.ts';
import { UNWRITTEN } from './unfinished.ts';

/** Records with pages that can carry a correction. */
const PAGES: ReadonlySet<string> = new Set(['explainer', 'page', 'ceasefire']);

/** `kind/id` of the pages that show a claim, a row, or any row of a series. */
function shownOn(
	{ uses }: Desk,
	by: Change['by'] | { readonly series: string; readonly row?: string },
): readonly string[] {
	const pages = uses.flatMap((use) => {
		const [kind, id] = 'claim' in by ? ['claim', by.claim] : ['series', by.series];
		const shows =
			namedBy(use).some((one) => one.kind === kind && one.id === id) &&
			('claim' in by || by.row === undefined || attributeOf(use, 'date') === by.row);
		return shows && PAGES.has(use.kind) ? [`${use.kind}/${use.source.id}`] : [];
	});
	return [...new Set(pages)];
}

/** What was published and has changed, with the pages that show it and do not say so. */
export function silentIn(desk: Desk): ReturnType<typeof silentChanges> {
	const { published, moved } = desk.content.released;
	return silentChanges(desk.ledger, published, moved.list, (by) => shownOn(desk, by));
}

/** What readers are told of when it changes, the likeliest first. */
const CORRECTED = ['claim', 'series', 'ceasefire'] as const;

/** Writes the stub of a correction into each page that shows a claim or a series, or into a ceasefire. Touches no file. */
export function correction(desk: Desk, id: string, today: string): Stub {
	const { content } = desk;
	const no = (message: string): Stub => ({ ok: false, message });
	const kind = CORRECTED.find((one) => content.homes.has(`${one}/${id}`));
	if (!kind) return no(nowhere(content, CORRECTED, id));
	const changes = silentIn(desk).filter(({ by }) =>
		kind === 'claim' && 'claim' in by ? by.claim === id : kind === 'series' && 'row' in by && by.series === id,
	);
	const was = kind === 'claim' ? content.released.published.claims[id] : undefined;
	if (changes.length === 0 && was !== undefined)
		return no(
			`nothing of "${id}" has changed since it was published ("${was}") without a correction: change the claim first`,
		);
	const entry = (change?: Change) =>
		[
			`  - date: ${today}`,
			`    what: ${UNWRITTEN}, what was wrong and what it says now.`,
			`    why: ${UNWRITTEN}, how it came to be wrong.`,
			...(kind === 'ceasefire' ? [] : [`    ${kind}: ${id}`]),
			...(change && 'row' in change.by ? [`    row: ${quote(change.by.row)}`] : []),
			...(change ? [`    old: ${quote(change.old)}`, `    new: ${quote(change.now)}`] : []),
			'',
		].join('\n');
	// Readers of a figure that no page shows any more find its correction on the page about the site.
	const orAbout = (pages: readonly string[]) => (pages.length > 0 ? pages : ['page/about']);
	const own = () =>
		kind === 'ceasefire' ? [`ceasefire/${id}`] : shownOn(desk, kind === 'claim' ? { claim: id } : { series: id });
	const wanted =
		changes.length > 0
			? changes.flatMap((change) => orAbout(change.pages).map((page) => [page, entry(change)] as const))
			: orAbout(own()).map((page) => [page, entry()] as const);
	const files = new Map<string, string>();
	for (const [page, written] of wanted) {
		const file = content.homes.get(page)?.file;
		const text = file && withEntry(files.get(file.path) ?? file.text, written, today);
		if (!file) return no(`no page shows "${id}"`);
		if (text === undefined)
			return no(`${file.path} has its corrections on one line: write each on lines of its own first`);
		files.set(file.path, text);
	}
	return { ok: true, files, notes: [] };
}

/** The text of a page with a correction behind those it has; undefined where they stand on one line. */
function withEntry(text: string, entry: string, today: string): string | undefined {
	if (text.includes('\r\n')) return withEntry(text.replaceAll('\r\n', '\n'), entry, today)?.replaceAll('\n', '\r\n');
	const [, front = text, body = ''] = /^(---\n[\s\S]*?\n)(---\n[\s\S]*)$/.exec(text) ?? [];
	const dated = front.replace(/^((["']?)updated\2[ \t]*:[ \t]+)[^\s#]+/m, `$1${today}`);
	const list = /^corrections:[ \t]*(?:\[\])?[ \t]*\n((?:[ \t-].*\n|\n)*?)(?=[^\s-]|$(?![\s\S]))/m;
	// Dashes may stand at the beginning of their lines: then those behind them must too.
	const like = (before: string) => (/^-/m.test(before) ? entry.replace(/^ {2}/gm, '') : entry);
	if (list.test(dated))
		return dated.replace(list, (_, before: string) => `corrections:\n${before}${like(before)}`) + body;
	if (/^corrections:/m.test(dated)) return undefined;
	return `${dated.trimEnd()}\ncorrections:\n${entry}${body}`;
}
