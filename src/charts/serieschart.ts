import { formatDate } from '../ledger/date.ts';
import type { Chart, Ledger, Series } from '../ledger/ledger.ts';
import { notesOf } from './annotations.ts';
import type { Drawn, Kind } from './chart-spec.ts';
import { ChartError, type Datum, periodOf, seriesData } from './data.ts';
import { ofData } from './datafigure.ts';
import { barsScene } from './kinds/bars.ts';
import { lineScene } from './kinds/line.ts';
import { multiplesScene } from './kinds/multiples.ts';
import { capital } from './words.ts';

function seriesOf(ledger: Ledger, chart: Kind<'line' | 'cumulative' | 'bars' | 'small multiples'>): readonly Series[] {
	return chart.series.map((id) => {
		const series = ledger.series.get(id);
		if (!series) throw new ChartError(chart.id, `there is no series "${id}"`);
		return series;
	});
}

/** One axis carries one unit and one kind of measure: a stock and a flow do not share it. */
function checkAxis(ledger: Ledger, chart: Chart, series: readonly Series[]): void {
	const [first, ...others] = series;
	if (!first) throw new ChartError(chart.id, 'it names no series');
	const kind = (item: Series) => ledger.measures.get(item.measure)?.kind ?? 'unknown';
	for (const other of others) {
		if (kind(other) !== kind(first))
			throw new ChartError(
				chart.id,
				`"${first.id}" is a ${kind(first)} and "${other.id}" a ${kind(other)}; they cannot share an axis`,
			);
		if (other.unit !== first.unit)
			throw new ChartError(chart.id, `"${first.id}" counts ${first.unit} and "${other.id}" ${other.unit}`);
	}
}

/** Where lines differ by who counted and not by place, a series named after the place is named after its provider. */
function labelOf(ledger: Ledger, series: Series, all: readonly Series[]): string {
	const providers = new Set(all.map(({ provider }) => provider));
	const places = new Set(all.map(({ place }) => place));
	const place = series.place === undefined ? undefined : ledger.places.get(series.place)?.name;
	return providers.size > 1 && places.size === 1 && series.label === place ? series.provider : series.label;
}

/** Lines and growing counts. */
export function drawLine(ledger: Ledger, chart: Kind<'line' | 'cumulative'>): Drawn {
	const records = seriesOf(ledger, chart);
	checkAxis(ledger, chart, records);
	const period = periodOf(chart.from, chart.to);
	const series = records.map((record) =>
		seriesData(ledger, { ...record, label: labelOf(ledger, record, records) }, period),
	);
	if (series.every(({ data }) => data.length === 0)) throw new ChartError(chart.id, 'there is no value to draw');
	const notes = notesOf(ledger, chart, series);
	const data = [
		...series.flatMap((strand) => strand.data),
		...notes.flatMap((note) => (note.type === 'claim' ? [note.datum] : [])),
	];
	const [first] = records;
	const years = data.some(({ date }) => date.type === 'point' && date.precision === 'year');
	const from = first?.countedFrom;
	const unit = capital(first?.unit ?? '');
	return ofData(ledger, chart, {
		data,
		series: records,
		groupHeading: 'Series',
		subtitle: from
			? `${unit}, counted up from ${formatDate(from)}`
			: years
				? `${unit}. Each point is the figure at the end of that year, drawn at the year’s end`
				: unit,
		scene: (size) =>
			lineScene(
				{
					series,
					notes,
					measure: first?.measure ?? '',
					byQualifier: chart.kind === 'cumulative',
					difference: chart.difference === true,
				},
				size,
			),
	});
}

/** What bars and panels have in common with lines: their series, checked, with their annotations. */
function strandsOf(ledger: Ledger, chart: Kind<'bars' | 'small multiples'>) {
	const records = seriesOf(ledger, chart);
	checkAxis(ledger, chart, records);
	const period = periodOf(chart.from, chart.to);
	const series = records.map((record) => seriesData(ledger, record, period));
	const data = series.flatMap((strand) => strand.data);
	if (data.length === 0) throw new ChartError(chart.id, 'there is no value to draw');
	return { records, series, data, notes: notesOf(ledger, chart, series), unit: capital(records[0]?.unit ?? '') };
}

/** Bars. */
export function drawBars(ledger: Ledger, chart: Kind<'bars'>): Drawn {
	const { records, series, data, notes, unit } = strandsOf(ledger, chart);
	const noughts = data.some(({ value }) => value === 0);
	return ofData(ledger, chart, {
		data,
		series: records,
		groupHeading: 'Series',
		subtitle: `${unit}, in each ${stepOf(data)}${noughts ? '; 0 means that none were recorded' : ''}`,
		scene: (size) => barsScene({ series, notes }, size),
	});
}

function stepOf(data: readonly Datum[]): string {
	const steps = new Set(data.map(({ date }) => (date.type === 'point' ? date.precision : 'period')));
	return steps.size === 1 ? ([...steps][0] ?? 'period') : 'period';
}

/** Small panels. */
export function drawMultiples(ledger: Ledger, chart: Kind<'small multiples'>): Drawn {
	const { records, series, data, notes, unit } = strandsOf(ledger, chart);
	return ofData(ledger, chart, {
		data,
		series: records,
		groupHeading: 'Series',
		subtitle: `${unit}, at year end; each panel on its own scale, so heights must not be compared between panels`,
		scene: (size) => multiplesScene({ series, notes }, size),
	});
}
