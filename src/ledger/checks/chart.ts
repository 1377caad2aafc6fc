import { accounts } from '../accounts.ts';
import { toDate } from '../date.ts';
import { type Chart, type Claim, type Ledger, type Series, unitOf } from '../ledger.ts';
import { type Path, type Problem, type Wrong, wrongOf } from '../problem.ts';
import type { Annotation } from '../schemas/index.ts';

type SeriesChart = Exclude<Extract<Chart, { readonly series: readonly string[] }>, { readonly kind: 'truces' }>;

interface Span {
	readonly min: number;
	readonly max: number;
}

/** What is looked at, and how it is told of. */
interface Look {
	readonly ledger: Ledger;
	readonly chart: SeriesChart;
	readonly wrong: Wrong;
}

/** First to last moment of two dates; open where one is not given. */
const between = (first: string | undefined, last: string | undefined): Span => ({
	min: first === undefined ? Number.NEGATIVE_INFINITY : toDate(first).min,
	max: last === undefined ? Number.POSITIVE_INFINITY : toDate(last).max,
});
const apart = (a: Span, b: Span): boolean => a.max < b.min || a.min > b.max;

/** What to do about two things that cannot share an axis. */
const separate = 'Make two charts.';

/** One scale holds one kind of measure in one unit. */
function* axisProblems({ ledger, chart, wrong }: Look, list: readonly Series[]): Generator<Problem> {
	const [first] = list;
	const kindOf = (series: Series) => ledger.measures.get(series.measure)?.kind;
	if (!first || chart.kind === 'small multiples') return;
	for (const other of list) {
		const path = ['series', chart.series.indexOf(other.id)];
		const [kind, wanted] = [kindOf(other), kindOf(first)];
		const share = 'they cannot share an axis';
		if (kind !== wanted) yield wrong(path, `${other.id} is a ${kind} and ${first.id} a ${wanted}; ${share}`, separate);
		else if (other.unit !== first.unit)
			yield wrong(path, `${other.id} is in ${other.unit} and ${first.id} in ${first.unit}; ${share}`, separate);
	}
}

function* cumulativeProblems({ ledger, wrong }: Look, series: Series, path: Path): Generator<Problem> {
	const line = 'A cumulative chart shows a flow with countedFrom; use kind: line.';
	if (ledger.measures.get(series.measure)?.kind !== 'flow' || series.countedFrom === undefined)
		yield wrong(path, `${series.id} is not counted up from one day`, line);
	const fall = series.rows.find((row, at) => at > 0 && row.value < (series.rows[at - 1]?.value ?? 0));
	const message = `${series.id} falls at ${fall?.date}, and a count that adds up cannot fall`;
	if (fall) yield wrong(path, message, 'Look at the date and the value of that row, and at what it counts from.');
}

function* seriesChartProblems(look: Look): Generator<Problem> {
	const { ledger, chart, wrong } = look;
	const list = [...new Set(chart.series)].flatMap((id) => ledger.series.get(id) ?? []);
	if (new Set(chart.series).size !== chart.series.length)
		yield wrong(['series'], 'a series is named twice', 'Name each series once.');
	yield* axisProblems(look, list);
	const declared = between(chart.from, chart.to);
	if (declared.max < declared.min) yield wrong(['to'], 'to lies before from', 'Correct one of the two.');
	const extents: Span[] = [];
	for (const series of list) {
		const path = ['series', chart.series.indexOf(series.id)];
		const [first, last] = [series.rows[0], series.rows.at(-1)];
		const none = `${series.id} has no rows between ${chart.from ?? 'its start'} and ${chart.to ?? 'its end'}`;
		if (!first || !last) yield wrong(path, `${series.id} has no rows to draw`, 'Add rows, or leave the series out.');
		else {
			const covered = between(first.date, last.date);
			extents.push(covered);
			if (apart(covered, declared)) yield wrong(path, none, 'Correct from and to, or leave the series out.');
		}
		if (chart.kind === 'cumulative') yield* cumulativeProblems(look, series, path);
	}
	// A close-up shows a time of its own, of which its count may cover a part.
	if (extents.length === 0 || chart.kind === 'close-up') return;
	const drawn = { min: Math.min(...extents.map(({ min }) => min)), max: Math.max(...extents.map(({ max }) => max)) };
	for (const key of ['from', 'to'] as const) {
		const date = chart[key];
		if (date !== undefined && apart(toDate(date), drawn))
			yield wrong([key], `${key} (${date}) lies outside the data`, 'Correct it, or leave it out.');
	}
	// A chart may be declared wider than its data, to show what came just before or after.
	const shown = {
		min: chart.from === undefined ? drawn.min : declared.min,
		max: chart.to === undefined ? drawn.max : declared.max,
	};
	for (const [at, annotation] of (chart.annotations ?? []).entries())
		yield* annotationProblems(look, annotation, at, shown);
}

