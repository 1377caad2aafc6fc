import { formatDate } from '../../ledger/date.ts';
import { held, heldKnown, overWithin } from '../../ledger/duration.ts';
import type { Ceasefire, Ledger } from '../../ledger/ledger.ts';
import type { Figure, Table } from '../figure.ts';
import { exact } from '../number.ts';
import { narrow, wide } from '../size.ts';
import { capital } from '../words.ts';
import { type Group, heldDrawing } from './durations-drawing.ts';
import { medianHeld, WITHIN } from './durations-table.ts';
import { MOST_ROWS } from './group-rows.ts';
import { licencesOf, notes, sourcesOf } from './notes.ts';
import { endWords, pointId, pointOf } from './point.ts';
import { heldCell, sourceCell, sourceColumn } from './table.ts';

/** Groups by how long they surely held at most, shortest first in each, those without a known end last. */
function groupsOf(ceasefires: readonly Ceasefire[]): readonly Group[] {
	const known = heldKnown(ceasefires);
	const limits = [0, ...WITHIN.map(({ days }) => days + 1), Number.POSITIVE_INFINITY];
	const headings = [...WITHIN.map(({ heading }) => heading), 'Longer'];
	const groups = headings.map((heading, index): Group => {
		const [from = 0, to = 0] = [limits[index], limits[index + 1]];
		return { heading, members: known.flatMap(([ceasefire, { max }]) => (max >= from && max < to ? [ceasefire] : [])) };
	});
	const open = ceasefires.filter((ceasefire) => held(ceasefire).type === 'open');
	return [...groups, { heading: 'End not known', members: open }].filter(({ members }) => members.length > 0);
}

/** One row a ceasefire, shortest first: its dates, how long it held, its type. */
function lengthTable(ledger: Ledger, shown: readonly Ceasefire[]): Table {
	return {
		caption: 'Ceasefires, by how long they held, shortest first',
		columns: [
			{ key: 'name', label: 'Ceasefire', type: 'text' },
			{ key: 'type', label: 'Type', type: 'text' },
			{ key: 'date', label: 'In force', type: 'date' },
			{ key: 'ended', label: 'Ended', type: 'date' },
			{ key: 'value', label: 'Held', type: 'number', unit: 'days' },
			sourceColumn,
		],
		points: shown.map(pointId),
		rows: shown.map((ceasefire) => [
			{ value: ceasefire.name, text: ceasefire.name },
			{ value: ceasefire.type, text: capital(ceasefire.type) },
			{ value: ceasefire.inForce, text: formatDate(ceasefire.inForce) },
			{ value: ceasefire.ended ?? null, text: endWords(ceasefire) },
			heldCell(ceasefire),
			sourceCell(ledger, ceasefire.sources[0]),
		]),
	};
}

/** How long each ceasefire was in force, shortest first, on a logarithmic scale of days. */
export function drawHeld(ledger: Ledger): Figure {
	const id = 'ceasefires-how-long';
	const all = [...ledger.ceasefires.values()];
	const groups = groupsOf(all);
	const shown = groups.flatMap(({ members }) => members);
	const known = heldKnown(all);
	const longest = known.at(-1)?.[1].max ?? 31;
	const median = medianHeld(all);
	const crowded = all.length > MOST_ROWS;
	const week = overWithin(all, 7);
	const grouped = crowded ? ` The drawing groups ${exact(all.length)} of them by how long they held.` : '';
	return {
		id,
		title:
			known.length > 0
				? 'Half of the ceasefires were over within <Value of="held-median" as="words"/>'
				: 'How long each ceasefire held',
		summary:
			known.length > 0
				? `Of the ceasefires whose end is known, half were over within <Value of="held-median" as="words"/>. The shortest was in force for <Value of="held-shortest" as="words"/>, the longest for <Value of="held-longest" as="words"/>.${week.possible.length > 0 ? ` <Value of="ended-within" days="7"/> of them ${week.text === '1' ? 'was' : 'were'} over within a week.` : ''}${grouped}`
				: 'No end is known of any.',
		subtitle:
			'Time in force, shortest first. The scale is squeezed: every label stands for several times the one before',
		drawings: {
			wide: heldDrawing(id, groups, longest, median, wide),
			narrow: heldDrawing(id, groups, longest, median, narrow),
		},
		table: lengthTable(ledger, shown),
		points: crowded ? [] : shown.map(pointOf),
		sources: sourcesOf(shown),
		licences: licencesOf(ledger),
		notes: [
			{
				heading: 'The scale',
				text: 'The step from one day to one week is as wide as that from two months to fourteen: both make the time seven times as long (a logarithmic scale). On an even scale the short truces would lie on top of each other. A full dot is a length known to the day; a hollow dot is one known roughly, with dashes over all that the dates allow.',
			},
			{
				heading: 'The groups',
				text: 'Each stands under the shortest time within which it was surely over. One whose end is known only to the month may have been over sooner.',
			},
			...notes(shown).filter(({ heading }) => heading !== 'Ends that are only roughly known'),
		],
	};
}
