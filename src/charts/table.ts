import { formatDate } from '../ledger/date.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { formatNumber, formatQuantity } from '../ledger/quantity.ts';
import type { Datum } from './data.ts';
import type { Cell, Column, Point, Table } from './figure.ts';
import { publisherName, through } from './provenance.ts';
import { quantityOf } from './words.ts';

/** A column of a table with what an item has in it, whose text may stand for its value. */
export type Part<T> = readonly [
	...[key: string, label: string, type: Column['type'], cell: (item: T) => Cell],
	...([] | [more: Partial<Column>]),
];

/** A table with a row for each item, each item with a mark. */
export const tableFrom = <T>(
	caption: string,
	items: readonly T[],
	idOf: (item: T) => string,
	parts: readonly Part<T>[],
): Table => ({
	caption,
	columns: parts.map(([key, label, type, , more]) => ({ key, label, type, ...more })),
	rows: items.map((item) => parts.map(([, , , cell]) => cell(item))),
	points: items.map(idOf),
});

const EMPTY: Cell = { value: null, text: '' };
export const textCell = (text: string, value = text): Cell => ({ value, text });
export const dateCell = (value: string): Cell => textCell(formatDate(value), value);
const words = (value: string | undefined): Cell => (value === undefined ? EMPTY : textCell(value));

/** The whole table of a figure: one row for each mark, in the order of the marks. */
export function tableOf(ledger: Ledger, data: readonly Datum[], caption: string, groupHeading: string): Table {
	const units = new Set(data.map(({ unit }) => unit));
	const groups = new Set(data.map(({ group }) => group));
	const [only] = units;
	const unit = units.size === 1 && only ? { unit: only } : {};
	const forData = { forData: true } as const;
	// Left out where no datum has anything to put in it.
	const when = (isThere: boolean, part: Part<Datum>) => (isThere ? [part] : []);
	const any = (key: keyof Datum, part: Part<Datum>) =>
		when(
			data.some((datum) => datum[key] !== undefined),
			part,
		);
	const said = data.some((datum) => datum.said);
	const levelOf = ({ claim = '' }: Datum) => ledger.claims.get(claim)?.confidence.level;
	const levels = new Set(data.flatMap((datum) => levelOf(datum) ?? []));
	const claimOf = ({ claim }: Datum): Cell =>
		claim === undefined ? EMPTY : { value: claim, text: ledger.claims.get(claim)?.statement ?? claim, claim };
	return tableFrom(caption, data, ({ id }) => id, [
		[
			'series',
			groupHeading,
			'text',
			(one) => ({ value: one.group, text: one.groupLabel }),
			groups.size > 1 ? {} : forData,
		],
		...any('speaker', ['speaker', 'Who says so', 'text', ({ speaker }) => words(speaker)]),
		...any('said', ['said', 'Said', 'date', (datum) => datum.said ?? EMPTY]),
		// Accounts are all of one event: when each was given is what tells them apart.
		['date', 'Date', 'date', ({ date }) => ({ value: date.edtf, text: formatDate(date) }), said ? forData : {}],
		['qualifier', 'Qualifier', 'text', ({ qualifier }) => words(qualifier), forData],
		['value', 'Value', 'number', (datum) => valueCell(datum, units.size !== 1), unit],
		...any('upper', ['upper', 'Up to', 'number', ({ upper }) => numberCell(upper), { ...unit, ...forData }]),
		...when(units.size !== 1, ['unit', 'Unit', 'text', ({ unit }) => words(unit), forData]),
		...any('replaced', ['replacedBy', 'Later count', 'text', ({ replaced }) => replacedCell(replaced)]),
		['source', 'Source', 'text', ({ source, provider }) => sourceCell(ledger, source, provider)],
		...any('claim', ['claim', 'Claim', 'text', claimOf, forData]),
		// Of the report, not of the truth of it. Alike in all rows it tells nothing apart.
		...when(levels.size > 1, ['support', 'How sure that it was said', 'text', (datum) => words(levelOf(datum))]),
		...any('note', ['note', 'Note', 'text', ({ note }) => words(note)]),
	]);
}

const numberCell = (value: number | undefined): Cell =>
	value === undefined ? EMPTY : { value, text: formatNumber(value, 'exact') };

const replacedCell = (replaced: Datum['replaced']): Cell =>
	replaced ? { value: replaced.claim, text: replaced.text, claim: replaced.claim } : EMPTY;

/** A source by its id for machines, by its publisher for readers, and who counted where that is another. */
export function sourceCell(ledger: Ledger, id: string | undefined, provider?: string): Cell {
	if (id === undefined) return EMPTY;
	const source = ledger.sources.get(id);
	return { value: id, text: through(source ? publisherName(source) : id, provider), source: id };
}

/** The number for machines; for readers the whole quantity in words, with its unit where the column names none. */
export function valueCell(datum: Datum, withUnit: boolean): Cell {
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