/** A claim that is placed in a chart stands on its axis: it counts the same kind of thing in the same unit. */
function* claimOnAxisProblems({ ledger, chart, wrong }: Look, claim: Claim, path: Path): Generator<Problem> {
	const series = ledger.series.get(chart.series[0] ?? '');
	const measure = ledger.measures.get(claim.measure);
	const axis = ledger.measures.get(series?.measure ?? '');
	const unit = unitOf(ledger, claim);
	const own = 'Give it a chart of its own.';
	const noPlace = `a chart of ${chart.kind} has no place for a claim`;
	if (chart.kind !== 'close-up') yield wrong(path, noPlace, 'Tell it in the summary.');
	else if (!series || !measure || !axis) return;
	else if (measure.kind !== axis.kind)
		yield wrong(path, `claim ${claim.id} is a ${measure.kind} and ${series.id} a ${axis.kind}`, own);
	else if (unit !== series.unit)
		yield wrong(path, `claim ${claim.id} is in ${unit} and ${series.id} in ${series.unit}`, own);
}

function* annotationProblems(look: Look, annotation: Annotation, at: number, shown: Span): Generator<Problem> {
	const { ledger, chart, wrong } = look;
	const { date, series = '', ceasefire = '', claim = '' } = annotation;
	const path = (key: string): Path => ['annotations', at, key];
	const outside = 'lies outside what the chart shows';
	const record = ledger.series.get(series);
	if (series !== '' && !chart.series.includes(series))
		yield wrong(path('series'), `${series} is not in this chart`, `Series here: ${chart.series.join(', ')}.`);
	if (record && date === undefined)
		yield wrong(path('series'), 'the annotation names a series and no date', 'Give the date of the point.');
	const dates = record?.rows.map((row) => row.date) ?? [];
	if (record && date !== undefined && !dates.includes(date))
		yield wrong(path('date'), `${record.id} has no row for ${date}`, `Dates there: ${dates.slice(-12).join(', ')}.`);
	if (date !== undefined && !record && apart(toDate(date), shown))
		yield wrong(path('date'), `${date} ${outside}`, 'Correct the date, or leave the annotation out.');
	const deal = ledger.ceasefires.get(ceasefire);
	if (deal && apart(between(deal.inForce, deal.ended), shown))
		yield wrong(path('ceasefire'), `${deal.id} ${outside}`, 'Leave the annotation out.');
	const said = ledger.claims.get(claim);
	if (!said) return;
	yield* claimOnAxisProblems(look, said, path('claim'));
	if (date !== undefined) return;
	const nowhere = `claim ${said.id} has no date, so it has no place`;
	if (said.date === undefined) yield wrong(path('claim'), nowhere, 'Give the claim a date, or the annotation.');
	else if (apart(toDate(said.date), shown))
		yield wrong(path('claim'), `claim ${said.id} (${said.date}) ${outside}`, 'Leave the annotation out.');
}

function* windowsProblems(ledger: Ledger, ids: readonly string[], wrong: Wrong): Generator<Problem> {
	const claims = ids.map((id) => ledger.claims.get(id));
	const unit = claims.map((claim) => claim && unitOf(ledger, claim)).find((one) => one !== undefined);
	for (const [at, claim] of claims.entries()) {
		if (!claim) continue;
		const path = ['claims', at];
		if (!claim.date?.includes('/'))
			yield wrong(path, `claim ${claim.id} holds for no period`, 'Give it a date as from/to, or leave it out.');
		if (claim.quantity?.value === undefined)
			yield wrong(path, `claim ${claim.id} gives no number to draw`, 'Leave it out, or tell it in the summary.');
		const own = unitOf(ledger, claim);
		if (unit !== undefined && own !== unit)
			yield wrong(path, `claim ${claim.id} is in ${own}, and the claims before it in ${unit}`, separate);
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
export function* chartProblems(ledger: Ledger): Generator<Problem> {
	for (const chart of ledger.charts.values()) {
		const wrong = wrongOf('chart', chart.id, { rests: restsOf(chart) });
		for (const [at, { date, series, ceasefire, claim }] of (chart.annotations ?? []).entries())
			if ([date, series, ceasefire, claim].every((place) => place === undefined))
				yield wrong(['annotations', at], 'this annotation has no place', 'Give it a date, a ceasefire or a claim.');
		if (chart.kind === 'windows') yield* windowsProblems(ledger, chart.claims, wrong);
		else if (chart.kind === 'sides') {
			for (const [at, row] of chart.rows.entries())
				for (const key of ['from', 'to'] as const) {
					const claim = ledger.claims.get(row[key]);
					const words = `claim ${row[key]} has no date, so nothing says when the deal stood`;
					if (claim && claim.date === undefined) yield wrong(['rows', at, key], words, 'Give the claim a date.');
				}
		} else if (chart.kind === 'accounts' || chart.kind === 'hours') {
			const { about, measure } = chart;
			const known = ledger.topics.has(about) && ledger.measures.has(measure);
			const fix = 'Choose a topic and a measure with claims that can be compared.';
			if (known && accounts(ledger, about, measure).length === 0)
				yield wrong(['measure'], `there are no accounts of ${about}, ${measure}`, fix);
		} else if ('series' in chart && chart.kind !== 'truces') yield* seriesChartProblems({ ledger, chart, wrong });
	}
}
