import { formatDate } from '../ledger/date.ts';
import type { Chart, Ledger, Measure, Series } from '../ledger/ledger.ts';
import { plainText } from '../prose/words.ts';
import { type Datum, otherProvider } from './data.ts';
import type { Drawn, Figure } from './figure.ts';
import { QUOTED, through } from './provenance.ts';
import { pointOf, tableOf } from './table.ts';

/** What a chart of values hands on: table, points, sources and notes follow from it. */
interface Values extends Pick<Drawn, 'scene'> {
	readonly data: readonly Datum[];
	readonly groupHeading: string;
	readonly series: readonly Series[];
	/** What is counted, where no series says it. */
	readonly measure?: Measure | undefined;
}

/** Completes a chart of values: one row and one point for each of them. */
export function ofData(ledger: Ledger, chart: Chart, values: Values): Drawn {
	const { data, scene, groupHeading, series, measure } = values;
	const credits = creditsOf(ledger, series);
	return {
		scene,
		table: tableOf(ledger, data, plainText(ledger, chart.title), groupHeading),
		points: data.map(pointOf),
		sources: [...new Set(data.map(({ source }) => source))],
		...(credits.length > 0 ? { credits } : {}),
		licences: series.length === 0 ? [QUOTED] : [...new Set(series.map(({ licence }) => licence))],
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
