import type { Kind } from '../ledger/kinds.ts';
import { prepareSeed } from '../ledger/quote.ts';
import { coverage } from '../ledger/seed.ts';
import type { Home } from './file.ts';
import { type Desk, isDraft, listAt, textAt } from './rule.ts';
import { isBare } from './sources.ts';
import { unreadOf } from './unread.ts';

/** What there is. */
export interface Summary {
	/** How many records there are of some kinds. */
	readonly records: readonly (readonly [kind: Kind, count: number])[];
	/** What an editor should know of the whole, a line each: how much of each seed is accounted for among it. */
	readonly notes: readonly string[];
}

/** "1 source", "2 sources". */
export const count = (number: number, one: string): string => `${number} ${one}${number === 1 ? '' : 's'}`;

/** @param unchecked how many references lead into each file that cannot be read */
export function summarise(desk: Desk, unchecked: ReadonlyMap<string, number>): Summary {
	const sources = desk.records('source');
	const [bare, unfinished] = [sources.filter(isBare).length, desk.content.unfinished.size];
	const drafts = desk.records('explainer').filter(({ entry }) => isDraft(entry)).length;
	const notes = [
		...[...unchecked].map(
			([path, number]) =>
				`${count(number, 'reference')} into ${path} ${number === 1 ? 'was' : 'were'} not checked because it cannot be read`,
		),
		...sources.flatMap((home) => seedNote(desk, home)),
		bare > 0 && `${bare} of ${count(sources.length, 'source')} without an archived copy: npm run sources lists them`,
		unfinished > 0 && `${count(unfinished, 'record')} still to be written: left out of the site until then`,
		drafts > 0 && `${count(drafts, 'page')} ${drafts === 1 ? 'is a draft and stays' : 'are drafts and stay'} out`,
	];
	return {
		records: (['claim', 'source', 'ceasefire', 'explainer'] as const).map((kind) => [kind, desk.records(kind).length]),
		notes: notes.filter((note) => note !== false),
	};
}

/** How much of a seed is accounted for by claims that are written; nothing for other sources. */
function seedNote({ content, records }: Desk, home: Home): readonly string[] {
	const seed = content.all.seeds.get(textAt(home, 'seed'));
	if (!seed) return [];
	const { id } = home.entry;
	const own = records('claim').filter((claim) => textAt(claim, 'source') === id);
	const waits = ({ entry }: Home) => content.unfinished.get(`claim/${entry.id}`)?.own ?? false;
	const quotes = own.flatMap((claim) =>
		waits(claim) ? [] : [{ claim: claim.entry.id, quote: textAt(claim, 'quote') }],
	);
	const settled = listAt(home, 'setAside').map((_, at) => ({ text: textAt(home, 'setAside', at, 'text'), reason: '' }));
	const all = coverage(prepareSeed(seed.text), quotes, settled);
	const [accounted, figures] = [all.filter((figure) => figure.accounted).length, all.length];
	const stubs = [...Map.groupBy(own.filter(waits), ({ file }) => file.path)].map(
		([path, { length }]) => `; ${count(length, 'stub')} ${length === 1 ? 'waits' : 'wait'} in ${path}`,
	);
	const unread = unreadOf(content.unread, [`quotes/${id}`]);
	const name = `seed ${id.replace(/^seed-/, '')}${seed.encoding ? ` (read as ${seed.encoding}: look at its accents)` : ''}`;
	const words = unread
		? `not counted, because ${unread.path} cannot be read`
		: accounted === figures
			? `every figure accounted for (${accounted} of ${figures})`
			: `${accounted} of ${figures} figures accounted for${stubs.join('')}`;
	return [`${name}: ${words}`];
}
