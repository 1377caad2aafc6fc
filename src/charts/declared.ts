import { formatDate } from '../ledger/date.ts';
import type { Chart, Ledger, Measure, Series } from '../ledger/ledger.ts';
import { plainText } from '../ledger/to-text.ts';
import type { Drawn } from './chart-spec.ts';
import { drawAccounts, drawWindows } from './claimchart.ts';
import { ChartError, otherProvider } from './data.ts';
import type { Figure } from './figure.ts';
import { through } from './provenance.ts';
import { drawBars, drawLine, drawMultiples } from './serieschart.ts';
import { narrow, wide } from './size.ts';
import { writeDrawing } from './svg.ts';
import { pointOf, tableOf } from './table.ts';

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
	const { data, scene, subtitle, groupHeading, series, licence, measure } = drawn(ledger, chart);
	const credits = creditsOf(ledger, series);
	return {
		id,
		title: chart.title,
		summary: chart.summary,
		subtitle,
		drawings: { wide: writeDrawing(scene(wide), id), narrow: writeDrawing(scene(narrow), id) },
		table: tableOf(ledger, data, plainText(ledger, chart.title), groupHeading),
		points: data.map(pointOf),
		sources: [...new Set(data.map(({ source }) => source))],
		...(credits.length > 0 ? { credits } : {}),
		licences: licence === undefined ? [...new Set(series.map((record) => record.licence))] : [licence],
		notes: notesIn(chart, series, measure),
	};
}

function creditsOf(ledger: Ledger, series: readonly Series[]): readonly string[] {
	return series.flatMap((one) => {
		const provider = otherProvider(ledger, one);
		const publisher = ledger.sources.get(one.source)?.publisher;
		return provider === undefined || publisher === undefined ? [] : [through(publisher, provider)];
	});
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
