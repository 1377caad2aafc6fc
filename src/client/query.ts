import type { Ceasefire } from '../ledger/ledger.ts';

/** What the filter knows of one ceasefire; in a page it stands in the data attributes of the list item. */
export interface Facts {
	readonly covers: string;
	readonly type: string;
	/** Ids of actors. */
	readonly brokers: readonly string[];
	/** When it took effect, from the year on: 2020-03-06, 2020-03, 2020~. */
	readonly from: string;
}

/** What is asked for. Everything that is given must hold. */
export interface Query {
	/** `elsewhere`, or any other word for the area of the site, wholly or in part. */
	readonly covers?: string | undefined;
	readonly type?: string | undefined;
	/** All of these. */
	readonly brokers?: readonly string[] | undefined;
	/** Years in which it took effect, both included. */
	readonly from?: number | undefined;
	readonly to?: number | undefined;
	/** By length instead of by date. */
	readonly sort?: 'longest' | 'shortest' | undefined;
}

/** The word for what lies outside the area. */
export const ELSEWHERE = 'elsewhere';

/** What the filter may know of a ceasefire: the values of its data attributes. */
export const factsOf = ({ covers, type, brokers, inForce }: Ceasefire): Facts => ({
	covers,
	type,
	brokers,
	from: inForce,
});

/** True when a ceasefire is what is asked for. */
export function matches(facts: Facts, { covers, type, brokers = [], from, to }: Query): boolean {
	const year = Number(facts.from.slice(0, 4));
	return (
		(covers === undefined || (covers === ELSEWHERE) === (facts.covers === 'no')) &&
		(type === undefined || facts.type === type) &&
		brokers.every((broker) => facts.brokers.includes(broker)) &&
		(from === undefined || year >= from) &&
		(to === undefined || year <= to)
	);
}

const yearOf = (value: string | null): number | undefined =>
	value !== null && /^\d{4}$/.test(value) ? Number(value) : undefined;

/**
 * Reads the query of an address; what it does not know is left out.
 * @param areas the words that `covers` may be
 */
export function readQuery(search: string, areas: readonly string[]): Query {
	const parameters = new URLSearchParams(search);
	const covers = parameters.get('covers') ?? '';
	const brokers = parameters.getAll('broker').filter(Boolean);
	const sort = parameters.get('sort');
	return {
		covers: areas.includes(covers) ? covers || undefined : undefined,
		type: parameters.get('type') || undefined,
		brokers: brokers.length > 0 ? brokers : undefined,
		from: yearOf(parameters.get('from')),
		to: yearOf(parameters.get('to')),
		sort: sort === 'longest' || sort === 'shortest' ? sort : undefined,
	};
}

/** Writes a query in one order, so that one state has one address: "?covers=elsewhere&from=2019", or nothing. */
export function writeQuery({ covers, type, brokers = [], from, to, sort }: Query): string {
	const parameters = new URLSearchParams();
	if (covers) parameters.set('covers', covers);
	if (type) parameters.set('type', type);
	for (const broker of [...new Set(brokers)].sort()) parameters.append('broker', broker);
	if (from !== undefined) parameters.set('from', String(from));
	if (to !== undefined) parameters.set('to', String(to));
	if (sort) parameters.set('sort', sort);
	const text = parameters.toString();
	return text ? `?${text}` : '';
}
