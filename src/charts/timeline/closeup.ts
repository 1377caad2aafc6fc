import { formatDate, toDate } from '../../ledger/date.ts';
import { endWords } from '../../ledger/duration.ts';
import { type Ceasefire, type Ledger, siteOf } from '../../ledger/ledger.ts';
import { notesOf } from '../annotations.ts';
import type { Drawn, Kind } from '../chart-spec.ts';
import { ChartError, type Datum, seriesData } from '../data.ts';
import type { Cell, Table } from '../figure.ts';
import { pointOf as pointOfDatum } from '../table.ts';
import { licencesOf, notes, sourcesOf, subtitleOf } from './notes.ts';
import { closeUpScene } from './panel.ts';
import { pointId, pointOf } from './point.ts';
import { spanOf } from './span.ts';
import { heldCell, sourceCell, sourceColumn } from './table.ts';

/** In force at some time inside the frame, with an end that is known. */
const within = (ceasefire: Ceasefire, from: number, to: number): boolean => {
	const { start, end } = spanOf(ceasefire);
	return end !== null && start.min < to && end.max > from;
};

function table(ledger: Ledger, shown: readonly Ceasefire[], data: readonly Datum[]): Table {
	const text = (words: string): Cell => ({ value: words, text: words });
	const truces = shown.map((ceasefire): readonly Cell[] => [
		text(ceasefire.name),
		{ value: ceasefire.inForce, text: formatDate(ceasefire.inForce) },
		{ value: ceasefire.ended ?? null, text: endWords(ceasefire) },
		heldCell(ceasefire),
		text('days in force'),
		sourceCell(ledger, ceasefire.sources[0]),
	]);
	const counts = data.map((datum): readonly Cell[] => [
		text(datum.groupLabel),
		{ value: datum.date.edtf, text: formatDate(datum.date) },
		{ value: null, text: '' },
		{ value: datum.value, text: datum.text, ...(datum.claim ? { claim: datum.claim } : {}) },
		text(datum.unit),
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
	const { area } = siteOf(ledger);
	const all = [...ledger.ceasefires.values()].filter(({ covers }) => covers !== 'no');
	const truces = all.filter((ceasefire) => within(ceasefire, from, to));
	const open = all.filter((ceasefire) => spanOf(ceasefire).end === null && spanOf(ceasefire).start.min < to);
	const series = ledger.series.get(chart.series[0] ?? '');
	if (!series) throw new ChartError(chart.id, `there is no series "${chart.series[0]}"`);
	const line = seriesData(ledger, series, { from, to: to - 1 });
	const apart = notesOf(ledger, chart, []).flatMap((note) => (note.type === 'claim' ? [note] : []));
	const data = [...apart.map(({ datum }) => datum), ...line.data];
	const begins = series.countedFrom === undefined ? undefined : toDate(series.countedFrom).min;
	return {
		scene: (size) => closeUpScene({ truces, line, begins, apart, from, to }, size),
		subtitle: subtitleOf('People displaced, counted up, by month; shaded while a ceasefire stood', truces),
		table: table(ledger, truces, data),
		points: [...truces.map((one) => pointOf(area, one)), ...data.map(pointOfDatum)],
		sources: [...new Set([...sourcesOf(truces), ...data.map(({ source }) => source)])],
		licences: licencesOf(ledger, [series.id]),
		notes: [
			...(chart.note ? [{ heading: 'How to read it', text: chart.note }] : []),
			...notes(truces),
			...(open.length > 0
				? [{ heading: 'Left out', text: `Has no known end: ${open.map(({ name }) => name).join('; ')}.` }]
				: []),
			{ heading: series.label, text: `${series.definition} ${series.method}` },
		],
	};
}
