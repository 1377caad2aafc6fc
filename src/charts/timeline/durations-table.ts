import { held, heldKnown, overWithin } from '../../ledger/duration.ts';
import { type Ceasefire, type Ledger, siteOf } from '../../ledger/ledger.ts';
import { ceasefireTypes } from '../../ledger/schemas/ceasefire.ts';
import type { Cell, Figure, Table } from '../figure.ts';
import { exact } from '../number.ts';
import { capital } from '../words.ts';

/** Spans within which a ceasefire may have ended, in days. */
const WITHIN = [
	{ key: 'week', label: 'Over within a week', heading: 'Over within a week', days: 7 },
	{ key: 'month', label: 'Within a month', heading: 'Over within a month', days: 31 },
	{ key: 'year', label: 'Within a year', heading: 'Over within a year', days: 365 },
] as const;

/** A median length, in whole days. */
export interface Median {
	readonly days: number;
	/** A length in the middle is known only roughly. */
	readonly about: boolean;
}

/**
 * Median time in force of those whose end is known; undefined where there is none. The middle of an even number of
 * lengths is the mean of the two in the middle, as in `<Value of="held-median"/>`.
 */
export function medianHeld(ceasefires: Iterable<Ceasefire>): Median | undefined {
	const known = heldKnown(ceasefires);
	const middle = (known.length - 1) / 2;
	const lengths = known.map(([, length]) => length);
	const picked = [Math.floor(middle), Math.ceil(middle)].flatMap((index) => lengths[index] ?? []);
	if (picked.length === 0) return undefined;
	return {
		days: Math.round(picked.reduce((sum, { days }) => sum + days, 0) / picked.length),
		about: picked.some(({ about }) => about),
	};
}

const count = (value: number): Cell => ({ value, text: exact(value) });

/** How many surely ended within the days, and how many may have, where dates leave room. */
function within(ceasefires: readonly Ceasefire[], days: number): Cell {
	const { sure, text } = overWithin(ceasefires, days);
	return { value: sure.length, text };
}

function row(grouping: string, name: string, members: readonly Ceasefire[]): readonly Cell[] {
	const open = members.filter((ceasefire) => held(ceasefire).type === 'open').length;
	const median = medianHeld(members);
	return [
		{ value: grouping, text: grouping },
		{ value: name, text: name },
		count(members.length),
		median
			? { value: median.days, text: `${median.about ? 'about ' : ''}${exact(median.days)}` }
			: { value: null, text: 'not known' },
		...WITHIN.map(({ days }) => within(members, days)),
		count(open),
	];
}

/** How long ceasefires held: over all, by type and by broker. A ceasefire of two brokers counts for both. */
export function heldTable(ledger: Ledger): { readonly table: Table; readonly definitions: Figure['notes'] } {
	const all = [...ledger.ceasefires.values()].filter(({ covers }) => covers !== 'no');
	const brokers = new Map<string, Ceasefire[]>();
	for (const ceasefire of all) {
		for (const id of ceasefire.brokers) {
			const list = brokers.get(id);
			if (list) list.push(ceasefire);
			else brokers.set(id, [ceasefire]);
		}
	}
	const named = [...brokers]
		.map(([id, members]) => ({ name: ledger.actors.get(id)?.name ?? id, members }))
		.sort((a, b) => b.members.length - a.members.length || (a.name < b.name ? -1 : 1));
	const none = all.filter((ceasefire) => ceasefire.brokers.length === 0);
	const types = ceasefireTypes
		.map((type) => ({ type, members: all.filter((ceasefire) => ceasefire.type === type) }))
		.filter(({ members }) => members.length > 0);
	const rows = [
		row('All', `All that cover ${siteOf(ledger).area.name}`, all),
		...types.map(({ type, members }) => row('By type', capital(type), members)),
		...named.map(({ name, members }) => row('By broker', name, members)),
		...(none.length > 0 ? [row('By broker', 'No broker named', none)] : []),
	];
	return {
		table: {
			caption: 'How long ceasefires held, by type and by broker',
			columns: [
				{ key: 'grouping', label: 'Grouping', type: 'text' },
				{ key: 'name', label: 'Which', type: 'text' },
				{ key: 'count', label: 'Ceasefires', type: 'number' },
				{ key: 'median', label: 'Median time in force', type: 'number', unit: 'days' },
				...WITHIN.map(({ key, label }) => ({ key, label, type: 'number' }) as const),
				{ key: 'open', label: 'No known end', type: 'number' },
			],
			rows,
			points: rows.map((_, index) => `held-${index}`),
		},
		definitions: [
			{
				heading: 'Time in force',
				text: 'Days from the day it took effect to the day it ended, which is counted only where it was kept to the close of that day. A date known only to the month gives a range of days; its middle is used for the median.',
			},
			{
				heading: 'Median',
				text: 'Half of the ceasefires with a known end held for less, half for more. Those without a known end are left out of it and counted in their own column.',
			},
			{
				heading: 'Over within',
				text: 'Counted from the day it took effect. Two numbers mean that the dates leave room: so many surely, so many at most.',
			},
			{
				heading: 'Broker',
				text: 'Who brokered or announced it. One with two brokers counts for each of them, so these rows add up to more than all.',
			},
		],
	};
}
