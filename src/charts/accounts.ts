import { type Account, accounts, formatRange, type Range, range, repeats, standing } from '../ledger/accounts.ts';
import { toDate } from '../ledger/date.ts';
import type { Actor, Claim, Ledger, Source } from '../ledger/ledger.ts';
import { compareQuantities, formatQuantity } from '../ledger/quantity.ts';
import { bySpeaker, type Speaker, speakerOf, whereOf } from '../ledger/speaker.ts';
import { ChartError, claimDatum, type Datum } from './data.ts';
import { shortDate, shortDay } from './time.ts';

/** One account, ready to be drawn. */
export interface SpeakerDatum {
	readonly datum: Datum;
	readonly superseded: boolean;
}

/** Everything one speaker said of a thing. */
export interface SpeakerRow {
	readonly name: string;
	/** Where it was read and when it was said, or in how many reports it stands. */
	readonly detail: string;
	/** What stands of it, in words; of one who gave no number, the words. */
	readonly figure: string;
	/** The highest number that stands; undefined where none was given. */
	readonly value: Claim['quantity'] | undefined;
	/** In the order in which they were given. */
	readonly said: readonly SpeakerDatum[];
}

/** All accounts of one thing, the highest first; a range where any that stands gives a number. */
export interface AccountChart {
	readonly rows: readonly SpeakerRow[];
	readonly range: { readonly ends: Range; readonly words: string } | undefined;
}

/** Kinds of source, for the table and to count one kind alone. */
const GROUPS = {
	bodies: 'International bodies',
	monitors: 'Monitors',
	media: 'News agencies and outlets',
	parties: 'Parties to the conflict and state media',
	others: 'Others',
} as const;
type GroupId = keyof typeof GROUPS;

/** By what an actor is; all others are media. */
const GROUP_OF: Partial<Record<Actor['kind'], GroupId>> = {
	monitor: 'monitors',
	'international body': 'bodies',
	'armed group': 'parties',
	government: 'parties',
	state: 'parties',
	person: 'others',
};

/** An outlet whose own reports are recorded as speaking for a party ("Sputnik Deutsch" for Sputnik). */
const speaksForParty = (ledger: Ledger, actor: Actor): boolean =>
	[...ledger.sources.values()].some(
		({ party, publisher }) =>
			party !== undefined && (publisher === actor.name || publisher.startsWith(`${actor.name} `)),
	);

function groupOf(ledger: Ledger, actor: Actor | undefined, source: Source | undefined): GroupId {
	if (actor?.party || source?.party !== undefined) return 'parties';
	if (actor?.kind.startsWith('news ') && speaksForParty(ledger, actor)) return 'parties';
	return (actor && GROUP_OF[actor.kind]) ?? 'media';
}

function whenOf(claim: Claim, withYear: boolean): string {
	const said = claim.said === undefined ? undefined : toDate(claim.said);
	const day = said === undefined ? 'day not known' : said.type === 'point' ? shortDay(said, withYear) : shortDate(said);
	return claim.saidTime === undefined ? day : `${day}, ${claim.saidTime.replaceAll(' ', '\u00a0')}`;
}

/** The later account of a replaced one, as words for the table. */
function replacedBy(ledger: Ledger, { claim, supersededBy }: Account): Pick<Datum, 'replaced'> {
	const next = supersededBy === undefined ? undefined : ledger.claims.get(supersededBy);
	if (!next) return {};
	const text = repeats(claim.quantity, next.quantity)
		? 'repeated later'
		: formatQuantity(next.quantity ?? { qualifier: 'not given' });
	return { replaced: { claim: next.id, text } };
}

/**
 * Reads all accounts of one thing, one row for each speaker.
 * @throws ChartError when one has no date at all
 */
export function accountChart(ledger: Ledger, chart: string, about: string, measure: string): AccountChart {
	const all = accounts(ledger, about, measure);
	const years = new Set(all.flatMap(({ claim }) => (claim.said === undefined ? [] : [claim.said.slice(0, 4)])));
	const topic = ledger.topics.get(about)?.date;
	const saidOf = (account: Account): SpeakerDatum => {
		const { claim, superseded } = account;
		const actor = claim.saidBy === undefined ? undefined : ledger.actors.get(claim.saidBy);
		const group = groupOf(ledger, actor, ledger.sources.get(claim.source));
		// An account of unknown date is at least of a time when the thing had happened.
		const datum =
			claimDatum(ledger, claim, group, GROUPS[group]) ??
			(topic === undefined ? undefined : claimDatum(ledger, { ...claim, date: topic }, group, GROUPS[group]));
		if (!datum)
			throw new ChartError(chart, `the claim "${claim.id}" has no date, and neither its source nor its topic has one`);
		const said = { value: claim.said ?? null, text: whenOf(claim, true) };
		return {
			datum: { ...datum, speaker: speakerOf(ledger, claim), said, ...replacedBy(ledger, account) },
			superseded,
		};
	};
	const rowOf = ({ name, accounts: figures }: Speaker): SpeakerRow => {
		const reports = figures.flatMap((figure) => figure.reports);
		const standing = figures.filter(({ superseded }) => !superseded).flatMap(({ reports: [first] }) => first ?? []);
		const [last] = standing;
		const ends = range(standing);
		const [only] = reports;
		const source = only && ledger.sources.get(only.claim.source);
		const where = source && whereOf(ledger, source);
		const counts = new Set(reports.flatMap(({ claim }) => claim.quantity?.value ?? [])).size;
		const detail =
			reports.length > 1
				? `${counts > 1 ? `${counts} counts, ` : ''}in ${reports.length} reports`
				: [
						...(where === undefined || where === name ? [] : [where]),
						only ? whenOf(only.claim, years.size > 1) : '',
					].join(', ');
		// One number with several limits ("78", "at least 78") is said once, as it was said first.
		const same = ends?.low.quantity?.value === ends?.high.quantity?.value;
		const first = ends && standing.find(({ claim }) => claim.quantity?.value !== undefined)?.claim.quantity;
		const figure = same && first ? formatQuantity(first) : ends ? formatRange(ends) : undefined;
		return {
			name,
			detail,
			figure: figure ?? formatQuantity(last?.claim.quantity ?? { qualifier: 'not given' }),
			value: ends?.high.quantity,
			said: reports.map(saidOf),
		};
	};
	const ends = range(standing(all));
	const rows = bySpeaker(ledger, all).map(rowOf);
	return {
		rows: [
			...rows
				.filter(({ value }) => value)
				.sort((a, b) => (a.value && b.value ? compareQuantities(b.value, a.value) : 0)),
			...rows.filter(({ value }) => !value),
		],
		range: ends ? { ends, words: formatRange(ends) } : undefined,
	};
}
