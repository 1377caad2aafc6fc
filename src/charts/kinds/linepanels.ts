import { type ScaleLinear, type ScaleTime, scaleLinear } from 'd3';
import type { Note } from '../annotations.ts';
import { type ChartSeries, type Datum, largestOf } from '../data.ts';
import { boxOf, label } from '../plot.ts';
import { heading } from '../rows.ts';
import { round, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { DROP, textWidth } from '../text.ts';
import { shortAmount } from '../words.ts';

/** What stands below a plot of lines, on its time axis. */
interface Below {
	readonly series: readonly ChartSeries[];
	readonly difference: boolean;
	/** Claims of something else than the lines count. */
	readonly apart: readonly Extract<Note, { readonly type: 'claim' }>[];
	readonly x: ScaleTime<number, number>;
	readonly y: ScaleLinear<number, number>;
	readonly left: number;
	readonly right: number;
}

interface Placed {
	readonly shapes: readonly Shape[];
	readonly bottom: number;
}

/** The panels that a chart of lines asks for, below one another. */
export function panelsBelow(below: Below, top: number, size: Size): Placed {
	const [a, b, third] = below.series;
	const gap = below.difference && a && b && !third ? difference(a, b, below, top, size) : { shapes: [], bottom: top };
	return below.apart.reduce<Placed>(({ shapes, bottom }, note) => {
		const panel = own(note, below, bottom, size);
		return { shapes: [...shapes, ...panel.shapes], bottom: panel.bottom };
	}, gap);
}

/** A claim of another thing: a bar from its own nought, on the scale of the lines above. */
function own(
	{ datum, label: words }: Below['apart'][number],
	{ x, y, left, right }: Below,
	top: number,
	size: Size,
): Placed {
	const height = Math.max(2, y(0) - y(datum.value ?? 0));
	const at = round(x(datum.at));
	const beside = left + textWidth(words, size.text, 'bold') + 16 <= at;
	const head = heading(words, size, top + 4);
	const base = round((beside ? top + 14 : head.bottom + 8) + height);
	const said = beside
		? label('ch-note ch-claim', size, [words], { x: at - 14, y: base - height / 2 + size.text * DROP }, 'end', 'bold')
		: head.shape;
	const bar: Shape = {
		type: 'rect',
		role: 'ch-bar',
		point: datum.id,
		x: at - 6,
		y: round(base - height),
		width: 12,
		height: round(height),
	};
	return {
		shapes: [
			{ type: 'line', role: 'ch-axis', x1: left, y1: base, x2: round(right), y2: base },
			{ type: 'group', role: 'ch-series ch-claim', series: datum.group, shapes: [said, bar] },
		],
		bottom: base + 8,
	};
}

const HEIGHT = 96;

/** How much larger the second count is than the first, year by year. */
function difference(a: ChartSeries, b: ChartSeries, { x, left, right }: Below, top: number, size: Size): Placed {
	const first = new Map(a.data.map((datum) => [datum.date.edtf, datum]));
	const gaps = b.data.flatMap((datum) => {
		const other = first.get(datum.date.edtf);
		if (!other || other.value === null || datum.value === null) return [];
		return [{ datum, at: x(datum.at), value: datum.value - other.value }];
	});
	const head = heading(`Difference: how many more people ${b.label} counted than ${a.label}`, size, top + 4);
	const values = gaps.map(({ value }) => value);
	const from = head.bottom + size.lineHeight + 6;
	const y = scaleLinear()
		.domain([Math.min(0, ...values), Math.max(1, ...values)])
		.range([from + HEIGHT, from]);
	const zero = round(y(0));
	const width = Math.max(3, Math.min(26, (right - left) / Math.max(8, gaps.length) - 5));
	const bars = gaps.map(({ at, value }): Shape => {
		const height = Math.max(1, Math.abs(y(value) - zero));
		return {
			type: 'rect',
			role: 'ch-bar',
			x: round(at - width / 2),
			y: round(value < 0 ? zero : zero - height),
			width: round(width),
			height: round(height),
		};
	});
	const most = largestOf(gaps);
	const said = [...new Set([most, gaps.at(-1)])].flatMap((gap): readonly Shape[] => {
		if (!gap) return [];
		const words = `${gap.value > 0 ? '+' : ''}${shortAmount({ value: gap.value, qualifier: 'exactly' })} in ${yearOf(gap.datum)}`;
		const half = textWidth(words, size.text, 'bold') / 2;
		const middle = Math.max(left + half, Math.min(size.width - half, gap.at));
		const level = Math.min(zero, y(gap.value)) - 5;
		return [label('ch-value', size, [words], { x: middle, y: level }, 'middle', 'bold')];
	});
	return {
		shapes: [
			head.shape,
			{ type: 'line', role: 'ch-axis', x1: left, y1: zero, x2: round(right), y2: zero },
			{ type: 'group', role: 'ch-claim', shapes: [...bars, ...said] },
		],
		bottom:
			Math.max(zero, from + HEIGHT, ...said.flatMap((shape) => (shape.type === 'text' ? [boxOf(shape).y] : []))) + 10,
	};
}

const yearOf = ({ date }: Datum): number => (date.type === 'point' ? date : date.to).year;
