import { toDate } from '../../ledger/date.ts';
import type { Chart, Ledger } from '../../ledger/ledger.ts';
import { formatQuantity } from '../../ledger/quantity.ts';
import { relayedWords, speakerOf } from '../../ledger/speaker.ts';
import { required } from '../../prose/words.ts';
import { ChartError, claimDatum, type Datum } from '../data.ts';
import { ofData } from '../datafigure.ts';
import type { Drawn, Kind } from '../figure.ts';
import { group, path, rect, round, sceneOf } from '../marks.ts';
import { timeGrid } from '../plot.ts';
import { columnsFor, rowOf } from '../rows.ts';
import type { Scene, Shape, Size } from '../scene.ts';
import { boxOf, label, wrap } from '../text.ts';
import { shortDate, spansAround, timeScale } from '../time.ts';
import { capital, countedWords } from '../words.ts';

/** Height of a bar, and of the strokes at its ends. */
const [BAR, ENDS] = [5, 16];

/**
 * Draws each figure, large, with a thin bar over the whole period that the words of its source can cover, all on one
 * calendar: a long bar is a long time, not many people.
 * @param counted what the figures count: "people displaced"
 */
function windowsScene(windows: readonly Window[], counted: string, size: Size): Scene {
	const names = windows.map(({ figure, name, datum }) => {
		return { name: figure, detail: `${name}: ${shortDate(datum.date)}`, strong: true };
	});
	const columns = columnsFor(
		names.flatMap(({ name, detail }) => [name, detail]),
		size,
	);
	const x = timeScale(...spansAround(windows.map(({ datum }) => datum.date)), [columns.left + 1, columns.right - 1]);
	const sharing = windows.some(({ datum: one }, index) =>
		windows.slice(index + 1).some(({ datum }) => datum.date.min <= one.date.max && one.date.min <= datum.date.max),
	);
	const said = [
		`${capital(counted)}, the highest figure first, and the time for which each counts.`,
		...(sharing ? ['Times that overlap may count the same people: never add them up.'] : []),
	];
	const legend = label('ch-detail', size, wrap(said.join(' '), size.width, size.text), { x: 0, y: size.text });
	const axisY = boxOf(legend).y + boxOf(legend).height + 8 + size.text;
	const grid = (y: number, height: number) => timeGrid(x, { y, height }, size, axisY);
	let y = axisY + 6;
	const strips: (readonly [number, number])[] = [];
	const rows = windows.map(({ datum }, index): Shape => {
		const row = rowOf(names[index] ?? { name: '' }, columns, y, ENDS + 8);
		y = row.bottom + 6;
		const [start, end] = [round(x(datum.date.min)), round(x(datum.date.max))];
		const [top, bottom] = [row.y - ENDS / 2, row.y + ENDS / 2];
		strips.push([top, bottom]);
		return group('ch-row ch-series-1', [
			...row.words,
			rect('ch-bar', { x: start, y: row.y - BAR / 2, width: end - start, height: BAR }, datum.id),
			path('ch-reach', `M${start},${top}V${bottom}M${end},${top}V${bottom}`),
		]);
	});
	// Where names stand above the bars, the rules stay out of them.
	const whole = [[strips[0]?.[0] ?? 0, strips.at(-1)?.[1] ?? 0]] as const;
	const rules = (columns.names > 0 ? whole : strips).map(([top, bottom]) => grid(top - 6, bottom - top + 12).rules);
	return sceneOf(size, y, [legend, ...rules, ...grid(0, 0).names, ...rows]);
}

/** A figure with the period that it covers. */
export interface Window {
	readonly datum: Datum;
	/** The figure in words: "more than 1.94 million". */
	readonly figure: string;
	/** Who counted. */
	readonly name: string;
}

/**
 * Reads the claims of a chart of windows, the highest first.
 * @throws ChartError when a claim is not there, gives no number, or is not for a period
 */
export function windowsOf(ledger: Ledger, chart: Extract<Chart, { readonly kind: 'windows' }>): readonly Window[] {
	return chart.claims
		.map((id): Window => {
			const claim = required(ledger.claims.get(id), 'claim', id);
			const date = claim.date === undefined ? undefined : toDate(claim.date);
			if (date?.type !== 'period') throw new ChartError(chart.id, `the claim "${id}" is not for a period`);
			const speaker = speakerOf(ledger, claim);
			const source = ledger.sources.get(claim.source);
			// A report that this site calls by a number is known to others by who published it, or whose copy it is.
			const known = source?.publisher === 'Unknown' ? source.agency : source?.publisher;
			const own =
				source?.seed === undefined || claim.saidBy !== undefined ? speaker : `${speaker} (${known ?? source.title})`;
			// The short form, since others in the drawing pass on a count under it.
			const short = ledger.actors.get(claim.saidBy ?? '')?.short;
			const name = relayedWords(ledger, claim) ?? (short ? `${own} (${short})` : own);
			const datum = claimDatum(ledger, claim, 'windows', 'Figures for a period');
			if (!datum || !claim.quantity) throw new ChartError(chart.id, `the claim "${id}" gives no figure`);
			return { datum: { ...datum, speaker }, figure: formatQuantity(claim.quantity), name };
		})
		.sort(({ datum: a }, { datum: b }) => (b.value ?? 0) - (a.value ?? 0) || (a.id < b.id ? -1 : 1));
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
		groupHeading: 'Kind',
		scene: (size) => windowsScene(windows, measure ? countedWords(measure) : units.join(', '), size),
		measure,
	});
}
