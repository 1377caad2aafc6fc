import { formatDate } from '../ledger/date.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { formatNumber } from '../ledger/quantity.ts';
import type { Datum } from './data.ts';
import type { Cell, Point, Table } from './figure.ts';

/** The whole table of a figure: one row for each mark, in the order of the marks. */
export function tableOf(ledger: Ledger, data: readonly Datum[], caption: string, groupHeading: string): Table {
	const units = [...new Set(data.map(({ unit }) => unit))];
	const unit = units.length === 1 ? units[0] : undefined;
	const some = (test: (datum: Datum) => boolean): boolean => data.some(test);
	const upper = some((datum) => datum.upper !== undefined);
	const note = some((datum) => datum.note !== undefined);
	const claim = some((datum) => datum.claim !== undefined);
	const speaker = some((datum) => datum.speaker !== undefined);
	const said = some((datum) => datum.said !== undefined);
	const replaced = some((datum) => datum.replaced !== undefined);
	const number = (value: number | null | undefined): Cell =>
		value === null || value === undefined ? { value: null, text: '' } : { value, text: formatNumber(value, 'exact') };
	return {
		caption,
		columns: [
			{ key: 'series', label: groupHeading, type: 'text' },
			...(speaker ? [{ key: 'speaker', label: 'Who says so', type: 'text' as const }] : []),
			...(said ? [{ key: 'said', label: 'Said', type: 'date' as const }] : []),
			{ key: 'date', label: 'Date', type: 'date' },
			{ key: 'qualifier', label: 'Qualifier', type: 'text' },
			{ key: 'value', label: 'Value', type: 'number', ...(unit ? { unit } : {}) },
			...(upper ? [{ key: 'upper', label: 'Up to', type: 'number' as const, ...(unit ? { unit } : {}) }] : []),
			...(unit ? [] : [{ key: 'unit', label: 'Unit', type: 'text' as const }]),
			...(replaced ? [{ key: 'replacedBy', label: 'Replaced by', type: 'text' as const }] : []),
			{ key: 'source', label: 'Source', type: 'text' },
			...(claim ? [{ key: 'claim', label: 'Claim', type: 'text' as const }] : []),
			...(note ? [{ key: 'note', label: 'Note', type: 'text' as const }] : []),
		],
		rows: data.map((datum) => [
			{ value: datum.group, text: datum.groupLabel },
			...(speaker ? [{ value: datum.speaker ?? null, text: datum.speaker ?? '' }] : []),
			...(said ? [{ value: datum.said?.value ?? null, text: datum.said?.text ?? '' }] : []),
			{ value: datum.date.edtf, text: formatDate(datum.date) },
			{ value: datum.qualifier, text: datum.qualifier === 'not given' ? 'no figure given' : datum.qualifier },
			number(datum.value),
			...(upper ? [number(datum.upper)] : []),
			...(unit ? [] : [{ value: datum.unit, text: datum.unit }]),
			...(replaced ? [replacedCell(datum)] : []),
			{
				value: datum.source,
				text: ledger.sources.get(datum.source)?.title ?? datum.source,
				source: datum.source,
			},
			...(claim
				? [
						datum.claim === undefined
							? { value: null, text: '' }
							: {
									value: datum.claim,
									text: ledger.claims.get(datum.claim)?.statement ?? datum.claim,
									claim: datum.claim,
								},
					]
				: []),
			...(note ? [{ value: datum.note ?? null, text: datum.note ?? '' }] : []),
		]),
		points: data.map(({ id }) => id),
	};
}

function replacedCell({ replaced }: Datum): Cell {
	if (!replaced) return { value: null, text: '' };
	return { value: replaced.claim, text: replaced.text, claim: replaced.claim };
}

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
