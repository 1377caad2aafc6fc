import type { AccountChart } from '../accounts.ts';
import { arrow, interval, openSide } from '../open-end.ts';
import { boxOf, label, linesWidth } from '../plot.ts';
import { round, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { wrap } from '../text.ts';
import { type Placed, rowOf } from './accountrows.ts';

/** The range of the accounts that stand, above the scale: in words and as a bracket. */
export function rangeHead(
	chart: AccountChart,
	x: (value: number) => number,
	size: Size,
	top: number,
	right: number,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
	if (!chart.range) return { shapes: [], bottom: top };
	const { low, high } = ends(chart, x);
	const words = wrap(`Latest counts: ${chart.range.words}`, right, size.text, 'bold');
	const half = linesWidth(words, size, 'bold') / 2;
	const middle = Math.max(half, Math.min(right - half, (low + high) / 2));
	const text = label('ch-range', size, words, { x: middle, y: top + size.text }, 'middle', 'bold');
	const y = round(boxOf(text).y + boxOf(text).height + 5);
	const shapes: Shape[] = [text, interval(low, high, y)];
	if (openSide(chart.range.ends.high.quantity?.qualifier ?? 'exactly') === 'right')
		shapes.push(arrow(high, y, 'right'));
	if (openSide(chart.range.ends.low.quantity?.qualifier ?? 'exactly') === 'left')
		shapes.push(arrow(low, y, 'left', 12));
	return { shapes: [{ type: 'group', role: 'ch-series-1', shapes }], bottom: y + 10 };
}

function ends(chart: AccountChart, x: (value: number) => number): { readonly low: number; readonly high: number } {
	const low = chart.range?.ends.low.quantity?.value ?? 0;
	const top = chart.range?.ends.high.quantity;
	return { low: round(x(low)), high: round(x(top?.upper ?? top?.value ?? low)) };
}

/** The same range behind the rows; in the narrow layout behind the marks only, so that names stand on clear ground. */
export function rangeBand(
	chart: AccountChart,
	x: (value: number) => number,
	rows: readonly Placed[],
	size: Size,
	top: number,
	bottom: number,
	right: number,
): readonly Shape[] {
	if (!chart.range) return [];
	const { low, high } = ends(chart, x);
	const open = openSide(chart.range.ends.high.quantity?.qualifier ?? 'exactly') === 'right';
	const width = round((open ? right : high) - low);
	const rect = (y: number, height: number): Shape => ({
		type: 'rect',
		role: 'ch-band',
		x: low,
		y: round(y),
		width,
		height: round(height),
	});
	return size.layout === 'wide' ? [rect(top, bottom - top)] : rows.map(({ y }) => rect(rowOf(y)[0], 18));
}
