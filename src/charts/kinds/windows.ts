import { type PointDate, toDate } from '../../ledger/date.ts';
import type { Chart, Ledger } from '../../ledger/ledger.ts';
import { formatQuantity } from '../../ledger/quantity.ts';
import { relayedWords, speakerOf } from '../../ledger/speaker.ts';
import { ChartError, claimDatum, type Datum } from '../data.ts';
import { ofData } from '../datafigure.ts';
import type { Drawn, Kind } from '../figure.ts';
import { group, rect, round, sceneOf } from '../marks.ts';
import { timeGrid } from '../plot.ts';
import { QUOTED } from '../provenance.ts';
import { columnsFor, keyRows, rowOf, saying } from '../rows.ts';
import type { Scene, Shape, Size } from '../scene.ts';
import { shortDate, timeScale, wholeSpans } from '../time.ts';
import { capital, countedWords } from '../words.ts';

/** Height of the box with the most people. */
const HIGHEST = { wide: 130, middle: 110, narrow: 96 } as const;
const GAP = 10;

/**
 * Draws each figure as a box on one time axis: as wide as the whole period that the words of its source can cover, as
 * high as it counts people.
 * @param counted what the figures count: "people displaced"
 */
export function windowsScene(windows: readonly Window[], counted: string, size: Size): Scene {
	const [from, to] = wholeSpans(
		Math.min(...windows.map((window) => window.from.min)),
		Math.max(...windows.map((window) => window.to.max)),
	);
	const names = windows.map(({ figure, name, datum }) => ({
		name: figure,
		detail: `${name}, ${shortDate(datum.date)}`,
		strong: true,
	}));
	const columns = columnsFor(
		names.flatMap(({ name, detail }) => [name, detail]),
		size,
	);
	const x = timeScale(from, to, [columns.left, columns.right]);
	const at = (time: number) => round(x(time));
	const people = ({ datum }: Window) => datum.upper ?? datum.value ?? 0;
	const most = Math.max(...windows.map(people));

	const key = [
		saying(`${capital(counted)}. The taller a box, the more people; the wider, the longer the time.`),
		saying('The times overlap: the figures must not be added up.'),
	];
	const legend = keyRows(key, size, 0);
	const axisY = legend.bottom + 8 + size.text;
	const top = axisY + 8;
	let y = top + 4;
	const rows = windows.map((window, index): Shape => {
		const height = Math.max(2, (people(window) / most) * HIGHEST[size.layout]);
		const row = rowOf(names[index] ?? { name: window.figure }, columns, y, height);
		y = row.bottom + GAP;
		const [left, right] = [at(window.from.min), at(window.to.max)];
		const box = { x: left, y: row.y - height / 2, width: Math.max(3, right - left), height };
		return group('ch-row ch-series-1', [...row.words, rect('ch-box', box, window.datum.id)]);
	});
	const bottom = round(y);
	const grid = timeGrid(x, { y: top, height: bottom - top }, size, axisY);
	const below = timeGrid(x, { y: bottom, height: 0 }, size, bottom + size.text + 4);
	const shapes = [...legend.shapes, grid.rules, ...grid.names, ...below.names, ...rows];
	return sceneOf(size, bottom + size.lineHeight + 6, shapes);
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
