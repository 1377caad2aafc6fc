import type { Ceasefire, Ledger } from '../ledger/ledger.ts';
import { drawChart, figureOf, once } from './declared.ts';
import type { Figure } from './figure.ts';
import { drawMap } from './map/map.ts';
import { overviewSummary, timelineOf } from './timeline/overview.ts';

/** Ids of all figures that have an address under /charts/: charts, then maps. */
export const figureIds = (ledger: Ledger): readonly string[] => [...ledger.charts.keys(), ...ledger.maps.keys()];

/**
 * Draws a figure that has an address of its own; once for a ledger, however many pages and files show it.
 * @throws ChartError when there is none with this id, or it cannot be drawn as declared
 */
export const drawFigure = once((ledger, id) => (ledger.maps.has(id) ? drawMap : drawChart)(ledger, id));

/** Figures that show the ceasefires as a whole, in the order in which they stand on the page of all of them. */
export const ceasefireFigures = (ledger: Ledger): readonly Figure[] =>
	(['ceasefires', 'close-up'] as const).flatMap((kind) =>
		[...ledger.charts.values()].filter((chart) => chart.kind === kind).map(({ id }) => drawFigure(ledger, id)),
	);

/** Figures of ceasefires that the page of all of them only names: it would be too heavy with them. */
export const moreCeasefireCharts = (ledger: Ledger) =>
	[...ledger.charts.values()].filter(({ kind }) => kind === 'how long' || kind === 'life');

/** The figures of one ceasefire's life. */
export const lifeFigures = (ledger: Ledger, ceasefire: string): readonly Figure[] =>
	[...ledger.charts.values()]
		.filter((chart) => chart.kind === 'life' && chart.ceasefire === ceasefire)
		.map(({ id }) => drawFigure(ledger, id));

/** The timeline of some of the ceasefires, for a page that lists these. */
export const someCeasefires = (ledger: Ledger, shown: readonly Ceasefire[]): Figure =>
	figureOf(
		{ id: 'ceasefires-some', title: 'When each was in force', summary: overviewSummary(shown) },
		timelineOf(ledger, shown, []),
	);
