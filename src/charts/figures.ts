import type { Ledger } from '../ledger/ledger.ts';
import { drawChart } from './declared.ts';
import type { Figure } from './figure.ts';
import { BREACHED } from './subject.ts';
import { drawCloseUp } from './timeline/closeup.ts';
import { drawHeld } from './timeline/durations.ts';
import { drawLife } from './timeline/life.ts';
import { drawOverview } from './timeline/overview.ts';

/** The drawings of the ceasefires, by id: made from the records as they are, without a declaration in content/charts. */
const timelines: Readonly<Record<string, (ledger: Ledger) => Figure>> = {
	'ceasefires-overview': (ledger) => drawOverview(ledger),
	'ceasefires-close-up': (ledger) => drawCloseUp(ledger),
	'ceasefire-march-2020-life': (ledger) => drawLife(ledger, BREACHED),
	'ceasefires-how-long': (ledger) => drawHeld(ledger),
};

/** Ids of all figures that have an address under /charts/: those that editors declare, then those of the ceasefires. */
export const figureIds = (ledger: Ledger): readonly string[] => [
	...[...ledger.charts.keys()].filter((id) => !Object.hasOwn(timelines, id)),
	...Object.keys(timelines),
];

/**
 * Draws a figure that has an address of its own.
 * @throws ChartError when there is none with this id, or it cannot be drawn as declared
 */
export function drawFigure(ledger: Ledger, id: string): Figure {
	const timeline = Object.hasOwn(timelines, id) ? timelines[id] : undefined;
	return timeline ? timeline(ledger) : drawChart(ledger, id);
}
