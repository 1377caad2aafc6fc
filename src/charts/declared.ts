import type { Chart, Ledger } from '../ledger/ledger.ts';
import { remember } from '../ledger/remember.ts';
import { ChartError } from './data.ts';
import type { Drawn, Figure, Kind } from './figure.ts';
import { drawAccounts } from './kinds/accounts.ts';
import { drawHours } from './kinds/hours.ts';
import { drawSides } from './kinds/sides.ts';
import { drawWindows } from './kinds/windows.ts';
import { sizes } from './scene.ts';
import { drawSeries } from './serieschart.ts';
import { drawCloseUp } from './timeline/closeup.ts';
import { drawDurations } from './timeline/durations.ts';
import { drawLife } from './timeline/life.ts';
import { drawCeasefires } from './timeline/overview.ts';
import { drawTruces } from './timeline/truces.ts';

/** What draws each kind of chart. */
const drawers: { readonly [K in Chart['kind']]: (ledger: Ledger, chart: Kind<K>) => Drawn } = {
	accounts: drawAccounts,
	hours: drawHours,
	windows: drawWindows,
	sides: drawSides,
	line: drawSeries,
	cumulative: drawSeries,
	bars: drawSeries,
	'small multiples': drawSeries,
	ceasefires: drawCeasefires,
	truces: drawTruces,
	'close-up': drawCloseUp,
	'how long': drawDurations,
	life: drawLife,
};

const drawn = <K extends Chart['kind']>(ledger: Ledger, kind: K, chart: Kind<K>): Drawn => drawers[kind](ledger, chart);

/** A figure from its words and what was drawn for it, in every layout. */
export function figureOf({ id, title, summary }: Pick<Chart, 'id' | 'title' | 'summary'>, parts: Drawn): Figure {
	const { scene, ...rest } = parts;
	const drawings = { narrow: scene(sizes.narrow), middle: scene(sizes.middle), wide: scene(sizes.wide) };
	return { id, title, summary, ...rest, drawings };
}

/** Draws what an id names; records never change, so that what was drawn once of a ledger is not drawn again. */
export function once(draw: (ledger: Ledger, id: string) => Figure): typeof draw {
	const drawer = remember((ledger: Ledger) => remember((id: string) => draw(ledger, id)), new WeakMap());
	return (ledger, id) => drawer(ledger)(id);
}

/**
 * Draws a chart of the ledger: all pictures, the table, the points, the words, the sources.
 * @throws ChartError when the chart is not there or cannot be drawn as declared
 */
export const drawChart = once((ledger, id) => {
	const chart = ledger.charts.get(id);
	if (!chart) throw new ChartError(id, 'there is no such chart');
	return figureOf(chart, drawn(ledger, chart.kind, chart));
});
