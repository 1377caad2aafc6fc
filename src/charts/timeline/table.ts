import { formatDate } from '../../ledger/date.ts';
import { dayRange, endWords, held } from '../../ledger/duration.ts';
import { type Ceasefire, type Ledger, siteOf } from '../../ledger/ledger.ts';
import type { Cell, Column, Table } from '../figure.ts';
import { publishersOf } from '../provenance.ts';
import { pointId } from './point.ts';

const covers = { yes: 'yes', partly: 'in part', no: 'no' } as const;

const dateCell = (value: string, words = formatDate(value)): Cell => ({ value, text: words });

/** Days in force; where the dates leave room, the fewest and the most. */
export function heldCell(ceasefire: Ceasefire): Cell {
	const length = held(ceasefire);
	return length.type === 'known' ? { value: length.days, text: dayRange(length) } : { value: null, text: 'not known' };
}

/** Column of `sourceCell`. The others of a record stand on its own page. */
export const sourceColumn: Column = { key: 'source', label: 'First source', type: 'text' };

/** A source by its id for machines, by its publisher for readers. */
export function sourceCell(ledger: Ledger, id: string | undefined): Cell {
	if (id === undefined) return { value: null, text: '' };
	const [name = id] = publishersOf(ledger, { sources: [id] });
	return { value: id, text: name, source: id };
}

/** One row a ceasefire: dates as recorded, days held as a range. */
export function ceasefireTable(
	ledger: Ledger,
	ceasefires: readonly Ceasefire[],
	caption = 'Ceasefires, in the order in which they took effect',
): Table {
	return {
		caption,
		columns: [
			{ key: 'name', label: 'Ceasefire', type: 'text' },
			{ key: 'agreed', label: 'Agreed', type: 'date' },
			{ key: 'date', label: 'In force', type: 'date' },
			{ key: 'ended', label: 'Ended', type: 'date' },
			{ key: 'value', label: 'Held', type: 'number', unit: 'days' },
			{ key: 'covers', label: `Covers ${siteOf(ledger).area.name}`, type: 'text' },
			sourceColumn,
		],
		points: ceasefires.map(pointId),
		rows: ceasefires.map((ceasefire) => {
			return [
				{ value: ceasefire.name, text: ceasefire.name },
				dateCell(ceasefire.agreed),
				dateCell(ceasefire.inForce),
				{ value: ceasefire.ended ?? null, text: endWords(ceasefire) },
				heldCell(ceasefire),
				{ value: ceasefire.covers, text: covers[ceasefire.covers] },
				sourceCell(ledger, ceasefire.sources[0]),
			];
		}),
	};
}
