import { formatDate } from '../ledger/date.ts';
import type { Ledger, Series } from '../ledger/ledger.ts';
import { required } from '../prose/words.ts';
import { notesOf } from './annotations.ts';
import { ChartError, type Datum, periodOf, seriesData } from './data.ts';
import { ofData } from './datafigure.ts';
import type { Drawn, Kind } from './figure.ts';
import { barsScene } from './kinds/bars.ts';
import { lineScene } from './kinds/line.ts';
import { multiplesScene } from './kinds/multiples.ts';
import type { Scene, Size } from './scene.ts';
import { capital, countedWords } from './words.ts';

type SeriesKind = Kind<'line' | 'cumulative' | 'bars' | 'small multiples'>;

/** Where lines differ by who counted and not by place, a series named after the place is named after its provider. */
function labelOf(ledger: Ledger, series: Series, all: readonly Series[]): string {
	const providers = new Set(all.map(({ provider }) => provider));
	const places = new Set(all.map(({ place }) => place));
	const place = series.place === undefined ? undefined : ledger.places.get(series.place)?.name;
	return providers.size > 1 && places.size === 1 && series.label === place ? series.provider : series.label;
}

/** What an axis counts and when, in words: "Refugees, at the end of each year". @param place where all of them are counted */
function unitOf(
	ledger: Ledger,
	{ measure, unit, countedFrom }: Series,
	data: readonly Datum[],
	place?: string,
): string {
	const record = ledger.measures.get(measure);
	const words = `${capital(record ? countedWords(record) : unit)}${place ? ` in ${place}` : ''}`;
	if (countedFrom) return `${words}, counted up from ${formatDate(countedFrom)}`;
	const steps = new Set(data.map(({ date }) => (date.type === 'point' ? date.precision : 'period')));
	if (record?.kind !== 'flow') return steps.has('year') ? `${words}, at the end of each year` : words;
	const [step = 'period'] = steps;
	return `${words}, in each ${steps.size === 1 ? step : 'period'}`;
}

/** Lines, bars and small panels: series over time. */
export function drawSeries(ledger: Ledger, chart: SeriesKind): Drawn {
	const records = chart.series.map((id) => required(ledger.series.get(id), 'series', id));
	const period = periodOf(chart.from, chart.to);
	const series = records.map((record) =>
		seriesData(ledger, { ...record, label: labelOf(ledger, record, records) }, period),
	);
	const [first] = records;
	const values = series.flatMap((strand) => strand.data);
	if (!first || values.length === 0) throw new ChartError(chart.id, 'there is no value to draw');
	const notes = notesOf(ledger, chart, series);
	// Two counts of one country are named after who counted.
	const places = new Set(records.map(({ place }) => place));
	const [place] = places.size === 1 && series.length > 1 ? places : [];
	const parts = { series, notes, unit: unitOf(ledger, first, values, ledger.places.get(place ?? '')?.name) };
	const scene = (size: Size): Scene => {
		if (chart.kind === 'small multiples') return multiplesScene(parts, size);
		const [only] = series;
		if (chart.kind === 'bars' && only) return barsScene(only, parts, size);
		return lineScene(parts, 'difference' in chart && chart.difference === true, size);
	};
	return ofData(ledger, chart, {
		data: values,
		series: records,
		groupHeading: 'Series',
		scene,
	});
}
