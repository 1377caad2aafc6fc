import type { Note, Noted } from '../annotations.ts';
import type { ChartSeries, Datum } from '../data.ts';
import { labeller, noteWords } from '../label.ts';
import { group, line, round, sceneOf } from '../marks.ts';
import { countAxis, countScale, gutter } from '../plot.ts';
import type { Box, Scene, Shape, Size, Spot } from '../scene.ts';
import { label, textWidth, wrap } from '../text.ts';
import { timeScale, YEAR_MS } from '../time.ts';
import { shortAmount } from '../words.ts';
import { strandShapes } from './series-line.ts';

const GAP = 18;
const HEIGHT = { wide: 150, middle: 120, narrow: 108 } as const;

const largestOf = ({ data }: ChartSeries): number => Math.max(0, ...data.map(({ value }) => value ?? 0));
const year = (time: number): string => `${new Date(time).getUTCFullYear()}`;

/** Draws one small panel for each series, all over the same time, each from nought to its own largest value. */
export function multiplesScene({ series, notes, unit }: Noted, size: Size): Scene {
	const columns = Math.min(series.length, size.layout === 'narrow' ? 2 : 3);
	const width = (size.width - GAP * (columns - 1)) / columns;
	const at = series.flatMap(({ data }) => data.map((datum) => datum.at));
	const period = [Math.min(...at), Math.max(...at)] as const;
	const last = year(period[1]);
	const key = `${unit}, each on its own scale. Below each name: ${last} and the change since ${Number(last) - 1}.`;
	const said = label('ch-detail', size, wrap(key, size.width, size.text), { x: 0, y: size.text });
	// One gutter for all, so that a year stands at one place in every panel of a column.
	const inset = Math.max(0, ...series.map((strand) => gutter(countScale(largestOf(strand), [1, 0], 2).ticks, size)));
	const shapes: Shape[] = [said];
	let top = said.lines.length * size.lineHeight + 10;
	for (let row = 0; row * columns < series.length; row++) {
		const own = series.slice(row * columns, (row + 1) * columns);
		const heads = own.map((strand, column) => panelHead(strand, column * (width + GAP), top, width, size));
		// Plots of one row begin at one height.
		const plotTop = Math.max(...heads.map(({ bottom }) => bottom)) + size.lineHeight * 0.6;
		const panels = own.map((strand, column) => {
			const frame = { x: column * (width + GAP), y: plotTop, width, height: HEIGHT[size.layout] };
			const its = notes.filter((note) => note.type === 'datum' && note.datum.group === strand.id);
			return panel(strand, its, heads[column]?.shapes ?? [], period, frame, inset, size);
		});
		shapes.push(...panels.map(({ shape }) => shape));
		top = Math.max(...panels.map(({ bottom }) => bottom)) + GAP;
	}
	return sceneOf(size, top - GAP + 2, shapes);
}

/** The plot of one series with what stands above it. */
function panel(
	strand: ChartSeries,
	notes: readonly Note[],
	head: readonly Shape[],
	[from, to]: readonly [number, number],
	frame: Box,
	inset: number,
	size: Size,
): { readonly shape: Shape; readonly bottom: number } {
	const bottom = frame.y + frame.height;
	const [left, right] = [frame.x + inset, frame.x + frame.width - 6];
	const { scale: y, ticks } = countScale(largestOf(strand), [bottom, frame.y], 2);
	const x = timeScale(from, to, [left, right]);
	const at = (datum: Datum): Spot => ({ x: round(x(datum.at)), y: round(y(datum.value ?? 0)) });
	const tick = (time: number, anchor: 'start' | 'end') =>
		label('ch-tick', size, [year(time)], { x: x(time), y: bottom + size.lineHeight }, anchor);
	const axes = [
		...countAxis(y, ticks, { x: left, y: frame.y, width: right - left, height: frame.height }, size, frame.x),
		tick(from, 'start'),
		...(year(from) === year(to) ? [] : [tick(to, 'end')]),
	];
	const last = strand.data.at(-1);
	const { shapes, segments } = strandShapes(strand, at, (datum) => ({ radius: datum === last ? 4 : 2 }));
	const inner = { x: left, y: frame.y, width: right - left, height: frame.height - 4 };
	const labels = labeller(size, inner, segments, strand.data.map(at));
	labels.keep(axes);
	const widths = [0.62, 0.45, 0.34].map((share) => frame.width * share);
	const words = noteWords(notes, at, { ...frame, y: bottom + size.lineHeight + 8 }, labels, size, widths);
	const step = lastYear(strand);
	const [p, q] = step ? [at(step.before), at(step.last)] : [];
	const heavy = p && q ? [line('ch-last', p.x, p.y, q.x, q.y)] : [];
	const all = [...head, ...axes, ...heavy, ...shapes, ...words.shapes];
	return { shape: group('ch-series ch-series-1', all, { series: strand.id }), bottom: words.bottom };
}

/** The last two values, where they are a year apart. */
function lastYear({ data }: ChartSeries) {
	const [before, last] = data.filter(({ value }) => value !== null).slice(-2);
	if (!before?.value || last?.value === undefined || last.value === null) return undefined;
	if (last.at - before.at > 1.5 * YEAR_MS) return undefined;
	const percent = Math.round(Math.abs(last.value / before.value - 1) * 100);
	const sign = last.value > before.value ? '+' : '−';
	return { before, last, words: percent === 0 ? 'the same' : `${sign}${percent}\u00a0%` };
}

/** Name of a panel, its last value and what it is more or less than the year before. */
function panelHead(strand: ChartSeries, x: number, top: number, width: number, size: Size) {
	const last = strand.data.at(-1);
	const names = wrap(strand.label, width, size.text, 'bold');
	const y = top + size.text;
	const below = y + names.length * size.lineHeight + 5;
	const large = { ...size, text: size.text * 1.4 };
	const change = lastYear(strand)?.words;
	const behind = change === undefined ? 0 : textWidth(change, large.text, 'bold') + 10;
	const named = label('ch-panel', size, names, { x, y }, 'start', 'bold');
	const changed = change === undefined ? [] : [label('ch-value', large, [change], { x, y: below }, 'start', 'bold')];
	const value = last ? [label('ch-value', size, [shortAmount(last)], { x: x + behind, y: below })] : [];
	return { shapes: [named, ...changed, ...value], bottom: below + 4 };
}
