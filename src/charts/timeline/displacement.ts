import { formatDate, toDate } from '../../ledger/date.ts';
import type { Ceasefire, Row, Series } from '../../ledger/ledger.ts';
import { formatQuantity } from '../../ledger/quantity.ts';
import { largestOf } from '../data.ts';
import type { Point } from '../figure.ts';
import { type Box, type Obstacles, overlap, place, type Segment, type Spot } from '../label-placement.ts';
import { boxOf, countAxis, countScale } from '../plot.ts';
import { round, type Shape, type TextShape } from '../scene.ts';
import type { Size } from '../size.ts';
import { textWidth, wrap } from '../text.ts';
import type { Frame } from './bar.ts';
import { dissolve } from './dissolve.ts';
import { label } from './label.ts';
import type { Columns } from './rows.ts';
import { spanOf } from './span.ts';

/** A value of the series in words. */
export const valueWords = (row: Row, style: 'exact' | 'words' = 'words'): string =>
	formatQuantity({ value: row.value, qualifier: row.qualifier ?? 'exactly' }, style);

/** `data-point` of a value of the series. */
export const valueId = (series: Series, row: Row): string => `${series.id}@${row.date}`;

/** Rows of the series inside the frame. */
export const valuesIn = (series: Series, { from, to }: Pick<Frame, 'from' | 'to'>): readonly Row[] =>
	series.rows.filter((row) => toDate(row.date).min >= from && toDate(row.date).min < to);

/** The marks of these rows. */
export const pointsOf = (series: Series, rows: readonly Row[]): readonly Point[] =>
	rows.map((row) => ({
		id: valueId(series, row),
		group: series.label,
		date: row.date,
		value: row.value,
		qualifier: row.qualifier ?? 'exactly',
		text: `${valueWords(row, 'exact')} ${series.unit}`,
		source: row.source ?? series.source,
	}));

interface PanelOptions {
	readonly series: Series;
	/** Those whose time in force is shaded. */
	readonly truces: readonly Ceasefire[];
}

const HEIGHT = { wide: 190, narrow: 170 } as const;

/** The line of people displaced, on the time axis of the rows above it. */
export function panel(
	{ series, truces }: PanelOptions,
	at: Columns,
	frame: Frame,
	top: number,
): { readonly shapes: readonly Shape[]; readonly top: number; readonly bottom: number } {
	const { size, left, right } = at;
	const values = valuesIn(series, frame);
	const begins = series.countedFrom === undefined ? undefined : toDate(series.countedFrom).min;
	const heading = wrap(
		`${series.label}, with shading where a ceasefire that covers Idlib stood`,
		size.width,
		size.text,
		'bold',
	);
	const plotTop = top + 16 + heading.length * size.lineHeight + size.lineHeight;
	const bottom = plotTop + HEIGHT[size.layout];
	const plot: Box = { x: left, y: plotTop, width: right - left, height: bottom - plotTop };
	const largest = Math.max(0, ...values.map(({ value }) => value));
	const { scale, ticks } = countScale(largest, [bottom, plotTop], 4);
	const spotOf = (row: Row): Spot => ({ x: round(frame.x(toDate(row.date).min)), y: round(scale(row.value)) });
	const shapes: Shape[] = [
		label('tl-heading', 0, top + 10 + size.lineHeight, heading, size, { weight: 'bold' }),
		...truces.flatMap((truce) => shade(truce, frame, plotTop, bottom)),
		...countAxis(scale, ticks, plot, size),
	];
	const [first] = values;
	if (first && begins !== undefined && begins >= frame.from) {
		// The count starts at nothing on its first day; no value in between is known.
		const { x, y } = spotOf(first);
		shapes.push({ type: 'line', role: 'tl-gap', x1: frame.x(begins), y1: bottom, x2: x, y2: y });
	}
	shapes.push({
		type: 'group',
		role: '',
		series: series.id,
		shapes: [
			{
				type: 'path',
				role: 'tl-line',
				d: values.map((row, i) => `${i === 0 ? 'M' : 'L'}${spotOf(row).x},${spotOf(row).y}`).join(''),
			},
			...values.map((row): Shape => {
				const point = valueId(series, row);
				return { type: 'symbol', role: 'tl-dot', point, symbol: 'circle', ...spotOf(row), radius: 3 };
			}),
		],
	});
	const taken = shapes.flatMap((shape) => (shape.type === 'text' ? [boxOf(shape)] : []));
	if (begins !== undefined && begins > frame.from) {
		const said = beginsNote(series, plot, taken, frame.x(begins), size);
		shapes.push(said);
		taken.push(boxOf(said));
	}
	const spots = values.map(spotOf);
	const [opening] = spots;
	const segments: readonly Segment[] = [
		...(opening && begins !== undefined ? [[{ x: frame.x(begins), y: bottom }, opening] as const] : []),
		...spots.slice(1).map((spot, i): Segment => [spots[i] ?? spot, spot]),
	];
	const bounds: Box = { ...plot, y: plot.y - size.lineHeight, height: plot.height + size.lineHeight };
	shapes.push(...valueLabels(values, spotOf, { bounds, boxes: taken, segments, marks: spots }, size));
	return { shapes, top: plotTop, bottom };
}

