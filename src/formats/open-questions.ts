import type { PhrasingContent } from 'mdast';
import { type Account, accounts, formatRange, range, standing } from '../ledger/accounts.ts';
import { formatDate } from '../ledger/date.ts';
import type { Kind } from '../ledger/kinds.ts';
import { type Explainer, type Ledger, type Page, publishedIn, type Row, type Series } from '../ledger/ledger.ts';
import { address } from '../ledger/link.ts';
import { formatNumber } from '../ledger/quantity.ts';
import { bySpeaker } from '../ledger/speaker.ts';
import { bodyOf, sectionsOf } from '../prose/body.ts';
import { headingIds } from '../prose/headings.ts';
import { componentsIn, paragraphsIn } from '../prose/nodes.ts';
import { wordsOf } from '../prose/words.ts';

/** Something that nobody could find out, in the words of the page that says so. */
export interface Unknown {
	/** Address of that page, from the site's root, with the heading of the section that says so. */
	readonly to: string;
	/** Words of that heading, empty where there is none. */
	readonly section: string;
	readonly paragraphs: readonly (readonly PhrasingContent[])[];
}

/** The blocks of one text in their order. */
function blocks(ledger: Ledger, page: string, record: Explainer | Page): readonly Unknown[] {
	const tree = bodyOf(record);
	const ids = headingIds(tree);
	return sectionsOf(tree).flatMap(({ heading, content }) =>
		componentsIn(content, 'Unknown').map((one) => ({
			to: heading ? `${page}#${ids.get(heading)}` : page,
			section: heading ? wordsOf(ledger, heading.children) : '',
			paragraphs: paragraphsIn(one.children),
		})),
	);
}

/** What explainers and pages say is not known, page by page in reading order; drafts are left out. */
export function unknowns(ledger: Ledger): ReadonlyMap<Explainer | Page, readonly Unknown[]> {
	const inKind = (kind: Kind, records: readonly (Explainer | Page)[]) =>
		records.map((one) => [one, blocks(ledger, address(kind, one.id), one)] as const);
	const pages = [...inKind('explainer', publishedIn(ledger)), ...inKind('page', [...ledger.pages.values()])];
	return new Map(pages.filter(([, list]) => list.length > 0));
}

/** One thing of which two or more accounts give another figure. */
export interface Difference {
	/** What was counted. */
	readonly what: string;
	/** What the figures span, and by how many speakers, or by how much two counts differ. */
	readonly words: string;
	/** Address where the accounts stand, from the site's root. */
	readonly to: string;
}

/** What a list of accounts spans, in words; undefined where they give no two figures that differ. */
function spread(ledger: Ledger, all: readonly Account[]): string | undefined {
	const ends = range(standing(all));
	if (!ends || ends.low.quantity?.value === ends.high.quantity?.value) return undefined;
	return `${formatRange(ends)}, by ${bySpeaker(ledger, all).length} speakers`;
}

/** Counts of one event. */
function ofEvents(ledger: Ledger): readonly Difference[] {
	const events = [...ledger.measures.values()].filter(({ kind }) => kind === 'event count');
	const matters = [...ledger.topics.values()].flatMap((topic) => events.map((measure) => [topic, measure] as const));
	return matters.flatMap(([topic, measure]) => {
		const all = accounts(ledger, topic.id, measure.id);
		const words = spread(ledger, all);
		const what = `${topic.title}, ${measure.label.toLowerCase()}`;
		return words && all[0] ? [{ what, words, to: `${address('claim', all[0].claim.id)}#accounts` }] : [];
	});
}

/**
 * Flows over the same stretch of time by more than one speaker. Stocks are left out, for of two stocks on one day one
 * may be a part of the other; and so are several figures by one speaker, which count parts of a whole.
 */
function ofPeriods(ledger: Ledger): readonly Difference[] {
	const flows = [...ledger.claims.values()].filter(
		({ measure, quantity }) => ledger.measures.get(measure)?.kind === 'flow' && quantity?.value !== undefined,
	);
	return [...Map.groupBy(flows, ({ measure, date }) => `${measure} ${date}`).values()].flatMap((list) => {
		const all = list.map((claim) => ({ claim, superseded: false, seed: false }));
		const words = spread(ledger, all);
		const speakers = new Set(list.map(({ saidBy, source }) => saidBy ?? source));
		const [first] = list;
		if (!words || !first?.date || speakers.size < list.length) return [];
		const what = `${ledger.measures.get(first.measure)?.label}, ${formatDate(first.date)}`;
		return [{ what, words, to: address('topic', first.about) }];
	});
}

/** "2,016,500 (UNHCR)". */
const by = ({ provider }: Series, value = 0): string =>
	`${formatNumber(value, 'exact')} (${provider.replace(/ \(.*\)$/, '')})`;

/** Two series of the same thing by two providers: the day on which they lie furthest apart. */
function ofSeries(ledger: Ledger): readonly Difference[] {
	const pairs = [...ledger.series.values()].flatMap((one, at, all) =>
		all
			.slice(at + 1)
			.filter(({ measure, place }) => place !== undefined && measure === one.measure && place === one.place)
			.map((other) => [one, other] as const),
	);
	return pairs.flatMap(([one, other]): readonly Difference[] => {
		const values = new Map(other.rows.map(({ date, value }) => [date, value]));
		const apart = ({ date, value }: Row) => Math.abs(value - (values.get(date) ?? value));
		const [furthest] = one.rows.toSorted((a, b) => apart(b) - apart(a));
		if (!furthest || apart(furthest) === 0) return [];
		const { date, value } = furthest;
		const what = `${ledger.measures.get(one.measure)?.label}, ${ledger.places.get(one.place ?? '')?.name ?? ''}`;
		const words = `furthest apart for ${formatDate(date)}, ${by(one, value)} and ${by(other, values.get(date))}`;
		return [{ what, words, to: address('series', one.id) }];
	});
}

/** Everything of which the accounts on record differ: counts of events, flows over one period, two series of one thing. */
export const differences = (ledger: Ledger): readonly Difference[] => [
	...ofEvents(ledger),
	...ofPeriods(ledger),
	...ofSeries(ledger),
];
