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
import { spanOf } from './span.ts';

/** What is counted below the ceasefires. */
export interface Counts {
	readonly line: ChartSeries;
	/** Figures for a period of their own: blocks as wide as that and as high as they are. */
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

/** The line of people displaced, on the time axis of the rows above it; a time without a count is hatched. */
export function panel(
	{ line, blocks, begins }: Counts,
	truces: readonly Ceasefire[],
	{ size, left, right }: Columns,
	frame: Frame,
	top: number,
): { readonly shapes: readonly Shape[]; readonly top: number; readonly bottom: number } {
	const head = heading('People displaced, counted up; shaded while a ceasefire for Idlib stood', size, top);
	const plotTop = round(head.bottom + 2 * size.lineHeight + 8);
	const bottom = plotTop + HEIGHT[size.layout];
	const plot: Box = { x: left, y: plotTop, width: right - left, height: bottom - plotTop };
	const { scale, ticks } = scaleOf({ line, blocks }, bottom, plotTop);
	const spotOf = (datum: Datum): Spot => ({ x: round(frame.x(datum.at)), y: round(scale(datum.value ?? 0)) });
	const axis = countAxis(scale, ticks, plot, size);
	const shapes: Shape[] = [head.shape, ...truces.flatMap((truce) => shade(truce, frame, plotTop, bottom)), ...axis];
	const clamp = (time: number) => frame.x(Math.max(frame.from, Math.min(frame.to, time)));

	const blind = begins !== undefined && begins > frame.from ? clamp(begins) - left : 0;
	if (blind > 0) shapes.push({ type: 'path', role: 'tl-blind', d: hatch({ ...plot, width: blind }, 11) });
	const labels = labeller(
		size,
		{ ...plot, y: head.bottom, height: bottom - head.bottom - 4 },
		segmentsOf(line.data, spotOf, begins === undefined ? undefined : { x: clamp(begins), y: bottom }),
		line.data.map(spotOf),
	);
	labels.keep(axis);
	for (const { datum, label: words } of blocks) {
		const [x1, x2] = [round(clamp(datum.date.min)), round(clamp(datum.date.max))];
		const y = spotOf(datum).y;
		const box = { x: x1, y, width: round(x2 - x1), height: round(bottom - y) };
		shapes.push(
			{ type: 'rect', role: 'ch-ground', ...box },
			{ type: 'rect', role: 'tl-block', point: datum.id, ...box },
			...text(labels, words, { x: (x1 + x2) / 2, y: y - 4 }, Math.max(x2 - x1 + 24, 110), size),
		);
	}
	if (blind > 0) {
		const lines = wrap('hatched: no running count', Math.max(90, blind - 20), size.text);
		const y = plotTop + size.text + 6;
		const said = label('ch-note ch-halo', size, lines, { x: Math.max(left + 6, 70), y });
		shapes.push(said);
		labels.keep([said]);
	}
	const [first] = line.data;
	if (first && begins !== undefined && begins >= frame.from) {
		// The count starts at nothing on its first day; no value in between is known.
		const { x, y } = spotOf(first);
		shapes.push({ type: 'line', role: 'tl-gap', x1: round(clamp(begins)), y1: bottom, x2: x, y2: y });
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

/** Words over a block, never left out: where there is no clear room they stand in its middle all the same. */
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
