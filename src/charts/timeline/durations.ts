import { formatDate } from '../../ledger/date.ts';
import { held, heldKnown } from '../../ledger/duration.ts';
import type { Ceasefire, Ledger } from '../../ledger/ledger.ts';
import type { Drawn } from '../chart-spec.ts';
import type { Table } from '../figure.ts';
import { capital } from '../words.ts';
import { durationsScene, type Group } from './durations-drawing.ts';
import { medianHeld, WITHIN } from './durations-table.ts';
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
export function drawDurations(ledger: Ledger): Drawn {
	const all = [...ledger.ceasefires.values()].filter(({ coversIdlib }) => coversIdlib !== 'no');
	const groups = groupsOf(all);
	const shown = groups.flatMap(({ members }) => members);
	const longest = heldKnown(all).at(-1)?.[1].max ?? 31;
	const median = medianHeld(all);
	return {
		scene: (size) => durationsScene(groups, longest, median, size),
		subtitle:
			'Time in force, shortest first. The scale is squeezed: every label stands for several times the one before',
		table: lengthTable(ledger, shown),
		points: shown.map(pointOf),
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
