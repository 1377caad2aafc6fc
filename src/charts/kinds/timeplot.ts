import type { ScaleLinear, ScaleTime } from 'd3';
import type { Note } from '../annotations.ts';
import type { Datum } from '../data.ts';
import type { Box, Spot } from '../label-placement.ts';
import { countAxis, countScale, gutter, label, timeGrid } from '../plot.ts';
import { round, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { wrap } from '../text.ts';
import { timeScale } from '../time.ts';
import { timeNotes } from './timenotes.ts';

/** What a plot of counts over time is made for. */
interface Wanted {
	/** What its axis counts, in words: "Refugees, at the end of each year". */
	readonly unit: string;
	readonly period: readonly [from: number, to: number];
	/** Names of years stand below the points at their ends. */
	readonly ends: boolean;
	readonly largest: number;
	readonly notes: readonly Note[];
	/** Room right of the plot. */
	readonly inset: number;
	readonly height: number;
}

/** Counts over time, ready for marks. */
export interface TimePlot {
	readonly x: ScaleTime<number, number>;
	readonly y: ScaleLinear<number, number>;
	readonly at: (datum: Datum) => Spot;
	readonly plot: Box;
	/** Top of the room for words: below those of the unit and of times. */
	readonly head: number;
	/** Bottom of the drawing, with the names of the years. */
	readonly bottom: number;
	/** What lies behind the marks. */
	readonly behind: readonly Shape[];
}

/** A plot with its unit, its axes and the times that are pointed out in it. */
export function timePlot({ unit, period, ends, largest, notes, inset, height }: Wanted, size: Size): TimePlot {
	const left = gutter(countScale(largest, [1, 0], 5).ticks, size);
	const x = timeScale(...period, [left, size.width - inset]);
	const said = label('ch-detail', size, wrap(unit, size.width, size.text), { x: 0, y: size.text });
	const unitBottom = said.lines.length * size.lineHeight + 4;
	const above = timeNotes(notes, x, period, size);
	const head = unitBottom + above.height;
	const plot: Box = { x: left, y: head + size.lineHeight, width: size.width - inset - left, height };
	const bottom = round(plot.y + height);
	const { scale: y, ticks } = countScale(largest, [bottom, plot.y], 5);
	const times = above.at(unitBottom, plot.y, bottom);
	const years = timeGrid(x, { y: bottom, height: 5 }, size, bottom + 5 + size.lineHeight, ends);
	return {
		x,
		y,
		at: (datum) => ({ x: round(x(datum.at)), y: round(y(datum.value ?? 0)) }),
		plot,
		head,
		bottom: bottom + 5 + size.lineHeight * 1.5,
		behind: [...times.bands, said, ...countAxis(y, ticks, plot, size), years.rules, ...years.names, ...times.words],
	};
}
