import { type PointDate, toDate } from '../ledger/date.ts';
import type { Chart, Ledger } from '../ledger/ledger.ts';
import { formatQuantity } from '../ledger/quantity.ts';
import { relayedWords, speakerOf } from '../ledger/speaker.ts';
import { ChartError, claimDatum, type Datum } from './data.ts';

/** A figure with the period that it covers. */
export interface Window {
	readonly datum: Datum;
	/** The figure in words: "more than 1.94 million". */
	readonly figure: string;
	/** Who counted. */
	readonly name: string;
	readonly from: PointDate;
	readonly to: PointDate;
}

/**
 * Reads the claims of a chart of windows, in order of the start of their periods, the longer first.
 * @throws ChartError when a claim is not there, gives no number, or is not for a period
 */
export function windowsOf(ledger: Ledger, chart: Extract<Chart, { readonly kind: 'windows' }>): readonly Window[] {
	return chart.claims
		.map((id): Window => {
			const claim = ledger.claims.get(id);
			if (!claim) throw new ChartError(chart.id, `there is no claim "${id}"`);
			const date = claim.date === undefined ? undefined : toDate(claim.date);
			if (date?.type !== 'period') throw new ChartError(chart.id, `the claim "${id}" is not for a period`);
			const speaker = speakerOf(ledger, claim);
			const source = ledger.sources.get(claim.source);
			// A report that this site calls by a number is known to others by who published it, or whose copy it is.
			const known = source?.publisher === 'Unknown' ? source.agency : source?.publisher;
			const own =
				source?.seed === undefined || claim.saidBy !== undefined ? speaker : `${speaker} (${known ?? source.title})`;
			const name = relayedWords(ledger, claim) ?? own;
			const datum = claimDatum(ledger, claim, 'windows', 'Figures for a period');
			if (!datum || !claim.quantity) throw new ChartError(chart.id, `the claim "${id}" gives no figure`);
			return {
				datum: { ...datum, speaker },
				figure: formatQuantity(claim.quantity),
				name,
				from: date.from,
				to: date.to,
			};
		})
		.sort((a, b) => a.from.min - b.from.min || b.to.max - a.to.max || (a.datum.id < b.datum.id ? -1 : 1));
}
