import { type Account, accounts, formatRange, type Range, range, repeats, standing } from '../ledger/accounts.ts';
import { toDate } from '../ledger/date.ts';
import type { Actor, Claim, Ledger, Source } from '../ledger/ledger.ts';
import { formatQuantity } from '../ledger/quantity.ts';
import type { Quantity } from '../ledger/schemas/index.ts';
import { ChartError, claimDatum, type Datum } from './data.ts';
import { shortDate, shortDay } from './day.ts';

/** One account, ready to be drawn. */
export interface AccountRow {
	readonly datum: Datum;
	/** Who said it. */
	readonly speaker: string;
	/** Where it stands, and when it was said. */
	readonly detail: string;
	readonly superseded: boolean;
	/** Id of the datum that replaces it, where that stands in the same group. */
	readonly next?: string;
}

/** The accounts of one kind of source. */
export interface AccountGroup {
	readonly id: string;
	readonly label: string;
	readonly rows: readonly AccountRow[];
}

/** All accounts of one thing; a range where any that stands gives a number. */
export interface AccountChart {
	readonly groups: readonly AccountGroup[];
	readonly range: { readonly ends: Range; readonly words: string } | undefined;
}

/** Kinds of source in the order in which they are shown. */
const GROUPS = {
	bodies: 'International bodies',
	monitors: 'Monitors',
	media: 'News agencies and outlets',
	parties: 'Parties to the conflict and state media',
	others: 'Others',
} as const;
type GroupId = keyof typeof GROUPS;

/** An outlet whose own reports are recorded as speaking for a party ("Sputnik Deutsch" for Sputnik). */
const speaksForParty = (ledger: Ledger, actor: Actor): boolean =>
	[...ledger.sources.values()].some(
		({ party, publisher }) =>
			party !== undefined && (publisher === actor.name || publisher.startsWith(`${actor.name} `)),
	);

function groupOf(ledger: Ledger, actor: Actor | undefined, source: Source | undefined): GroupId {
	if (actor?.party || source?.party !== undefined) return 'parties';
	if (actor?.kind.startsWith('news ') && speaksForParty(ledger, actor)) return 'parties';
	switch (actor?.kind) {
		case 'monitor':
			return 'monitors';
		case 'international body':
			return 'bodies';
		case 'armed group':
		case 'government':
		case 'state':
			return 'parties';
		case 'person':
			return 'others';
		default:
			return 'media';
	}
}

const ORDINALS = ['first', 'second', 'third', 'fourth', 'fifth'] as const;

/** Says that the later account gives the same figure, where it does. */
export function repeated(quantity: Quantity | undefined, later: Claim): string | undefined {
	if (quantity === undefined || !repeats(quantity, later.quantity)) return undefined;
	return later.saidTime === 'midday' ? 'repeated at midday' : 'repeated later';
}

/** "first report" for a seed, else the agency whose copy it is, else the publisher. */
export function whereOf(ledger: Ledger, source: Source): string {
	if (source.seed === undefined) return source.agency ?? source.publisher;
	const seeds = [...ledger.sources.values()].flatMap(({ seed }) => seed ?? []).sort();
	const ordinal = ORDINALS[seeds.indexOf(source.seed)];
	return ordinal ? `${ordinal} report` : source.title;
}

function whenOf(claim: Claim, withYear: boolean): string {
	const said = claim.said === undefined ? undefined : toDate(claim.said);
	const day = said === undefined ? 'day not known' : said.type === 'point' ? shortDay(said, withYear) : shortDate(said);
	return claim.saidTime === undefined ? day : `${day}, ${claim.saidTime.replaceAll(' ', '\u00a0')}`;
}

/**
 * Reads all accounts of one thing, grouped by kind of source, in the order in which they were given.
 * @throws ChartError when there is none, or one has no date at all
 */
export function accountChart(ledger: Ledger, chart: string, about: string, measure: string): AccountChart {
	const all = accounts(ledger, about, measure);
	if (all.length === 0) throw new ChartError(chart, `there is no account of "${measure}" about "${about}"`);
	const years = new Set(all.flatMap(({ claim }) => (claim.said === undefined ? [] : [claim.said.slice(0, 4)])));
	const groupIds = new Map(
		all.map(({ claim }) => {
			const actor = claim.saidBy === undefined ? undefined : ledger.actors.get(claim.saidBy);
			return [claim.id, groupOf(ledger, actor, ledger.sources.get(claim.source))] as const;
		}),
	);
	const datumOf = (claim: Claim): Datum => {
		const group = groupIds.get(claim.id) ?? 'others';
		const date = ledger.topics.get(about)?.date;
		// An account of unknown date is at least of a time when the thing had happened.
		const datum =
			claimDatum(ledger, claim, group, GROUPS[group]) ??
			(date === undefined ? undefined : claimDatum(ledger, { ...claim, date }, group, GROUPS[group]));
		if (!datum)
			throw new ChartError(chart, `the claim "${claim.id}" has no date, and neither its source nor its topic has one`);
		return {
			...datum,
			speaker: speakerOf(ledger, claim),
			said: { value: claim.said ?? null, text: whenOf(claim, true) },
		};
	};
	const rowOf = ({ claim, superseded, supersededBy }: Account): AccountRow => {
		const datum = datumOf(claim);
		const source = ledger.sources.get(claim.source);
		const where = source ? whereOf(ledger, source) : claim.source;
		const next = supersededBy === undefined ? undefined : ledger.claims.get(supersededBy);
		const again = next && repeated(claim.quantity, next);
		const near = next !== undefined && groupIds.get(next.id) === groupIds.get(claim.id);
		return {
			datum: {
				...datum,
				...(next
					? {
							replaced: {
								claim: next.id,
								text: again ?? formatQuantity(next.quantity ?? { qualifier: 'not given' }),
								...(again ? { same: true as const } : {}),
							},
						}
					: {}),
			},
			speaker: datum.speaker ?? where,
			detail: [
				...(claim.saidBy === undefined || where === datum.speaker
					? []
					: // An agency that passes a count on is not the one who counted.
						[source?.seed === undefined ? `via ${where}` : where]),
				whenOf(claim, years.size > 1),
				// Within a group a drawn step says that a figure changed.
				...(again ? [again] : next?.quantity && !near ? [`later changed to ${formatQuantity(next.quantity)}`] : []),
			].join(', '),
			superseded,
			...(near ? { next: datumOf(next).id } : {}),
		};
	};
	const ends = range(standing(all));
	const groups = (Object.keys(GROUPS) as GroupId[]).flatMap((id): AccountGroup[] => {
		const own = all.filter(({ claim }) => groupIds.get(claim.id) === id);
		return own.length === 0 ? [] : [{ id, label: GROUPS[id], rows: bySpeaker(own.map(rowOf)) }];
	});
	return { groups, range: ends ? { ends, words: formatRange(ends) } : undefined };
}

/** Who speaks: the actor, or the source where it speaks for itself. */
export function speakerOf(ledger: Ledger, claim: Claim): string {
	const actor = claim.saidBy === undefined ? undefined : ledger.actors.get(claim.saidBy);
	if (actor) return actor.name;
	const source = ledger.sources.get(claim.source);
	if (!source) return claim.source;
	return source.seed === undefined ? source.publisher : `The ${whereOf(ledger, source)}`;
}

/** Keeps the accounts of one speaker together, at the place of the first of them. */
function bySpeaker(rows: readonly AccountRow[]): readonly AccountRow[] {
	return [...Map.groupBy(rows, ({ speaker }) => speaker).values()].flat();
}
