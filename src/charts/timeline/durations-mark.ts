import { DAY_MS } from '../../ledger/date.ts';
import { held } from '../../ledger/duration.ts';
import type { Ceasefire } from '../../ledger/ledger.ts';
import type { Shape } from '../scene.ts';
import { ARROW } from './bar.ts';
import { pointId } from './point.ts';
import { spanOf } from './span.ts';

/** A logarithmic scale of days. */
export interface Scale {
	readonly left: number;
	readonly right: number;
	/** Logarithm (base 10) of the days at the right end. */
	readonly top: number;
	/** Days to units; everything below a day stands at the left end. */
	readonly x: (days: number) => number;
}

/** Fewest and most days that the record allows, a marker day's reach included. */
export function reach(ceasefire: Ceasefire): readonly [number, number] | undefined {
	const { start, end } = spanOf(ceasefire);
	if (!end || (start.hard && end.hard)) return undefined;
	return [Math.max(0, (end.min - start.max) / DAY_MS + 1), (end.max - start.min) / DAY_MS - 1];
}

/** Left end of what is drawn, in days. */
export function lowest(ceasefire: Ceasefire): number {
	const length = held(ceasefire);
	const known = length.type === 'known' ? length.days : 1;
	return Math.min(known, reach(ceasefire)?.[0] ?? known);
}

/**
 * The mark of one ceasefire.
 * @param y middle of the row
 * @param stemEnd where the stem stops before its words; at the mark where it has none on it
 */
export function mark(
	ceasefire: Ceasefire,
	y: number,
	{ left, x }: Scale,
	stemEnd = Number.POSITIVE_INFINITY,
): { readonly shape: Shape; readonly right: number } {
	const length = held(ceasefire);
	const tone = `tl-${ceasefire.coversIdlib}`;
	const point = pointId(ceasefire);
	if (length.type === 'open') {
		const end = left + ARROW;
		const shapes: readonly Shape[] = [
			{ type: 'line', role: `tl-arrow ${tone}`, x1: left, y1: y, x2: end, y2: y },
			{ type: 'path', role: 'tl-chevron', d: `M${end - 4} ${y - 4}l4 4l-4 4` },
		];
		return { shape: { type: 'group', role: '', point, shapes }, right: end };
	}
	const room = reach(ceasefire);
	const at = x(length.days);
	const shapes: Shape[] = [
		{ type: 'line', role: `tl-stem ${tone}`, x1: left, y1: y, x2: Math.min(at, stemEnd), y2: y },
	];
	let right = at + 5;
	if (room) {
		const [from, to] = [x(room[0]), x(room[1])];
		shapes.push({ type: 'line', role: `tl-reach ${tone}`, x1: from, y1: y, x2: to, y2: y });
		right = Math.max(right, to + 2);
	}
	shapes.push({
		type: 'symbol',
		role: `tl-held ${tone}${length.about ? ' tl-hollow' : ''}`,
		symbol: 'circle',
		x: at,
		y,
		radius: 4.5,
	});
	return { shape: { type: 'group', role: '', point, shapes }, right };
}
