import type { Ceasefire } from '../../ledger/ledger.ts';
import type { Note } from '../annotations.ts';
import { type ChartSeries, type Datum, largestOf } from '../data.ts';
import { shortDate } from '../day.ts';
import { hatch } from '../hatch.ts';
import { labeller } from '../label.ts';
import type { Box, Segment, Spot } from '../label-placement.ts';
import { boxOf, countAxis, countScale, gutter, label } from '../plot.ts';
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
	/** Figures for a period of their own: each a count that rose over it, its value known at its end alone. */
	readonly blocks: readonly Extract<Note, { readonly type: 'claim' }>[];
	/** From when on the line counts. */
	readonly begins?: number;
}

const HEIGHT = { wide: 260, middle: 210, narrow: 190 } as const;

function scaleOf({ line, blocks }: Counts, bottom: number, top: number) {
	const known = [...line.data, ...blocks.map(({ datum }) => datum)];
	return countScale(Math.max(0, ...known.map(({ value }) => value ?? 0)), [bottom, top], 4);
}

/** Room that the numbers beside the plot need. */
export const countGutter = (counts: Counts, size: Columns['size']): number => gutter(scaleOf(counts, 1, 0).ticks, size);

/** The line of people displaced, on the time axis of the rows above it; a time in which nobody counted is hatched. */
export function panel(
	{ name }: Area,
	{ line, blocks, begins }: Counts,
	truces: readonly Ceasefire[],
	{ size, left, right }: Columns,
	frame: Frame,
	top: number,
): { readonly shapes: readonly Shape[]; readonly top: number; readonly bottom: number } {
	const head = heading(`People displaced, counted up; shaded while a ceasefire for ${name} stood`, size, top);
	const plotTop = round(head.bottom + 2 * size.lineHeight + 8);
	const bottom = plotTop + HEIGHT[size.layout];
	const plot: Box = { x: left, y: plotTop, width: right - left, height: bottom - plotTop };
	const { scale, ticks } = scaleOf({ line, blocks }, bottom, plotTop);
	const spotOf = (datum: Datum): Spot => ({ x: round(frame.x(datum.at)), y: round(scale(datum.value ?? 0)) });
	const axis = countAxis(scale, ticks, plot, size);
	const shapes: Shape[] = [head.shape, ...truces.flatMap((truce) => shade(truce, frame, plotTop, bottom)), ...axis];
	const clamp = (time: number) => frame.x(Math.max(frame.from, Math.min(frame.to, time)));
	/** A stretch in which nobody counted. */
	const uncounted = (from: number, to: number): readonly Shape[] => {
		const [x1, width] = [round(clamp(from)), clamp(to) - clamp(from)];
		if (width < 8) return [];
		const words = wrap('not counted', Math.max(60, width - 12), size.text);
		const at = { x: x1 + width / 2, y: plotTop + size.text + 8 };
		const said = label('ch-detail ch-halo', size, words, at, 'middle');
		return [
			{ type: 'path', role: 'tl-blind', d: hatch({ ...plot, x: x1, width }, 11) },
			...(boxOf(said).width + 8 <= width ? [said] : []),
		];
	};

	const labels = labeller(
		size,
		{ ...plot, y: head.bottom, height: bottom - head.bottom - 4 },
		segmentsOf(line.data, spotOf, begins === undefined ? undefined : { x: clamp(begins), y: bottom }),
		line.data.map(spotOf),
	);
	labels.keep(axis);
	const [first] = line.data;
	// A count starts at nothing on its first day; no value in between is known.
	const rises = [
		...blocks.map(({ datum }) => ({ from: datum.date.min, to: datum.date.max, datum })),
		...(first && begins !== undefined && begins >= frame.from ? [{ from: begins, to: first.at, datum: first }] : []),
	];
	for (const { from, to, datum } of rises) {
		const end = spotOf(datum).y;
		shapes.push({ type: 'line', role: 'tl-gap', x1: round(clamp(from)), y1: bottom, x2: round(clamp(to)), y2: end });
	}
	for (const [index, { from }] of rises.entries()) shapes.push(...uncounted(rises[index - 1]?.to ?? frame.from, from));
	for (const { datum, label: words } of blocks) {
		const spot = { x: round(clamp(datum.date.max)), y: spotOf(datum).y };
		shapes.push(
			{ type: 'symbol', role: 'tl-dot', point: datum.id, symbol: 'circle', ...spot, radius: 4.6 },
			...text(labels, words, { x: spot.x, y: spot.y - 12 }, 150, size),
		);
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
	// In a narrow panel the first value has no room beside the count before it.
	for (const datum of new Set([largestOf(line.data), size.layout === 'narrow' ? undefined : first])) {
		if (!datum) continue;
		const wish = { role: 'tl-value ch-halo', anchors: [spotOf(datum)], clear: true, notRight: true } as const;
		const lines = [shortAmount(datum), `by ${shortDate(datum.date)}`];
		shapes.push(...(labels.put({ ...wish, lines }) ?? labels.put({ ...wish, lines, clear: false }) ?? []));
	}
	return { shapes, top: plotTop, bottom };
}

/** Words over a count, never left out. */
function text(
	labels: ReturnType<typeof labeller>,
	words: string,
	at: Spot,
	width: number,
	size: Columns['size'],
): readonly Shape[] {
	const lines = wrap(words, width, size.text);
	const said = label(
		'tl-value ch-halo',
		size,
		lines,
		{ x: at.x, y: at.y - (lines.length - 1) * size.lineHeight },
		'middle',
	);
	const shift = Math.max(0, 62 - boxOf(said).x);
	const moved = { ...said, x: round(said.x + shift) };
	labels.keep([moved]);
	return [moved];
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
