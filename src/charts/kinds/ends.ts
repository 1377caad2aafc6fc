import { bindFigures } from '../bind.ts';
import type { ChartSeries, Datum } from '../data.ts';
import { type Box, type Spot, spread } from '../label-placement.ts';
import { label, linesWidth } from '../plot.ts';
import { line, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { wrap } from '../text.ts';
import { shortAmount } from '../words.ts';

/** Width at which names are broken. */
const WRAP_AT = { wide: 176, middle: 134, narrow: 92 } as const;
/** From the end of the plot to the words: room for a thin line. */
const INDENT = 24;

/** Names and last values of several series, each at the end of its line. */
export interface Ends {
	/** Room that they need right of the plot, and its least height. */
	readonly width: number;
	readonly height: number;
	/** Those of the series at each index, as near to the ends of the lines as the others allow, in the order of these. */
	readonly place: (at: (datum: Datum) => Spot, plot: Box) => readonly (readonly Shape[])[];
}

export function endsOf(series: readonly ChartSeries[], size: Size): Ends {
	const ends = series.map((strand, index) => {
		const last = strand.data.at(-1);
		const weight = index === 0 || series.length === 2 ? 'bold' : 'regular';
		// Of many thin lines a narrow drawing has room for the names alone.
		const value = last && (weight === 'bold' || size.layout !== 'narrow') ? ` ${shortAmount(last)}` : '';
		const words = last ? bindFigures(`${strand.label}${value}`) : '';
		return { last, weight, lines: wrap(words, WRAP_AT[size.layout], size.text, weight) } as const;
	});
	const sizeOf = (lines: readonly string[]) => (lines.length === 0 ? 0 : lines.length * size.lineHeight + 3);
	return {
		width: INDENT + Math.max(...ends.map(({ lines }) => linesWidth(lines, size, 'bold'))),
		height: ends.reduce((sum, { lines }) => sum + sizeOf(lines), 0),
		place: (at, plot) => {
			const right = plot.x + plot.width;
			const centres = spread(
				ends.map(({ last, lines }) => ({ centre: last ? at(last).y : plot.y, size: sizeOf(lines) })),
				plot.y,
				plot.y + plot.height,
			);
			return ends.map(({ last, lines, weight }, index): readonly Shape[] => {
				if (!last) return [];
				const [spot, centre] = [at(last), centres[index] ?? plot.y];
				const base = centre - (lines.length * size.lineHeight) / 2 + size.text - 1;
				return [
					line('ch-leader', spot.x + 7, spot.y, right + INDENT - 5, centre),
					label('ch-name', size, lines, { x: right + INDENT, y: base }, 'start', weight),
				];
			});
		},
	};
}
