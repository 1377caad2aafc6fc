import { type LedgerDate, toDate } from '../ledger/date.ts';
import type { Chart, Ledger } from '../ledger/ledger.ts';
import { speakerOf } from '../ledger/speaker.ts';
import { plainText } from '../prose/words.ts';
import { ChartError, type ChartSeries, claimDatum, type Datum, momentOf } from './data.ts';
import { spanOf } from './timeline/span.ts';
import { bindFigures } from './words.ts';

/** Something to see in a chart, resolved: a time, a span of time, a datum of a series, or a claim's own figure. */
export type Note =
	| { readonly type: 'time'; readonly at: number; readonly label: string }
	| {
			readonly type: 'span';
			readonly from: number;
			readonly to: number;
			/** From when on it surely was, where its start is not known to the day. */
			readonly sure?: number;
			readonly open: boolean;
			readonly label: string;
	  }
	/** A day in the life of a ceasefire. */
	| { readonly type: 'event'; readonly ceasefire: string; readonly at: number; readonly label: string }
	| { readonly type: 'datum'; readonly datum: Datum; readonly label: string }
	| { readonly type: 'claim'; readonly datum: Datum; readonly measure: string; readonly label: string };

/** Series with what is to be seen in them, and what they count, in words. */
export interface Noted {
	readonly series: readonly ChartSeries[];
	readonly notes: readonly Note[];
	readonly unit: string;
}

function dateNote(date: LedgerDate, label: string): Note {
	return date.type === 'period'
		? // Years are those of the points at their ends.
			{
				type: 'span',
				from: date.from.precision === 'year' ? date.from.max : date.min,
				to: date.max,
				open: false,
				label,
			}
		: { type: 'time', at: momentOf(date, 'stock'), label };
}

/**
 * Resolves the annotations of a chart against the series that are drawn in it.
 * @throws ChartError when an annotation names a point, ceasefire or claim that is not there
 */
export function notesOf(ledger: Ledger, chart: Chart, series: readonly ChartSeries[]): readonly Note[] {
	return (chart.annotations ?? []).map((annotation, index): Note => {
		const failed = (message: string) => new ChartError(chart.id, `annotation ${index + 1} ${message}`);
		const label = bindFigures(plainText(ledger, annotation.label));
		if (annotation.ceasefire !== undefined) {
			const ceasefire = ledger.ceasefires.get(annotation.ceasefire);
			if (!ceasefire) throw failed(`names the ceasefire "${annotation.ceasefire}", which does not exist`);
			if (annotation.date !== undefined)
				return { type: 'event', ceasefire: ceasefire.id, at: toDate(annotation.date).min, label };
			const { start } = spanOf(ceasefire);
			const from = start.min;
			const to = ceasefire.ended === undefined ? Number.POSITIVE_INFINITY : toDate(ceasefire.ended).max;
			return {
				type: 'span',
				from,
				...(start.hard ? {} : { sure: start.max }),
				to,
				open: ceasefire.ended === undefined,
				label,
			};
		}
		if (annotation.claim !== undefined) {
			const claim = ledger.claims.get(annotation.claim);
			if (!claim) throw failed(`names the claim "${annotation.claim}", which does not exist`);
			// A figure of another kind beside a series needs its own name: the editor's words before the colon.
			const [name = '', ...rest] = label.split(': ');
			const datum = claimDatum(ledger, claim, claim.id, rest.length > 0 ? name : speakerOf(ledger, claim));
			if (datum?.value === null || datum === undefined)
				throw failed(`names a claim without a figure or without a date`);
			return { type: 'claim', datum, measure: claim.measure, label };
		}
		if (annotation.series !== undefined) {
			const strand = series.find(({ id }) => id === annotation.series);
			if (!strand) throw failed(`names the series "${annotation.series}", which this chart does not draw`);
			const datum = strand.data.find((item) => item.date.edtf === annotation.date);
			if (!datum) throw failed(`names ${annotation.date ?? 'no date'}, at which "${strand.id}" has no value`);
			return { type: 'datum', datum, label };
		}
		if (annotation.date === undefined) throw failed('names no date, series, ceasefire or claim');
		return dateNote(toDate(annotation.date), label);
	});
}
