import { accounts } from '../accounts.ts';
import { toDate } from '../date.ts';
import type { Chart, Claim, Ledger, Series } from '../ledger.ts';
import { type Path, type Problem, problem } from '../problem.ts';
import type { Annotation } from '../schemas/index.ts';

type Wrong = (path: Path, message: string, fix: string) => void;
type SeriesChart = Exclude<Extract<Chart, { readonly series: readonly string[] }>, { readonly kind: 'truces' }>;

interface Span {
	readonly min: number;
	readonly max: number;
}

const spanOf = (date: string): Span => toDate(date);

/** First to last moment for which a series has rows. */
function extent(series: Series): Span | undefined {
	const first = series.rows[0];
	const last = series.rows.at(-1);
	return first && last ? { min: toDate(first.date).min, max: toDate(last.date).max } : undefined;
}

/** One scale holds one kind of measure in one unit. */
function axisProblems(ledger: Ledger, chart: SeriesChart, list: readonly Series[], wrong: Wrong): void {
	const [first] = list;
	const kindOf = (series: Series) => ledger.measures.get(series.measure)?.kind;
	if (!first || chart.kind === 'small multiples') return;
	for (const other of list) {
		const at = chart.series.indexOf(other.id);
		if (kindOf(other) !== kindOf(first)) {
			wrong(
				['series', at],
				`${other.id} is a ${kindOf(other)} and ${first.id} a ${kindOf(first)}; they cannot share an axis`,
				'Make two charts.',
			);
		} else if (other.unit !== first.unit) {
			wrong(
				['series', at],
				`${other.id} is in ${other.unit} and ${first.id} in ${first.unit}; they cannot share an axis`,
				'Make two charts.',
			);
		}
	}
}

function cumulativeProblems(ledger: Ledger, chart: SeriesChart, series: Series, wrong: Wrong): void {
	const path = ['series', chart.series.indexOf(series.id)];
	if (ledger.measures.get(series.measure)?.kind !== 'flow' || series.countedFrom === undefined) {
		wrong(
			path,
			`${series.id} is not counted up from one day`,
			'A cumulative chart shows a flow with countedFrom; use kind: line.',
		);
	}
	const fall = series.rows.find((row, at) => at > 0 && row.value < (series.rows[at - 1]?.value ?? 0));
	if (fall)
		wrong(
			path,
			`${series.id} falls at ${fall.date}, and a count that adds up cannot fall`,
			'Look at the date and the value of that row, and at what it counts from.',
		);
}

function seriesChartProblems(ledger: Ledger, chart: SeriesChart, wrong: Wrong): void {
	const list = [...new Set(chart.series)].flatMap((id) => ledger.series.get(id) ?? []);
	if (new Set(chart.series).size !== chart.series.length)
		wrong(['series'], 'a series is named twice', 'Name each series once.');
	axisProblems(ledger, chart, list, wrong);
	const from = chart.from === undefined ? Number.NEGATIVE_INFINITY : spanOf(chart.from).min;
	const to = chart.to === undefined ? Number.POSITIVE_INFINITY : spanOf(chart.to).max;
	if (to < from) wrong(['to'], 'to lies before from', 'Correct one of the two.');
	for (const series of list) {
		const covered = extent(series);
		const at = chart.series.indexOf(series.id);
		if (!covered) wrong(['series', at], `${series.id} has no rows to draw`, 'Add rows, or leave the series out.');
		else if (covered.max < from || covered.min > to) {
			wrong(
				['series', at],
				`${series.id} has no rows between ${chart.from ?? 'its start'} and ${chart.to ?? 'its end'}`,
				'Correct from and to, or leave the series out.',
			);
		}
		if (chart.kind === 'cumulative') cumulativeProblems(ledger, chart, series, wrong);
	}
	const extents = list.flatMap((series) => extent(series) ?? []);
	const first = Math.min(...extents.map(({ min }) => min));
	const last = Math.max(...extents.map(({ max }) => max));
	// A close-up shows a time of its own, of which its count may cover a part.
	if (extents.length === 0 || chart.kind === 'close-up') return;
	for (const key of ['from', 'to'] as const) {
		const date = chart[key];
		if (date !== undefined && (spanOf(date).max < first || spanOf(date).min > last)) {
			wrong([key], `${key} (${date}) lies outside the data`, 'Correct it, or leave it out.');
		}
	}
	// A chart may be declared wider than its data, to show what came just before or after.
	const shown = { min: chart.from === undefined ? first : from, max: chart.to === undefined ? last : to };
	for (const [at, annotation] of (chart.annotations ?? []).entries())
		annotationProblems(ledger, chart, annotation, at, shown, wrong);
}

/** A claim that is placed in a chart stands on its axis: it counts the same kind of thing in the same unit. */
function claimOnAxisProblems(ledger: Ledger, chart: SeriesChart, claim: Claim, path: Path, wrong: Wrong): void {
	if (chart.kind !== 'line' && chart.kind !== 'cumulative' && chart.kind !== 'close-up') {
		wrong(path, `a chart of ${chart.kind} has no place for a claim`, 'Use kind: line, or tell it in the summary.');
		return;
	}
	const series = ledger.series.get(chart.series[0] ?? '');
	const measure = ledger.measures.get(claim.measure);
	const axis = ledger.measures.get(series?.measure ?? '');
	if (!series || !measure || !axis) return;
	const unit = claim.quantity?.unit ?? measure.unit;
	if (measure.kind !== axis.kind)
		wrong(
			path,
			`claim ${claim.id} is a ${measure.kind} and ${series.id} a ${axis.kind}`,
			'Give it a chart of its own.',
		);
	else if (unit !== series.unit)
		wrong(path, `claim ${claim.id} is in ${unit} and ${series.id} in ${series.unit}`, 'Give it a chart of its own.');
}

