import { formatDate } from '../ledger/date.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { formatNumber, formatQuantity } from '../ledger/quantity.ts';
import type { Datum } from './data.ts';
import type { Cell, Column, Point, Table } from './figure.ts';
import { publisherName, through } from './provenance.ts';
import { quantityOf } from './words.ts';

interface Part {
	readonly column: Column;
	readonly cell: (datum: Datum) => Cell;
	/** Left out where no datum has anything to put in it. */
	readonly when?: boolean;
}

const EMPTY: Cell = { value: null, text: '' };
const words = (value: string | undefined): Cell => (value === undefined ? EMPTY : { value, text: value });

/** The whole table of a figure: one row for each mark, in the order of the marks. */
export function tableOf(ledger: Ledger, data: readonly Datum[], caption: string, groupHeading: string): Table {
	const units = new Set(data.map(({ unit }) => unit));
	const groups = new Set(data.map(({ group }) => group));
	const [only] = units;
	const unit = units.size === 1 && only ? { unit: only } : {};
	const any = (has: (datum: Datum) => unknown): boolean => data.some((datum) => has(datum) !== undefined);
	const said = any((datum) => datum.said);
	const levelOf = ({ claim = '' }: Datum) => ledger.claims.get(claim)?.confidence.level;
	const parts: readonly Part[] = [
		{
			column: { key: 'series', label: groupHeading, type: 'text', ...(groups.size > 1 ? {} : { forData: true }) },
			cell: ({ group, groupLabel }) => ({ value: group, text: groupLabel }),
		},
		{
			column: { key: 'speaker', label: 'Who says so', type: 'text' },
			cell: ({ speaker }) => words(speaker),
			when: any((datum) => datum.speaker),
		},
		{
			column: { key: 'said', label: 'Said', type: 'date' },
			cell: (datum) => datum.said ?? EMPTY,
			when: said,
		},
		{
			// Accounts are all of one event: when each was given is what tells them apart.
			column: { key: 'date', label: 'Date', type: 'date', ...(said ? { forData: true } : {}) },
			cell: ({ date }) => ({ value: date.edtf, text: formatDate(date) }),
		},
		{
			column: { key: 'qualifier', label: 'Qualifier', type: 'text', forData: true },
			cell: ({ qualifier }) => words(qualifier),
		},
		{
			column: { key: 'value', label: 'Value', type: 'number', ...unit },
			cell: (datum) => valueCell(datum, units.size !== 1),
		},
		{
			column: { key: 'upper', label: 'Up to', type: 'number', ...unit, forData: true },
			cell: ({ upper }) => (upper === undefined ? EMPTY : { value: upper, text: formatNumber(upper, 'exact') }),
			when: any((datum) => datum.upper),
		},
		{
			column: { key: 'unit', label: 'Unit', type: 'text', forData: true },
			cell: (datum) => words(datum.unit),
			when: units.size !== 1,
		},
		{
			column: { key: 'replacedBy', label: 'Later count', type: 'text' },
			cell: ({ replaced }) =>
				replaced ? { value: replaced.claim, text: replaced.text, claim: replaced.claim } : EMPTY,
			when: any((datum) => datum.replaced),
		},
		{
			column: { key: 'source', label: 'Source', type: 'text' },
			cell: ({ source, provider }) => ({ value: source, text: through(publisherOf(ledger, source), provider), source }),
		},
		{
			column: { key: 'claim', label: 'Claim', type: 'text', forData: true },
			cell: ({ claim }) =>
				claim === undefined ? EMPTY : { value: claim, text: ledger.claims.get(claim)?.statement ?? claim, claim },
			when: any((datum) => datum.claim),
		},
		{
			// Of the report, not of the truth of it. Alike in all rows it tells nothing apart.
			column: { key: 'support', label: 'How sure that it was said', type: 'text' },
			cell: (datum) => words(levelOf(datum)),
			when: new Set(data.flatMap((datum) => levelOf(datum) ?? [])).size > 1,
		},
		{
			column: { key: 'note', label: 'Note', type: 'text' },
			cell: ({ note }) => words(note),
			when: any((datum) => datum.note),
		},
	];
	const shown = parts.filter(({ when }) => when !== false);
	return {
		caption,
		columns: shown.map(({ column }) => column),
		rows: data.map((datum) => shown.map(({ cell }) => cell(datum))),
		points: data.map(({ id }) => id),
	};
}

/** Who published a source; the id of one that is not in the ledger. */
function publisherOf(ledger: Ledger, id: string): string {
	const source = ledger.sources.get(id);
	return source ? publisherName(source) : id;
}

/** The number for machines; for readers the whole quantity in words, with its unit where the column names none. */
function valueCell(datum: Datum, withUnit: boolean): Cell {
	const text = withUnit ? datum.text : formatQuantity(quantityOf(datum), 'exact');
	return { value: datum.value, text, ...(datum.claim === undefined ? {} : { claim: datum.claim }) };
}

/**
 * The part of a table that a page shows: what a row is about first, who says so where somebody does, and his figure
 * right behind it. Left out are columns that another one says in words, and a source that is the same in every row,
 * since it is named below the drawing.
 */
export function forReaders({ columns, rows }: Table): Pick<Table, 'columns' | 'rows'> {
	const speaks = columns.some(({ key }) => key === 'speaker');
	const same = (at: number) => rows.length > 1 && new Set(rows.map((row) => row[at]?.text)).size === 1;
	const rank = (key: string) => (!speaks ? 0 : key === 'speaker' ? -2 : key === 'value' ? -1 : 0);
	const shown = columns
		.map(({ key, forData }, at) => ({
			key,
			at,
			left: forData || (speaks && key === 'series') || (key === 'source' && same(at)),
		}))
		.filter(({ left }) => !left)
		.sort((a, b) => rank(a.key) - rank(b.key) || a.at - b.at);
	const pick = <T>(list: readonly T[]): readonly T[] => shown.flatMap(({ at }) => list[at] ?? []);
	return { columns: pick(columns), rows: rows.map(pick) };
}

/** The mark of a datum, for the script and the files. */
export const pointOf = (datum: Datum): Point => ({
	id: datum.id,
	group: datum.group,
	date: datum.date.edtf,
	value: datum.value,
	...(datum.upper === undefined ? {} : { upper: datum.upper }),
	qualifier: datum.qualifier,
	text: datum.text,
	source: datum.source,
	...(datum.claim === undefined ? {} : { claim: datum.claim }),
});
