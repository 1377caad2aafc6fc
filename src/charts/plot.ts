import { type ScaleLinear, type ScaleTime, scaleLinear } from 'd3';
import { DAY_MS } from '../ledger/date.ts';
import { line, path, round } from './marks.ts';
import type { Box, Shape, Size } from './scene.ts';
import { label, linesWidth, textWidth } from './text.ts';
import { nameAt, timeTicks } from './time.ts';
import { tickWords } from './words.ts';

/** A scale from zero up to a round number above the largest value, and its ticks. */
export function countScale(
	largest: number,
	range: readonly [number, number],
	ticks: number,
): { readonly scale: ScaleLinear<number, number>; readonly ticks: readonly number[] } {
	const scale = scaleLinear()
		.domain([0, largest > 0 ? largest : 1])
		.nice(ticks)
		.range(range);
	return { scale, ticks: scale.ticks(ticks).filter((tick) => largest > 10 || Number.isInteger(tick)) };
}

/** Room that the labels of a count axis need left of the plot. The last one hangs over the plot and needs none. */
export function gutter(ticks: readonly number[], size: Size): number {
	const words = tickWords(ticks);
	const inside = (ticks.at(-1) ?? 0) >= 1_000_000 ? words.slice(0, -1) : words;
	return Math.ceil(linesWidth(inside, size)) + 8;
}

/**
 * Grid lines with their counts, drawn first so that everything lies over them.
 * @param edge left end of the room that the counts have
 */
export function countAxis(
	scale: ScaleLinear<number, number>,
	ticks: readonly number[],
	plot: Box,
	size: Size,
	edge = 0,
): readonly Shape[] {
	const words = tickWords(ticks);
	return ticks.flatMap((tick, index): Shape[] => {
		const y = round(scale(tick));
		const text = words[index] ?? '';
		const hangs = textWidth(text, size.text) > plot.x - edge - 8 + 0.5;
		const baseline = y + size.text * 0.35;
		const name = hangs
			? label('ch-tick', size, [text], { x: edge, y: baseline })
			: label('ch-tick', size, [text], { x: plot.x - 8, y: baseline }, 'end');
		const from = hangs ? Math.max(plot.x, edge + textWidth(text, size.text) + 6) : plot.x;
		return [line(tick === 0 ? 'ch-axis' : 'ch-grid', from, y, plot.x + plot.width, y), name];
	});
}

/**
 * Rules at the ends of the spans of a time scale, from a height down, and the names of the spans at `baseline`.
 * @param ends names stand at the ends of whole spans: below the points of counts at the end of a year
 */
export function timeGrid(
	scale: ScaleTime<number, number>,
	{ y, height }: Pick<Box, 'y' | 'height'>,
	size: Size,
	baseline: number,
	ends = false,
): { readonly rules: Shape; readonly names: readonly Shape[] } {
	const ticks = timeTicks(scale, size.text, size.width, ends);
	const edges = ends
		? ticks.map(({ end }) => end).filter((end) => end % DAY_MS === 0)
		: [...ticks.map(({ start }) => start), ...ticks.slice(-1).map(({ end }) => end)];
	// All in one path: a drawing may hold a rule for each month of years.
	const d = edges.map((edge) => `M${round(scale(edge))},${round(y)}V${round(y + height)}`).join('');
	const names = ticks.filter((tick) => tick.label);
	return {
		rules: path('ch-grid', d),
		names: names.map((tick) => {
			const x = ends ? scale(tick.end) : nameAt(scale, tick, size.text, size.width);
			return label('ch-tick', size, [tick.label], { x, y: baseline }, 'middle');
		}),
	};
}
