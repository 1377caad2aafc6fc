import { formatDate } from '../../ledger/date.ts';
import type { ChartSeries, Datum } from '../data.ts';
import { type Box, overlap } from '../label-placement.ts';
import { seriesRole } from '../marks.ts';
import { boxOf, label, linesWidth } from '../plot.ts';
import { flatten, type Shape, type TextShape } from '../scene.ts';
import type { Size } from '../size.ts';
import { shortAmount } from '../words.ts';

/** More values than this have no room in any width. */
const MOST_VALUES = 60;

/** Values above their bars where they fit, the largest first; where an editor points some out, these before all. */
export function valueLabels(
	series: readonly ChartSeries[],
	bars: ReadonlyMap<string, Box>,
	axes: readonly Shape[],
	seen: ReadonlySet<string>,
	size: Size,
): readonly TextShape[] {
	const largest = Math.max(0, ...series.flatMap(({ data }) => data.map(({ value }) => value ?? 0)));
	const texts: TextShape[] = [];
	const taken = flatten(axes).flatMap((shape) => (shape.type === 'text' ? [boxOf(shape)] : []));
	const wanted = series
		.flatMap((strand, index) => strand.data.map((datum) => ({ datum, index })))
		// A value that can hardly be told from nought needs no number: the axis says as much.
		.filter(({ datum }) => (datum.value ?? 0) > largest / 100 || seen.has(datum.id))
		.sort(
			(a, b) =>
				Number(seen.has(b.datum.id)) - Number(seen.has(a.datum.id)) || (b.datum.value ?? 0) - (a.datum.value ?? 0),
		)
		.slice(0, MOST_VALUES);
	for (const { datum, index } of wanted) {
		const bar = bars.get(datum.id);
		if (!bar) continue;
		const words = shortAmount(datum);
		const half = linesWidth([words], size, 'bold') / 2;
		const y = bar.y - 5;
		const others = [...bars].filter(([id, { height }]) => id !== datum.id && height >= 1).map(([, box]) => box);
		// In the middle of its bar, else flush with one of its sides.
		const text = [
			{ anchor: 'middle' as const, x: Math.min(size.width - half, bar.x + bar.width / 2) },
			{ anchor: 'end' as const, x: bar.x + bar.width },
			{ anchor: 'start' as const, x: bar.x },
		]
			.map(({ anchor, x }) =>
				label(
					seen.size > 0 && !seen.has(datum.id) ? 'ch-detail' : `ch-value ${seriesRole(index)}`,
					size,
					[words],
					{ x, y },
					anchor,
					'bold',
				),
			)
			.find((wish) => {
				const box = boxOf(wish);
				const inside = box.x >= 0 && box.x + box.width <= size.width + 0.5;
				return (
					inside && !taken.some((other) => overlap(box, other, 3)) && !others.some((other) => overlap(box, other, 1))
				);
			});
		if (!text) continue;
		taken.push(boxOf(text));
		texts.push(text);
	}
	return texts;
}

/** Names below the bars, every first, second, third, … as room allows. */
export function dateAxis(
	dates: readonly Datum['date'][],
	x: { (edtf: string): number | undefined; bandwidth(): number },
	bottom: number,
	size: Size,
): readonly Shape[] {
	const named = dates.map((date) => ({ words: formatDate(date), middle: (x(date.edtf) ?? 0) + x.bandwidth() / 2 }));
	const widest = linesWidth(
		named.map(({ words }) => words),
		size,
	);
	const pitch = dates.length > 1 ? Math.abs((named[1]?.middle ?? 0) - (named[0]?.middle ?? 0)) : size.width;
	const every = Math.max(1, Math.ceil((widest + 6) / pitch));
	// Counted from the end: the latest date is the one that readers look for.
	let clear = Number.POSITIVE_INFINITY;
	return named.toReversed().flatMap(({ words, middle }, index): Shape[] => {
		if (index % every !== 0) return [];
		const half = linesWidth([words], size) / 2;
		const centre = Math.max(half, Math.min(size.width - half, middle));
		if (centre + half > clear) return [];
		clear = centre - half - 4;
		return [label('ch-tick', size, [words], { x: centre, y: bottom + 5 + size.lineHeight }, 'middle')];
	});
}