/** Says from when on it is counted: the empty part of the plot is a time without this count, not without flight. */
function beginsNote(series: Series, plot: Box, taken: readonly Box[], begins: number, size: Size): TextShape {
	const hanging = taken.filter(({ y }) => y > plot.y).map(({ x, width }) => x + width);
	const [from, to] = [Math.max(plot.x, ...hanging) + 8, begins - 8];
	const words = wrap(
		`this count begins on ${formatDate(series.countedFrom ?? '')}`,
		Math.min(150, Math.max(90, to - from)),
		size.text,
	);
	const y = plot.y + plot.height - 14 - (words.length - 1) * size.lineHeight;
	return label('tl-note', (from + to) / 2, y, words, size, { anchor: 'middle' });
}

/** The largest value and the first, each by its point, where there is room. */
function valueLabels(
	values: readonly Row[],
	spotOf: (row: Row) => Spot,
	around: Obstacles,
	size: Size,
): readonly Shape[] {
	const boxes = [...around.boxes];
	return [...new Set([largestOf(values), values[0]])].flatMap((row): readonly Shape[] => {
		if (!row) return [];
		const lines = [valueWords(row), `by ${formatDate(row.date)}`];
		const width = Math.max(...lines.map((line) => textWidth(line, size.text)));
		const box = { width, height: size.text * 1.2 + size.lineHeight };
		const anchors = [spotOf(row)];
		// Clear of the line where there is such a place nearby, else beside its point: further off it would seem another's.
		const found =
			place(box, anchors, { ...around, boxes }, { within: 60, clear: true }) ??
			place(box, anchors, { ...around, boxes }, { within: 24 });
		if (!found || boxes.some((other) => overlap(found.box, other))) return [];
		boxes.push(found.box);
		const { x, y } = found.box;
		return [label('tl-value', x + width, y + size.text * 0.95, lines, size, { anchor: 'end' })];
	});
}

/** A ceasefire's time as a band behind the line; where its end is not known the band breaks up like its bar. */
function shade(truce: Ceasefire, frame: Frame, top: number, bottom: number): readonly Shape[] {
	const { start, end } = spanOf(truce);
	if (!end) return [];
	const clamp = (time: number) => frame.x(Math.min(frame.to, Math.max(frame.from, time)));
	const left = clamp(start.hard ? start.min : start.max);
	const solid = Math.max(left, clamp(end.hard ? end.max : end.min));
	const open = Math.max(solid, clamp(end.max));
	return [
		...(solid > left
			? [
					{
						type: 'rect',
						role: 'tl-truce',
						x: left,
						y: top,
						width: solid - left,
						height: bottom - top,
					} satisfies Shape,
				]
			: []),
		...(!end.hard && open > solid
			? [{ type: 'path', role: 'tl-truce', d: dissolve(solid, open, top, bottom - top) } satisfies Shape]
			: []),
	];
}