function annotationProblems(
	ledger: Ledger,
	chart: SeriesChart,
	annotation: Annotation,
	at: number,
	shown: Span,
	wrong: Wrong,
): void {
	const path = (key: string): Path => ['annotations', at, key];
	const { date, series, ceasefire, claim } = annotation;
	const record = series === undefined ? undefined : ledger.series.get(series);
	if (series !== undefined && !chart.series.includes(series))
		wrong(path('series'), `${series} is not in this chart`, `Series here: ${chart.series.join(', ')}.`);
	if (record && date === undefined)
		wrong(path('series'), 'the annotation names a series and no date', 'Give the date of the point.');
	if (record && date !== undefined && !record.rows.some((row) => row.date === date)) {
		wrong(
			path('date'),
			`${record.id} has no row for ${date}`,
			`Dates there: ${record.rows
				.map((row) => row.date)
				.slice(-12)
				.join(', ')}.`,
		);
	}
	const outside = (span: Span): boolean => span.max < shown.min || span.min > shown.max;
	if (date !== undefined && !record && outside(spanOf(date)))
		wrong(path('date'), `${date} lies outside what the chart shows`, 'Correct the date, or leave the annotation out.');
	const deal = ceasefire === undefined ? undefined : ledger.ceasefires.get(ceasefire);
	if (
		deal &&
		outside({
			min: spanOf(deal.inForce).min,
			max: deal.ended === undefined ? Number.POSITIVE_INFINITY : spanOf(deal.ended).max,
		})
	) {
		wrong(path('ceasefire'), `${deal.id} lies outside what the chart shows`, 'Leave the annotation out.');
	}
	const said = claim === undefined ? undefined : ledger.claims.get(claim);
	if (said) claimOnAxisProblems(ledger, chart, said, path('claim'), wrong);
	if (said && said.date === undefined && date === undefined)
		wrong(
			path('claim'),
			`claim ${said.id} has no date, so it has no place`,
			'Give the claim a date, or the annotation.',
		);
	else if (said?.date !== undefined && date === undefined && outside(spanOf(said.date)))
		wrong(
			path('claim'),
			`claim ${said.id} (${said.date}) lies outside what the chart shows`,
			'Leave the annotation out.',
		);
}

function windowsProblems(ledger: Ledger, claims: readonly string[], wrong: Wrong): void {
	let unit: string | undefined;
	for (const [at, id] of claims.entries()) {
		const claim = ledger.claims.get(id);
		if (!claim) continue;
		if (claim.date === undefined || !claim.date.includes('/'))
			wrong(['claims', at], `claim ${id} holds for no period`, 'Give it a date as from/to, or leave it out.');
		if (claim.quantity?.value === undefined)
			wrong(['claims', at], `claim ${id} gives no number to draw`, 'Leave it out, or tell it in the summary.');
		const own = claim.quantity?.unit ?? ledger.measures.get(claim.measure)?.unit;
		if (unit !== undefined && own !== unit)
			wrong(['claims', at], `claim ${id} is in ${own}, and the claims before it in ${unit}`, 'Make two charts.');
		unit ??= own;
	}
}

/** Every record that a chart draws: a fault of one is not also the chart's. */
function restsOf(chart: Chart): readonly string[] {
	if (chart.kind === 'accounts' || chart.kind === 'hours') return [`accounts/${chart.about}`];
	if (chart.kind === 'life') return [`ceasefire/${chart.ceasefire}`];
	if (chart.kind === 'windows') return chart.claims.map((id) => `claim/${id}`);
	return 'series' in chart ? chart.series.map((id) => `series/${id}`) : [];
}

/** Charts: what shares an axis can be compared, and everything named has a place in the drawing. */
export function chartProblems(ledger: Ledger): readonly Problem[] {
	const problems: Problem[] = [];
	for (const chart of ledger.charts.values()) {
		const wrong: Wrong = (path, message, fix) => {
			problems.push(problem('chart', { kind: 'chart', id: chart.id }, path, message, fix, { rests: restsOf(chart) }));
		};
		for (const [at, { date, series, ceasefire, claim }] of (chart.annotations ?? []).entries()) {
			if ([date, series, ceasefire, claim].some((place) => place !== undefined)) continue;
			wrong(['annotations', at], 'this annotation has no place', 'Give it a date, a ceasefire or a claim.');
		}
		if (chart.kind === 'windows') windowsProblems(ledger, chart.claims, wrong);
		else if (chart.kind === 'accounts' || chart.kind === 'hours') {
			const list = accounts(ledger, chart.about, chart.measure);
			const known = ledger.topics.has(chart.about) && ledger.measures.has(chart.measure);
			if (known && list.length === 0)
				wrong(
					['measure'],
					`there are no accounts of ${chart.about}, ${chart.measure}`,
					'Choose a topic and a measure with claims that can be compared.',
				);
		} else if ('series' in chart && chart.kind !== 'truces') seriesChartProblems(ledger, chart, wrong);
	}
	return problems;
}
