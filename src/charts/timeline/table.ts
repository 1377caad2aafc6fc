import { formatDate } from '../../ledger/date.ts';
import { dayRange, held } from '../../ledger/held.ts';
import type { Ceasefire, Ledger } from '../../ledger/ledger.ts';
import type { Cell, Column, Table } from '../figure.ts';
import { publishersOf } from '../provenance.ts';
import { pointId } from './point.ts';

const covers = { yes: 'yes', partly: 'in part', no: 'no' } as const;

const dateCell = (value: string, words = formatDate(value)): Cell => ({ value, text: words });

/** Words for an end at exactly the precision of the record. */
export function endWords({ ended, endedCertainty }: Ceasefire): string {
	if (ended === undefined || endedCertainty === 'unknown') return 'not known';
	const words = formatDate(ended);
	return endedCertainty === 'about' && !words.startsWith('about') ? `about ${words}` : words;
}

/** Days in force; where the dates leave room, the fewest and the most. */
export function heldCell(ceasefire: Ceasefire): Cell {
	const length = held(ceasefire);
	return length.type === 'known' ? { value: length.days, text: dayRange(length) } : { value: null, text: 'not known' };
}

/** Columns of `sourceCells`. */
export const sourceColumns: readonly Column[] = [
	{ key: 'source', label: 'First source', type: 'text' },
	{ key: 'sources', label: 'All sources', type: 'text' },
];

/** The first source, which is linked, and all: by their ids for machines, by their publishers for readers. */
export function sourceCells(ledger: Ledger, ids: readonly string[]): readonly Cell[] {
	const [first] = ids;
	const [name = first ?? ''] = publishersOf(ledger, { sources: ids.slice(0, 1) });
	return [
		first === undefined ? { value: null, text: '' } : { value: first, text: name, source: first },
		{ value: ids.join('; ') || null, text: publishersOf(ledger, { sources: ids }).join('; ') },
	];
}

/** One row a ceasefire: dates as recorded, days held as a range. */
export function ceasefireTable(ledger: Ledger, ceasefires: readonly Ceasefire[]): Table {
	const name = (id: string) => ledger.actors.get(id)?.name ?? id;
	return {
		caption: 'Ceasefires, in the order in which they took effect',
		columns: [
			{ key: 'name', label: 'Ceasefire', type: 'text' },
			{ key: 'agreed', label: 'Agreed', type: 'date' },
			{ key: 'date', label: 'In force', type: 'date' },
			{ key: 'ended', label: 'Ended', type: 'date' },
			{ key: 'value', label: 'Held', type: 'number', unit: 'days' },
			{ key: 'coversIdlib', label: 'Covers Idlib', type: 'text' },
			{ key: 'brokers', label: 'Brokered by', type: 'text' },
			...sourceColumns,
		],
		points: ceasefires.map(pointId),
		rows: ceasefires.map((ceasefire) => {
			const brokers = ceasefire.brokers.map(name);
			return [
				{ value: ceasefire.name, text: ceasefire.name },
				dateCell(ceasefire.agreed),
				dateCell(ceasefire.inForce),
				{ value: ceasefire.ended ?? null, text: endWords(ceasefire) },
				heldCell(ceasefire),
				{ value: ceasefire.coversIdlib, text: covers[ceasefire.coversIdlib] },
				{ value: brokers.join('; ') || null, text: brokers.join(', ') || 'none named' },
				...sourceCells(ledger, ceasefire.sources),
			];
		}),
	};
}
