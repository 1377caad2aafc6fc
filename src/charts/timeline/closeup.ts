import { formatDate, toDate } from '../../ledger/date.ts';
import type { Ceasefire, Ledger } from '../../ledger/ledger.ts';
import { notesOf as annotationsOf } from '../annotations.ts';
import type { Drawn, Kind } from '../chart-spec.ts';
import { ChartError, type Datum, seriesData } from '../data.ts';
import type { Cell, Table } from '../figure.ts';
import { pointOf as pointOfDatum } from '../table.ts';
import { closeUpScene } from './panel.ts';
import {
	dateCell,
	endCell,
	heldCell,
	licencesOf,
	notesOf,
	pointId,
	pointOf,
	sourceCell,
	sourceColumn,
	subtitleOf,
	textCell,
} from './record.ts';
import { spanOf } from './span.ts';

function table(ledger: Ledger, shown: readonly Ceasefire[], data: readonly Datum[]): Table {
	const truces = shown.map((ceasefire): readonly Cell[] => [
		textCell(ceasefire.name),
		dateCell(ceasefire.inForce),
		endCell(ceasefire),
		heldCell(ceasefire),
		textCell('days in force'),
		sourceCell(ledger, ceasefire.sources[0]),
	]);
	const counts = data.map((datum): readonly Cell[] => [
		textCell(datum.groupLabel),
		textCell(formatDate(datum.date), datum.date.edtf),
		{ value: null, text: '' },
		{ value: datum.value, text: datum.text, ...(datum.claim ? { claim: datum.claim } : {}) },
		textCell(datum.unit),
		sourceCell(ledger, datum.source),
	]);
	return {
		caption: 'Ceasefires, then counts of the displaced, each in order of time',
		columns: [
			{ key: 'what', label: 'What', type: 'text' },
			{ key: 'date', label: 'From, or counted on', type: 'date' },
			{ key: 'ended', label: 'Ended', type: 'date' },
			{ key: 'value', label: 'Number', type: 'number' },
			{ key: 'unit', label: 'Of what', type: 'text' },
			sourceColumn,
		],
		points: [...shown.map(pointId), ...data.map(({ id }) => id)],
		rows: [...truces, ...counts],
	};
}

/** The months in which truces crowd, as bands behind a line of people displaced. */
export function drawCloseUp(ledger: Ledger, chart: Kind<'close-up'>): Drawn {
	const [from, to] = [toDate(chart.from).min, toDate(chart.to).max + 1];
	const all = [...ledger.ceasefires.values()].filter(({ covers }) => covers !== 'no');
	const begun = all.filter((ceasefire) => spanOf(ceasefire).start.min < to);
	const truces = begun.filter((ceasefire) => (spanOf(ceasefire).end?.max ?? from) > from);
	const open = begun.filter((ceasefire) => spanOf(ceasefire).end === null);
	const series = ledger.series.get(chart.series[0] ?? '');
	if (!series) throw new ChartError(chart.id, `there is no series "${chart.series[0]}"`);
	const line = seriesData(ledger, series, { from, to: to - 1 });
	const apart = annotationsOf(ledger, chart, []).flatMap((note) => (note.type === 'claim' ? [note] : []));
	const data = [...apart.map(({ datum }) => datum), ...line.data];
	const begins = series.countedFrom === undefined ? undefined : toDate(series.countedFrom).min;
	return {
		scene: (size) => closeUpScene({ truces, line, begins, apart, from, to }, size),
		subtitle: subtitleOf('People displaced, counted up, by month, and above them the ceasefires', truces),
		table: table(ledger, truces, data),
		points: [...truces.map((one) => pointOf(ledger, one)), ...data.map(pointOfDatum)],
		sources: [...new Set([...truces.flatMap(({ sources }) => sources), ...data.map(({ source }) => source)])],
		licences: licencesOf(ledger, [series.id]),
		notes: [
			...(chart.note ? [{ heading: 'How to read it', text: chart.note }] : []),
			...notesOf(truces),
			...(open.length > 0
				? [{ heading: 'Left out', text: `Has no known end: ${open.map(({ name }) => name).join('; ')}.` }]
				: []),
			{ heading: series.label, text: `${series.definition} ${series.method}` },
		],
	};
}
