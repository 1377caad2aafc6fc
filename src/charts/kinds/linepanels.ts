import { scaleLinear } from 'd3';
import type { Note } from '../annotations.ts';
import { type ChartSeries, type Datum, largestOf } from '../data.ts';
import { boxOf, label } from '../plot.ts';
import { heading } from '../rows.ts';
import { group, line, rect, round, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { textWidth } from '../text.ts';
import { shortAmount } from '../words.ts';
import type { TimePlot } from './timeplot.ts';

interface Placed {
	readonly shapes: readonly Shape[];
	readonly bottom: number;
}

/** What a chart of lines asks for below its plot, on the same time axis: how far two lines are apart, claims of other things. */
export function panelsBelow(
	[a, b, third]: readonly ChartSeries[],
	isCompared: boolean,
	apart: readonly Extract<Note, { readonly type: 'claim' }>[],
	frame: TimePlot,
	size: Size,
): Placed {
	const start: Placed =
		isCompared && a && b && !third ? difference(a, b, frame, size) : { shapes: [], bottom: frame.bottom };
	return apart.reduce<Placed>(({ shapes, bottom }, note) => {
		const panel = claimed(note, frame, bottom, size);
		return { shapes: [...shapes, ...panel.shapes], bottom: panel.bottom };
	}, start);
}

const ground = ({ plot }: TimePlot, y: number): Shape => line('ch-axis', plot.x, y, plot.x + plot.width, y);

/** Words in bold over a spot, moved along so that they stay inside. */
function over(role: string, words: string, x: number, y: number, size: Size): Shape {
	const half = textWidth(words, size.text, 'bold') / 2;
	return label(role, size, [words], { x: Math.max(half, Math.min(size.width - half, x)), y }, 'middle', 'bold');
}

/** A claim of another thing: a bar from its own nought, on the scale of the lines above. */
function claimed(
	{ datum, label: words }: Extract<Note, { readonly type: 'claim' }>,
	frame: TimePlot,
	top: number,
	size: Size,
): Placed {
	const height = round(Math.max(2, frame.y(0) - frame.y(datum.value ?? 0)));
	const x = round(frame.x(datum.at) - 6);
	const head = heading(words, size, top + 4);
	const y = round(head.bottom + 4);
	const bar = rect('ch-bar', { x, y, width: 12, height }, datum.id);
	return {
		shapes: [ground(frame, y + height), group('ch-series ch-claim', [head.shape, bar], { series: datum.group })],
		bottom: y + height + 8,
	};
}

const HEIGHT = 96;

/** How much larger the second count is than the first, year by year. */
function difference(a: ChartSeries, b: ChartSeries, frame: TimePlot, size: Size): Placed {
	const first = new Map(a.data.map((datum) => [datum.date.edtf, datum]));
	const gaps = b.data.flatMap((datum) => {
		const other = first.get(datum.date.edtf)?.value;
		return datum.value === null || typeof other !== 'number' ? [] : [{ datum, value: datum.value - other }];
	});
	const head = heading(`Difference: how many more people ${b.label} counted than ${a.label}`, size, frame.bottom + 4);
	const values = gaps.map(({ value }) => value);
	const top = head.bottom + size.lineHeight + 6;
	const y = scaleLinear()
		.domain([Math.min(0, ...values), Math.max(1, ...values)])
		.range([top + HEIGHT, top]);
	const zero = round(y(0));
	const width = round(Math.max(3, Math.min(26, frame.plot.width / Math.max(8, gaps.length) - 5)));
	const bars = gaps.map(({ datum, value }): Shape => {
		const height = round(Math.max(1, Math.abs(y(value) - zero)));
		const x = frame.x(datum.at) - width / 2;
		return rect('ch-bar', { x, y: value < 0 ? zero : zero - height, width, height });
	});
	const said = [...new Set([largestOf(gaps), gaps.at(-1)])].flatMap((gap): readonly Shape[] => {
		if (!gap) return [];
		const { datum, value } = gap;
		const amount = shortAmount({ value, qualifier: 'exactly' });
		const words = `${value > 0 ? '+' : ''}${amount} in ${yearOf(datum)}`;
		return [over('ch-value', words, frame.x(datum.at), Math.min(zero, y(value)) - 5, size)];
	});
	const lowest = said.flatMap((shape) => (shape.type === 'text' ? [boxOf(shape).y] : []));
	return {
		shapes: [head.shape, ground(frame, zero), group('ch-claim', [...bars, ...said])],
		bottom: Math.max(top + HEIGHT, ...lowest) + 10,
	};
}

const yearOf = ({ date }: Datum): number => (date.type === 'point' ? date : date.to).year;
