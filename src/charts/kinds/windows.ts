import { scaleLinear } from 'd3';
import { toDate } from '../../ledger/date.ts';
import type { Chart, Ledger } from '../../ledger/ledger.ts';
import { formatQuantity } from '../../ledger/quantity.ts';
import { relayedWords, speakerOf } from '../../ledger/speaker.ts';
import { required } from '../../prose/words.ts';
import { ChartError, claimDatum, type Datum } from '../data.ts';
import { ofData } from '../datafigure.ts';
import type { Drawn, Kind } from '../figure.ts';
import { group, line, rect, round, sceneOf } from '../marks.ts';
import { timeGrid } from '../plot.ts';
import { columnsFor, rowOf } from '../rows.ts';
import type { Scene, Shape, Size } from '../scene.ts';
import { DROP, label, linesWidth } from '../text.ts';
import { shortDate, spansAround, timeScale } from '../time.ts';
import { capital, countedWords } from '../words.ts';

/** Heights of a bar of people, and of a strip of the calendar; room between both panels. */
const [BAR, STRIP, GAP] = [18, 9, 34];
/** Share of its width that the calendar has beside the bars; below them it has all of it. */
const CALENDAR = { wide: 0.27, middle: 0.36, narrow: 1 } as const;

/**
 * Draws two panels of the same rows: how many people, as bars from nought with the figure behind each, and on a calendar
 * the whole period that the words of its source can cover. No length says both.
 * @param counted what the figures count: "people displaced"
 */
function windowsScene(windows: readonly Window[], counted: string, size: Size): Scene {
	const apart = size.layout === 'narrow';
	const names = windows.map(({ name, datum }) => ({ name, detail: shortDate(datum.date), strong: true }));
	const columns = columnsFor(
		names.flatMap(({ name, detail }) => [name, detail]),
		size,
	);
	const { left, right } = columns;
	const from = apart ? left : round(right - size.width * CALENDAR[size.layout]);
	const x = timeScale(...spansAround(windows.map(({ datum }) => datum.date)), [from, right]);
	const behind = linesWidth(
		windows.map(({ figure }) => figure),
		size,
		'bold',
	);
	const largest = Math.max(1, ...windows.map(({ datum }) => datum.upper ?? datum.value ?? 0));
	const people = scaleLinear([0, largest], [left, (apart ? right : from - GAP) - behind - 8]);
	const sharing = windows.some(({ datum: one }, index) =>
		windows.slice(index + 1).some(({ datum }) => datum.date.min <= one.date.max && one.date.min <= datum.date.max),
	);
	const warned = sharing ? size.lineHeight + 8 : 0;
	const warning = label('ch-account', size, ['Periods overlap: do not add.'], { x: 0, y: size.text }, 'start', 'bold');
	const head = (words: string, x: number, y: number) => label('ch-heading', size, [words], { x, y: y + size.text });
	const bars: Shape[] = [head(capital(counted), left, warned)];
	const strips: Shape[] = [];
	const bar = ({ datum, figure }: Window, y: number): Shape => {
		const [value, upper] = [people(datum.value ?? 0), people(datum.upper ?? datum.value ?? 0)];
		const at = { y: y - BAR / 2, height: BAR };
		return group('ch-row ch-series-1', [
			rect('ch-bar', { x: left, width: value - left, ...at }, datum.id),
			...(upper > value ? [rect('ch-window', { x: value, width: upper - value, ...at })] : []),
			label('ch-value', size, [figure], { x: upper + 8, y: y + size.text * DROP }, 'start', 'bold'),
		]);
	};
	const rules = (y: number, height: number) => timeGrid(x, { y, height }, size, 0).rules;
	const strip = ({ datum }: Window, y: number): readonly Shape[] => {
		const [start, end] = [x(datum.date.min), x(datum.date.max)];
		const at = { y: y - STRIP / 2, height: STRIP };
		return [
			// Where names stand above the strips, the rules stay out of them.
			...(columns.names > 0 ? [] : [rules(y - BAR / 2, BAR)]),
			group('ch-quiet', [rect('ch-bar', { x: start, width: end - start, ...at })]),
		];
	};
	const calendarHead = (top: number) => {
		const names = timeGrid(x, { y: 0, height: 0 }, size, top + size.lineHeight + 2 + size.text).names;
		return [head('Period that each counts', from, top), ...names];
	};
	const below = (top: number) => top + 2 * size.lineHeight + 8;
	if (!apart) strips.push(...calendarHead(warned));
	let y = apart ? warned + size.lineHeight + 4 : below(warned);
	const axis = y;
	for (const [index, window] of windows.entries()) {
		const { name = '', ...more } = names[index] ?? {};
		const row = rowOf(apart ? { name, strong: true } : { name, ...more }, columns, y, BAR + 8);
		bars.push(...row.words, bar(window, row.y));
		if (!apart) strips.push(...strip(window, row.y));
		y = row.bottom + 6;
	}
	if (columns.names > 0) strips.unshift(rules(axis, y - 6 - axis));
	const nought = line('ch-axis', left, axis, left, y - 6);
	if (apart) {
		strips.push(...calendarHead(y + 14));
		y = below(y + 14);
		for (const [index, window] of windows.entries()) {
			const row = rowOf(names[index] ?? { name: '' }, columns, y, BAR);
			strips.push(...row.words, ...strip(window, row.y));
			y = row.bottom + 6;
		}
	}
	return sceneOf(size, y, [...(sharing ? [warning] : []), ...strips, ...bars, nought]);
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
