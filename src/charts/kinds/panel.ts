import type { Note } from '../annotations.ts';
import { type ChartSeries, type Datum, largestOf } from '../data.ts';
import { shortDate } from '../day.ts';
import { KEY } from '../key.ts';
import { labeller } from '../label.ts';
import type { Box, Spot } from '../label-placement.ts';
import { marker, qualifierSymbol } from '../marks.ts';
import { countAxis, countScale, gutter, label } from '../plot.ts';
import { round, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { DROP, wrap } from '../text.ts';
import { timeScale, YEAR_MS } from '../time.ts';
import { shortAmount } from '../words.ts';
import { strandShapes } from './series-line.ts';

/** Room for a mark before words. */
const SAMPLE = 14;

/** One series in its panel. */
export interface Panel {
	readonly strand: ChartSeries;
	readonly largest: number;
	readonly notes: readonly Note[];
}

const HEIGHT = { wide: 150, middle: 120, narrow: 108 } as const;

/** Room that the numbers beside a panel need. */
export const panelGutter = (largest: number, size: Size): number => gutter(countScale(largest, [1, 0], 2).ticks, size);

/** The plot of a panel with what stands above it. */
export function panelShapes(
	{ strand, largest, notes }: Panel,
	head: readonly Shape[],
	period: readonly [number, number],
	frame: { readonly x: number; readonly top: number; readonly width: number; readonly inset: number },
	size: Size,
): { readonly group: Shape; readonly bottom: number } {
	const { top } = frame;
	const height = HEIGHT[size.layout];
	const bottom = top + height;
	const ticks = countScale(largest, [1, 0], 2).ticks;
	const left = frame.x + frame.inset;
	const right = frame.x + frame.width - 6;
	const { scale: y } = countScale(largest, [bottom, top], 2);
	const x = timeScale(period[0], period[1], [left, right]);
	const at = (datum: Datum): Spot => ({ x: round(x(datum.at)), y: round(y(datum.value ?? 0)) });
	const plot: Box = { x: left - frame.x, y: top, width: right - left, height };
	const axes = [
		...countAxis(y, ticks, plot, size).map((shape) => shifted(shape, frame.x)),
		...yearEnds(x, period, frame, bottom, size),
	];
	const { last, peak } = tellingOf(strand);
	const { shapes, segments } = strandShapes(strand, at, (datum) => {
		const { symbol, hollow } = qualifierSymbol(datum.qualifier);
		if (datum === last) return { symbol, hollow, radius: 4 };
		return datum === peak ? { symbol, hollow: true, radius: 4 } : { symbol, hollow, radius: 2.4 };
	});
	const labels = labeller(size, { x: frame.x, y: top, width: frame.width, height }, segments, strand.data.map(at));
	labels.keep(axes);
	const words: Shape[] = [];
	let below = bottom + size.lineHeight + 8;
	for (const note of notes) {
		if (note.type !== 'datum') continue;
		const widths = [0.62, 0.45, 0.34].map((share) => frame.width * share);
		const wish = { role: 'ch-note ch-halo', text: note.label, widths, anchors: [at(note.datum)], clear: true };
		const found = labels.putText(wish);
		if (found) words.push(...found);
		else {
			const rows = wrap(note.label, frame.width, size.text);
			words.push(label('ch-note', size, rows, { x: frame.x, y: below + size.text }));
			below += rows.length * size.lineHeight;
		}
	}
	return {
		group: {
			type: 'group',
			role: 'ch-series ch-series-1',
			series: strand.id,
			shapes: [...head, ...axes, ...lastStep(strand, at), ...shapes, ...words],
		},
		bottom: below,
	};
}

/** The last year's step as a heavy piece of line: a rise warm, a fall in the colour of the line. */
function lastStep(strand: ChartSeries, at: (datum: Datum) => Spot): readonly Shape[] {
	const step = lastYear(strand);
	if (!step) return [];
	const [p, q] = [at(step.before), at(step.last)];
	const line: Shape = { type: 'line', role: 'ch-last', x1: p.x, y1: p.y, x2: q.x, y2: q.y };
	return [{ type: 'group', role: step.share > 0 ? 'ch-claim' : 'ch-series-1', shapes: [line] }];
}

/** The last two values, where they are a year apart, and by which share the second is more than the first. */
function lastYear({ data }: ChartSeries) {
	const known = data.filter(({ value }) => value !== null);
	const [before, last] = known.slice(-2);
	if (!before?.value || last?.value === undefined || last.value === null) return undefined;
	return last.at - before.at > 1.5 * YEAR_MS ? undefined : { before, last, share: last.value / before.value - 1 };
}

/** "−28 % in a year". */
function changeWords(strand: ChartSeries): string | undefined {
	const step = lastYear(strand);
	if (!step) return undefined;
	const percent = Math.round(Math.abs(step.share) * 100);
	return percent === 0 ? 'the same as a year before' : `${step.share > 0 ? '+' : '−'}${percent}\u00a0% in a year`;
}

/** The two values that a panel states: the last, and the largest where that is another. */
function tellingOf({ data }: ChartSeries): { readonly last: Datum | undefined; readonly peak: Datum | undefined } {
	const known = data.filter(({ value }) => value !== null);
	const last = known.at(-1);
	const peak = largestOf(known);
	return { last, peak: peak?.value === last?.value ? undefined : peak };
}

/**
 * Name of a panel, its last value and its largest, each behind the mark that it has in the plot. They stand above the
 * plot: beside their points the values of a small panel run into one another and into the axis.
 */
export function panelHead(
	strand: ChartSeries,
	frame: { readonly x: number; readonly y: number; readonly width: number },
	size: Size,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
	const { last, peak } = tellingOf(strand);
	const names = wrap(strand.label, frame.width, size.text, 'bold');
	const shapes: Shape[] = [label('ch-panel', size, names, { x: frame.x, y: frame.y + size.text }, 'start', 'bold')];
	let baseline = frame.y + size.text + names.length * size.lineHeight;
	const line = (datum: Datum, words: string, hollow: boolean) => {
		const lines = wrap(words, frame.width - SAMPLE, size.text);
		const sample = marker(undefined, frame.x + 5, baseline - size.text * DROP, 'circle', hollow, 4);
		shapes.push(
			{ type: 'group', role: KEY, shapes: [sample] },
			label(datum === last ? 'ch-value' : 'ch-detail', size, lines, { x: frame.x + SAMPLE, y: baseline }),
		);
		baseline += lines.length * size.lineHeight;
	};
	if (last)
		line(last, `${shortDate(last.date)}: ${shortAmount(last)}${peak ? '' : ' (peak)'}`, last.qualifier !== 'exactly');
	const change = changeWords(strand);
	if (change && last) {
		const role = (lastYear(strand)?.share ?? 0) > 0 ? 'ch-value ch-claim' : 'ch-value ch-series-1';
		const lines = wrap(change, frame.width - SAMPLE, size.text, 'bold');
		shapes.push(label(role, size, lines, { x: frame.x + SAMPLE, y: baseline }, 'start', 'bold'));
		baseline += lines.length * size.lineHeight;
	}
	if (peak) line(peak, `peak ${shortDate(peak.date)}: ${shortAmount(peak)}`, true);
	return { shapes, bottom: baseline - size.text };
}

/** First and last year below a panel, flush with the points of their ends. */
function yearEnds(
	x: ReturnType<typeof timeScale>,
	[from, to]: readonly [number, number],
	frame: { readonly x: number; readonly width: number },
	bottom: number,
	size: Size,
): readonly Shape[] {
	const words = (time: number) => `${new Date(time).getUTCFullYear()}`;
	const texts = [words(from), words(to)];
	const y = bottom + size.lineHeight;
	return [
		label('ch-tick', size, [texts[0] ?? ''], { x: x(from), y }),
		...(texts[0] === texts[1]
			? []
			: [label('ch-tick', size, [texts[1] ?? ''], { x: frame.x + frame.width - 6, y }, 'end' as const)]),
	];
}

/** The axis of a panel is drawn as if the panel stood at the left edge. */
function shifted(shape: Shape, by: number): Shape {
	if (shape.type === 'line') return { ...shape, x1: round(shape.x1 + by), x2: round(shape.x2 + by) };
	return shape.type === 'text' ? { ...shape, x: round(shape.x + by) } : shape;
}
