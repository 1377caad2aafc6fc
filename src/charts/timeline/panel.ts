import type { Ceasefire } from '../../ledger/ledger.ts';
import { type ChartSeries, type Datum, largestOf } from '../data.ts';
import { shortDate } from '../day.ts';
import { labeller } from '../label.ts';
import type { Box, Segment, Spot } from '../label-placement.ts';
import { countAxis, countScale, gutter, label } from '../plot.ts';
import { type Columns, heading } from '../rows.ts';
import { round, type Shape } from '../scene.ts';
import { wrap } from '../text.ts';
import { shortAmount } from '../words.ts';
import type { Frame } from './bar.ts';
import { dissolve } from './dissolve.ts';
import type { Area } from './point.ts';
import { spanOf } from './span.ts';

/** What is counted below the ceasefires. */
export interface Counts {
	readonly line: ChartSeries;
	/** What an editor says of the time before. */
	readonly before: readonly string[];
	/** From when on the line counts. */
	readonly begins?: number;
}

const HEIGHT = { wide: 260, middle: 210, narrow: 190 } as const;

const scaleOf = ({ line }: Counts, bottom: number, top: number) =>
	countScale(Math.max(0, ...line.data.map(({ value }) => value ?? 0)), [bottom, top], 4);

/** Room that the numbers beside the plot need. */
export const countGutter = (counts: Counts, size: Columns['size']): number => gutter(scaleOf(counts, 1, 0).ticks, size);

/** The line of people displaced, on the time axis of the rows above it; what is known of the time before stands in words. */
export function panel(
	{ name }: Area,
	{ line, before, begins }: Counts,
	truces: readonly Ceasefire[],
	{ size, left, right }: Columns,
	frame: Frame,
	top: number,
): { readonly shapes: readonly Shape[]; readonly top: number; readonly bottom: number } {
	const head = heading(`People displaced, counted up; shaded while a ceasefire for ${name} stood`, size, top);
	const plotTop = round(head.bottom + 2 * size.lineHeight + 8);
	const bottom = plotTop + HEIGHT[size.layout];
	const plot: Box = { x: left, y: plotTop, width: right - left, height: bottom - plotTop };
	const { scale, ticks } = scaleOf({ line, before }, bottom, plotTop);
	const spotOf = (datum: Datum): Spot => ({ x: round(frame.x(datum.at)), y: round(scale(datum.value ?? 0)) });
	const axis = countAxis(scale, ticks, plot, size);
	const shapes: Shape[] = [head.shape, ...truces.flatMap((truce) => shade(truce, frame, plotTop, bottom)), ...axis];
	const clamp = (time: number) => frame.x(Math.max(frame.from, Math.min(frame.to, time)));
	const labels = labeller(
		size,
		{ ...plot, y: head.bottom, height: bottom - head.bottom - 4 },
		segmentsOf(line.data, spotOf, begins === undefined ? undefined : { x: clamp(begins), y: bottom }),
		line.data.map(spotOf),
	);
	labels.keep(axis);
	const [first] = line.data;
	// No line where nobody counted.
	const told = round(frame.x(begins ?? first?.at ?? frame.from)) - left;
	let base = plotTop + 3 * size.lineHeight;
	for (const words of before) {
		const lines = wrap(words, Math.min(240, told - 16), size.text);
		const said = label('ch-detail ch-halo', size, lines, { x: left + told / 2, y: base }, 'middle');
		shapes.push(said);
		labels.keep([said]);
		base += (lines.length + 0.6) * size.lineHeight;
	}
	const d = line.data.map((datum, i) => `${i === 0 ? 'M' : 'L'}${spotOf(datum).x},${spotOf(datum).y}`).join('');
	shapes.push({
		type: 'group',
		role: '',
		series: line.id,
		shapes: [
			{ type: 'path', role: 'tl-line', d },
			...line.data.map((datum): Shape => {
				return { type: 'symbol', role: 'tl-dot', point: datum.id, symbol: 'circle', ...spotOf(datum), radius: 3.4 };
			}),
		],
	});
	for (const datum of new Set([largestOf(line.data), first])) {
		if (!datum) continue;
		const wish = { role: 'tl-value ch-halo', anchors: [spotOf(datum)], clear: true, notRight: true } as const;
		const lines = [shortAmount(datum), `by ${shortDate(datum.date)}`];
		shapes.push(...(labels.put({ ...wish, lines }) ?? labels.put({ ...wish, lines, clear: false }) ?? []));
	}
	return { shapes, top: plotTop, bottom };
}

function segmentsOf(
	data: readonly Datum[],
	spotOf: (datum: Datum) => Spot,
	start: Spot | undefined,
): readonly Segment[] {
	const spots = [...(start ? [start] : []), ...data.map(spotOf)];
	return spots.slice(1).map((spot, i): Segment => [spots[i] ?? spot, spot]);
}

/** A ceasefire's time as a band behind the line; where its end is not known to the day the band breaks up like its bar. */
function shade(truce: Ceasefire, frame: Frame, top: number, bottom: number): readonly Shape[] {
	const { start, end } = spanOf(truce);
	if (!end) return [];
	const clamp = (time: number) => frame.x(Math.min(frame.to, Math.max(frame.from, time)));
	const left = clamp(start.hard ? start.min : start.max);
	const solid = Math.max(left, clamp(end.hard ? end.max : end.min));
	const open = Math.max(solid, clamp(end.max));
	const height = bottom - top;
	const band: Shape = { type: 'rect', role: 'tl-truce', x: round(left), y: top, width: round(solid - left), height };
	return [
		...(solid > left ? [band] : []),
		...(!end.hard && open > solid
			? [{ type: 'path', role: 'tl-truce', d: dissolve(solid, open, top, height) } satisfies Shape]
			: []),
	];
}
