import { toDate } from '../../ledger/date.ts';
import { heldWords } from '../../ledger/duration.ts';
import type { Ceasefire } from '../../ledger/ledger.ts';
import { headingOf, headings, pointId } from './point.ts';
import type { Row, RowGroup } from './rows.ts';
import { spanOf } from './span.ts';

/** More ceasefires than this share rows, one for each year in which they took effect. */
export const MOST_ROWS = 60;

/** Something to see on the bar of one ceasefire. */
export interface Seen {
	readonly id: string;
	readonly at: number;
	readonly label: string;
}

const rowOf = (ceasefire: Ceasefire, seen: Seen | undefined): Row => ({
	id: ceasefire.id,
	point: pointId(ceasefire),
	label: ceasefire.short,
	note: heldWords(ceasefire),
	spans: [spanOf(ceasefire)],
	tone: ceasefire.coversIdlib,
	...(seen?.id === ceasefire.id ? { event: seen } : {}),
});

/** One row for all that took effect in one year: known spans joined where they touch, so a row stays small. */
function rowOfYear(key: string, year: number, members: readonly Ceasefire[]): Row {
	const spans = members.map(spanOf);
	const known = spans.filter(({ end }) => end !== null);
	const open = spans.length - known.length;
	const start = Math.min(...spans.map(({ start: { min } }) => min));
	const end = known.reduce((most, span) => Math.max(most, span.end?.max ?? start), start);
	const [first] = spans;
	const joined = first
		? [
				{
					agreed: first.agreed,
					start: { min: start, max: start, hard: true },
					// Drawn as open: the row says when the last of them ended, not how long each held.
					end: known.length > 0 ? { min: start, max: end, hard: false } : null,
				},
			]
		: [];
	return {
		id: `${key}-${year}`,
		point: `${key}-${year}`,
		label: `${year}: ${members.length} ceasefires`,
		note: open > 0 ? `${open} with no known end` : '',
		spans: joined,
		tone: key === 'elsewhere' ? 'no' : 'yes',
	};
}

function byYear(key: string, members: readonly Ceasefire[]): readonly Row[] {
	const years = Map.groupBy(members, ({ inForce }) => new Date(toDate(inForce).min).getUTCFullYear());
	return [...years].sort(([a], [b]) => a - b).map(([year, list]) => rowOfYear(key, year, list));
}

export interface Gathered {
	readonly groups: readonly RowGroup[];
	/** How many ceasefires share rows; 0 when each has its own. */
	readonly grouped: number;
}

/** Ceasefires as rows, those that do not cover Idlib apart, in the order given. Linear in their number. */
export function gather(ceasefires: readonly Ceasefire[], seen?: Seen): Gathered {
	const parts = [
		{ key: 'idlib', heading: headings.idlib },
		{ key: 'elsewhere', heading: headings.elsewhere },
	].map((part) => ({ ...part, members: ceasefires.filter((ceasefire) => headingOf(ceasefire) === part.heading) }));
	const grouped = ceasefires.length > MOST_ROWS;
	return {
		grouped: grouped ? ceasefires.length : 0,
		groups: parts
			.filter(({ members }) => members.length > 0)
			.map(({ key, heading, members }) => ({
				heading,
				rows: grouped ? byYear(key, members) : members.map((member) => rowOf(member, seen)),
			})),
	};
}
