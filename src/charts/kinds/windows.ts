import { type PointDate, toDate } from '../../ledger/date.ts';
import type { Chart, Ledger } from '../../ledger/ledger.ts';
import { formatQuantity } from '../../ledger/quantity.ts';
import { relayedWords, speakerOf } from '../../ledger/speaker.ts';
import { ChartError, claimDatum, type Datum } from '../data.ts';
import { ofData } from '../datafigure.ts';
import type { Drawn, Kind } from '../figure.ts';
import { group, interval, line, rect, round, sceneOf } from '../marks.ts';
import { timeGrid } from '../plot.ts';
import { QUOTED } from '../provenance.ts';
import { columnsFor, keyRows, rowOf, saying } from '../rows.ts';
import type { Scene, Shape, Size } from '../scene.ts';
import { DROP, label, linesWidth } from '../text.ts';
import { shortDate, timeScale, wholeSpans } from '../time.ts';
import { capital, countedWords } from '../words.ts';

/** Height of a bar of people. */
const BAR = 16;

/**
 * Draws each figure as a row: the whole period that the words of its source can cover as a thin line on one axis of
 * time, its people as a bar from nought on one scale; below one another where there is no room for both side by side.
 * @param counted what the figures count: "people displaced"
 */
function windowsScene(windows: readonly Window[], counted: string, size: Size): Scene {
	const [from, to] = wholeSpans(
		Math.min(...windows.map((window) => window.from.min)),
		Math.max(...windows.map((window) => window.to.max)),
	);
	const names = windows.map(({ name, datum }) => ({ name, detail: shortDate(datum.date), strong: true }));
	const columns = columnsFor(
		names.flatMap(({ name, detail }) => [name, detail]),
		size,
	);
	const { left, right } = columns;
	const beside = columns.names > 0;
	const nought = beside ? round(left + (right - left) * 0.36) : left;
	const x = timeScale(from, to, [left + 1, beside ? nought - 32 : right - 1]);
	const people = ({ datum }: Window) => datum.upper ?? datum.value ?? 0;
	const numbers = linesWidth(
		windows.map(({ figure }) => figure),
		size,
		'bold',
	);
	const unit = (right - nought - numbers - 10) / Math.max(...windows.map(people));

	const key = [
		saying(`${capital(counted)}: a bar from zero. The time that a figure covers: a thin line.`),
		saying('The times overlap: the figures must not be added up.'),
	];
	const legend = keyRows(key, size, 0);
	const axisY = legend.bottom + 8 + size.text;
	let y = axisY + 12;
	const rows = windows.map((window, index): Shape => {
		const row = rowOf(names[index] ?? { name: window.name }, columns, y, beside ? BAR : BAR + 18);
		y = row.bottom + 10;
		const apart = beside ? 0 : 9;
		const bar = { x: nought, y: row.y + apart - BAR / 2, width: Math.max(1, people(window) * unit), height: BAR };
		const end = { x: bar.x + bar.width + 8, y: row.y + apart + size.text * DROP };
		return group('ch-row ch-series-1', [
			...row.words,
			group('ch-quiet', [interval(x(window.from.min), x(window.to.max), row.y - apart)]),
			line('ch-axis', nought, bar.y - 4, nought, bar.y + BAR + 4),
			rect('ch-bar', bar, window.datum.id),
			label('ch-value', size, [window.figure], end, 'start', 'bold'),
		]);
	});
	const { rules, names: spans } = timeGrid(x, { y: axisY + 5, height: 5 }, size, axisY);
	return sceneOf(size, y, [...legend.shapes, rules, ...spans, ...rows]);
}

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

/** Which period each figure covers. */
export function drawWindows(ledger: Ledger, chart: Kind<'windows'>): Drawn {
	const windows = windowsOf(ledger, chart);
	if (chart.annotations?.length) throw new ChartError(chart.id, 'a chart of windows takes no annotations');
	const units = [...new Set(windows.map(({ datum }) => datum.unit))];
	const measure = ledger.measures.get(ledger.claims.get(chart.claims[0] ?? '')?.measure ?? '');
	return ofData(ledger, chart, {
		data: windows.map(({ datum }) => datum),
		series: [],
		licence: QUOTED,
		groupHeading: 'Kind',
		scene: (size) => windowsScene(windows, measure ? countedWords(measure) : units.join(', '), size),
		measure,
	});
}
