import { formatDate } from '../ledger/date.ts';
import type { Chart, Ledger, Measure, Series } from '../ledger/ledger.ts';
import { plainText } from '../ledger/plain.ts';
import { accountChart } from './accounts.ts';
import { notesOf } from './annotations.ts';
import { ChartError, type Datum, periodOf, seriesData } from './data.ts';
import type { Figure } from './figure.ts';
import { accountsScene } from './kinds/accounts.ts';
import { barsScene } from './kinds/bars.ts';
import { lineScene } from './kinds/line.ts';
import { multiplesScene } from './kinds/multiples.ts';
import { windowsScene } from './kinds/windows.ts';
import { capital } from './number.ts';
import type { Scene } from './scene.ts';
import { narrow, type Size, wide } from './size.ts';
import { writeDrawing } from './svg.ts';
import { pointOf, tableOf } from './table.ts';
import { windowsOf } from './windows.ts';

type Kind<K extends Chart['kind']> = Extract<Chart, { readonly kind: K }>;

/** What each kind of chart hands to the common part. */
interface Drawn {
	readonly data: readonly Datum[];
	readonly scene: (size: Size) => Scene;
	readonly subtitle: string;
	readonly groupHeading: string;
	readonly series: readonly Series[];
	/** What is counted, where no series says it. */
	readonly measure?: Measure | undefined;
}

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

function drawLine(ledger: Ledger, chart: Kind<'line' | 'cumulative'>): Drawn {
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
	return {
		data,
		series: records,
		groupHeading: 'Series',
		subtitle: from
			? `${unit}, counted up from ${formatDate(from)}`
			: years
				? `${unit}; the value of a year is its last, and stands at the year’s end`
				: unit,
		scene: (size) => lineScene({ series, notes, byQualifier: chart.kind === 'cumulative' }, size),
	};
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

function drawBars(ledger: Ledger, chart: Kind<'bars'>): Drawn {
	const { records, series, data, notes, unit } = strandsOf(ledger, chart);
	const noughts = data.some(({ value }) => value === 0);
	return {
		data,
		series: records,
		groupHeading: 'Series',
		subtitle: `${unit}, in each ${stepOf(data)}${noughts ? '; 0 means that none were recorded' : ''}`,
		scene: (size) => barsScene({ series, notes }, size),
	};
}

function stepOf(data: readonly Datum[]): string {
	const steps = new Set(data.map(({ date }) => (date.type === 'point' ? date.precision : 'period')));
	return steps.size === 1 ? ([...steps][0] ?? 'period') : 'period';
}

function drawMultiples(ledger: Ledger, chart: Kind<'small multiples'>): Drawn {
	const { records, series, data, notes, unit } = strandsOf(ledger, chart);
	return {
		data,
		series: records,
		groupHeading: 'Series',
		subtitle:
			chart.scale === 'shared'
				? `${unit}, at year end; all panels on one scale`
				: `${unit}, at year end; each panel on its own scale, so heights must not be compared between panels`,
		scene: (size) => multiplesScene({ series, notes, scale: chart.scale }, size),
	};
}

function drawAccounts(ledger: Ledger, chart: Kind<'accounts'>): Drawn {
	if (chart.annotations?.length) throw new ChartError(chart.id, 'a chart of accounts takes no annotations');
	const accounts = accountChart(ledger, chart.id, chart.about, chart.measure);
	const measure = ledger.measures.get(chart.measure);
	return {
		data: accounts.groups.flatMap(({ rows }) => rows.map(({ datum }) => datum)),
		series: [],
		groupHeading: 'Kind of source',
		subtitle: `${measure?.label ?? chart.measure}: the number given, one row for each account`,
		scene: (size) => accountsScene(accounts, size),
		measure,
	};
}

function drawWindows(ledger: Ledger, chart: Kind<'windows'>): Drawn {
	const windows = windowsOf(ledger, chart);
	const notes = notesOf(ledger, chart, []);
	const units = [...new Set(windows.map(({ datum }) => datum.unit))];
	const [first] = chart.claims.map((id) => ledger.claims.get(id)?.measure);
	return {
		data: windows.map(({ datum }) => datum),
		series: [],
		groupHeading: 'Kind',
		subtitle: `${capital(units.join(', '))}: how many each figure counts, and over which period`,
		scene: (size) => windowsScene({ windows, notes }, size),
		measure: first === undefined ? undefined : ledger.measures.get(first),
	};
}

function drawn(ledger: Ledger, chart: Chart): Drawn {
	switch (chart.kind) {
		case 'accounts':
			return drawAccounts(ledger, chart);
		case 'windows':
			return drawWindows(ledger, chart);
		case 'line':
		case 'cumulative':
			return drawLine(ledger, chart);
		case 'bars':
			return drawBars(ledger, chart);
		case 'small multiples':
			return drawMultiples(ledger, chart);
	}
}

/**
 * Draws a chart of the ledger: both pictures, the table, the points, the words, the sources.
 * @throws ChartError when the chart is not there or cannot be drawn as declared
 */
export function drawChart(ledger: Ledger, id: string): Figure {
	const chart = ledger.charts.get(id);
	if (!chart) throw new ChartError(id, 'there is no such chart');
	const { data, scene, subtitle, groupHeading, series, measure } = drawn(ledger, chart);
	return {
		id,
		title: chart.title,
		summary: chart.summary,
		subtitle,
		drawings: { wide: writeDrawing(scene(wide), id), narrow: writeDrawing(scene(narrow), id) },
		table: tableOf(ledger, data, plainText(ledger, chart.title), groupHeading),
		points: data.map(pointOf),
		sources: [...new Set(data.map(({ source }) => source))],
		licences: [...new Set(series.map(({ licence }) => licence))],
		notes: notesIn(chart, series, measure),
	};
}

function notesIn(chart: Chart, series: readonly Series[], measure: Measure | undefined): Figure['notes'] {
	const several = series.length > 1;
	const heading = (words: string, record: Series) => (several ? `${words}: ${record.label}` : words);
	return [
		...(chart.note ? [{ heading: 'How to read it', text: chart.note }] : []),
		...(measure ? [{ heading: 'What is counted', text: measure.definition }] : []),
		...series.flatMap((record) => [
			{ heading: heading('What is counted', record), text: record.definition },
			{ heading: heading('How the figures came to be', record), text: record.method },
			...(record.breaks ?? []).map(({ date, reason }) => ({
				heading: heading(`Break in ${formatDate(date)}`, record),
				text: reason,
			})),
			...(record.note ? [{ heading: heading('Note', record), text: record.note }] : []),
		]),
	];
}
