import type { Ceasefire } from '../ledger/ledger.ts';

/** What is asked of a ceasefire; in a page it stands in the data attributes of the list item. */
export type Facts = { readonly [key in 'covers' | 'type' | 'inForce']: string } & Pick<Ceasefire, 'brokers'>;

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
}

/** The word for what lies outside the area. */
export const ELSEWHERE = 'elsewhere';

/** True when a ceasefire is what is asked for. */
export function matches(facts: Facts, { covers, type, brokers = [], from, to }: Query): boolean {
	const year = Number(facts.inForce.slice(0, 4));
	return (
		(covers === undefined || (covers === ELSEWHERE) === (facts.covers === 'no')) &&
		(type === undefined || facts.type === type) &&
		brokers.every((broker) => facts.brokers.includes(broker)) &&
		(from === undefined || year >= from) &&
		(to === undefined || year <= to)
	);
}
