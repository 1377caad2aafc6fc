import type { Kind } from '../ledger/problem.ts';

/** Keys of records, and attributes of components, that hold ids: the kind of record that each names. */
export const namedBy: Readonly<Record<string, Kind>> = {
	about: 'topic',
	brokers: 'actor',
	ceasefire: 'ceasefire',
	claim: 'claim',
	claims: 'claim',
	measure: 'measure',
	minus: 'series',
	near: 'place',
	parties: 'actor',
	party: 'actor',
	place: 'place',
	places: 'place',
	probably: 'actor',
	related: 'source',
	relayedBy: 'actor',
	replaces: 'ceasefire',
	saidBy: 'actor',
	series: 'series',
	source: 'source',
	sources: 'source',
	supersedes: 'claim',
};
