import { type LedgerDate, toDate } from '../ledger/date.ts';
import type { Chart, Ledger } from '../ledger/ledger.ts';
import { speakerOf } from '../ledger/speaker.ts';
import { plainText, required } from '../prose/words.ts';
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
			readonly label: string;
	  }
	/** A day in the life of a ceasefire. */
	| { readonly type: 'event'; readonly ceasefire: string; readonly at: number; readonly label: string }
	| { readonly type: 'datum'; readonly datum: Datum; readonly label: string }
	| { readonly type: 'claim'; readonly datum: Datum; readonly label: string };

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
				label,
			}
		: { type: 'time', at: momentOf(date, 'stock'), label };
}

/**
 * Resolves the annotations of a chart against the series that are drawn in it.
 * @throws Error when an annotation names what is not there, which the ledger rules out
 */
export function notesOf(ledger: Ledger, chart: Chart, series: readonly ChartSeries[]): readonly Note[] {
	return (chart.annotations ?? []).map((annotation): Note => {
		const label = bindFigures(plainText(ledger, annotation.label));
		if (annotation.ceasefire !== undefined) {
			const ceasefire = required(ledger.ceasefires.get(annotation.ceasefire), 'ceasefire', annotation.ceasefire);
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
				label,
			};
		}
		if (annotation.claim !== undefined) {
			const claim = required(ledger.claims.get(annotation.claim), 'claim', annotation.claim);
			// A figure of another kind beside a series needs its own name: the editor's words before the colon.
			const [name = '', ...rest] = label.split(': ');
			const datum = claimDatum(ledger, claim, claim.id, rest.length > 0 ? name : speakerOf(ledger, claim));
			if (typeof datum?.value !== 'number')
				throw new ChartError(chart.id, `the claim "${claim.id}" has no figure or no date`);
			return { type: 'claim', datum, label };
		}
		if (annotation.series !== undefined) {
			const strand = series.find(({ id }) => id === annotation.series);
			const datum = strand?.data.find((item) => item.date.edtf === annotation.date);
			return { type: 'datum', datum: required(datum, `row of ${annotation.series} for`, annotation.date ?? ''), label };
		}
		return dateNote(toDate(annotation.date ?? ''), label);
	});
}
