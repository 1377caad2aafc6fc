import type { Qualifier } from '../ledger/schemas/index.ts';
import type { Datum } from './data.ts';
import { round, type Shape, type SymbolName } from './scene.ts';

/** Marker of each series, so that series stay apart without colour. */
const SERIES: readonly SymbolName[] = ['circle', 'square', 'diamond', 'cross', 'up', 'down'];
export const seriesSymbol = (index: number): SymbolName => SERIES[index % SERIES.length] ?? 'circle';

/** Colours of series in the style sheet. */
const COLOURS = 6;
/** Class that gives a series its colour, by its place in the chart; after the last colour they begin again. */
export const seriesRole = (index: number): string => `ch-series-${(index % COLOURS) + 1}`;

/** How a qualifier is drawn: filled is exact, hollow is about, a triangle points to where the true value may lie. */
export function qualifierSymbol(qualifier: Qualifier): { readonly symbol: SymbolName; readonly hollow: boolean } {
	switch (qualifier) {
		case 'more than':
		case 'at least':
			return { symbol: 'up', hollow: true };
		case 'almost':
		case 'up to':
			return { symbol: 'down', hollow: true };
		case 'about':
		case 'between':
			return { symbol: 'circle', hollow: true };
		default:
			return { symbol: 'circle', hollow: false };
	}
}

/** One datum's marker. */
export function marker(
	datum: Pick<Datum, 'id'> | undefined,
	x: number,
	y: number,
	symbol: SymbolName,
	hollow: boolean,
	radius = 3.6,
): Shape {
	return {
		type: 'symbol',
		role: hollow ? 'ch-mark ch-hollow' : 'ch-mark',
		symbol,
		x: round(x),
		y: round(y),
		radius,
		...(datum ? { point: datum.id } : {}),
	};
}
