import type { Ceasefire } from '../ledger/ledger.ts';
import { type Facts, matches, type Query } from './query.ts';

/** A state of the filter that has a page of its own, so that it needs no script. */
export interface Preset {
	readonly id: string;
	readonly title: string;
	readonly description: string;
	/** The same state as a query of /ceasefires/. */
	readonly query: Query;
	readonly includes: (ceasefire: Ceasefire) => boolean;
}

/** What the filter may know of a ceasefire: the values of its data attributes. */
export const factsOf = ({ coversIdlib, type, brokers, inForce }: Ceasefire): Facts => ({
	covers: coversIdlib,
	type,
	brokers,
	from: inForce,
});

const preset = (id: string, title: string, description: string, query: Query): Preset => ({
	id,
	title,
	description,
	query,
	includes: (ceasefire) => matches(factsOf(ceasefire), query),
});

/** The states, in the order in which they are offered. */
export const presets: readonly Preset[] = [
	preset('idlib', 'Covering Idlib', 'Those that cover Idlib, wholly or in part.', { covers: 'idlib' }),
	preset(
		'elsewhere',
		'Elsewhere in Syria',
		'Those that do not cover Idlib, listed because the same states brokered them.',
		{
			covers: 'elsewhere',
		},
	),
	preset(
		'russia-turkiye',
		'Brokered by Russia and Türkiye',
		'Those that Russia and Türkiye brokered, with or without others.',
		{
			brokers: ['russia', 'turkiye'],
		},
	),
	preset('unilateral', 'Unilateral', 'Those that one side announced on its own.', { type: 'unilateral' }),
	preset('2019-2020', '2019 and 2020', 'Those that took effect in 2019 or 2020, around the offensive on Idlib.', {
		from: 2019,
		to: 2020,
	}),
];
