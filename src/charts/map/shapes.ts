import { round } from '../marks.ts';
import type { Spot } from '../scene.ts';

/** The edge of a strip along a line, `off` units to its left (to its right where negative); corners are mitred. */
function edge(line: readonly Spot[], off: number): readonly Spot[] {
	const normals = line.slice(1).map(({ x, y }, at) => {
		const from = line[at] ?? { x, y };
		const length = Math.hypot(x - from.x, y - from.y) || 1;
		return { x: (y - from.y) / length, y: -(x - from.x) / length };
	});
	return line.map(({ x, y }, at) => {
		const [a, b] = [normals[at - 1] ?? normals[at], normals[at] ?? normals[at - 1]];
		if (!a || !b) return { x, y };
		const long = off / Math.max(0.5, 1 + a.x * b.x + a.y * b.y);
		return { x: x + (a.x + b.x) * long, y: y + (a.y + b.y) * long };
	});
}

/** Both edges of a strip `half` units wide on each side of a line, and the whole of it as path data. */
export function strip(line: readonly Spot[], half: number) {
	const [left, right] = [edge(line, half), edge(line, -half)];
	const spots = [...left, ...right.toReversed()].map(({ x, y }) => `${round(x)},${round(y)}`);
	return { left, right, d: `M${spots.join('L')}Z` };
}

/** A round area around spots, hatched: its rim and its strokes as path data. */
export function hatchedRound(spots: readonly Spot[], margin: number) {
	const mean = (of: (spot: Spot) => number) => spots.reduce((sum, spot) => sum + of(spot), 0) / spots.length;
	const middle = { x: mean(({ x }) => x), y: mean(({ y }) => y) };
	const radius = Math.max(...spots.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y))) + margin;
	const [x, y, r] = [middle.x, middle.y, radius];
	const rim = `M${round(x - r)},${round(y)}a${round(r)},${round(r)} 0 1 0 ${round(2 * r)},0a${round(r)},${round(r)} 0 1 0 ${round(-2 * r)},0Z`;
	const step = Math.max(6, r / 8);
	let strokes = '';
	for (let off = step / 2 - r; off < r; off += step) {
		const half = Math.sqrt(r * r - off * off) * Math.SQRT1_2;
		const [cx, cy] = [x + off * Math.SQRT1_2, y + off * Math.SQRT1_2];
		strokes += `M${round(cx - half)},${round(cy + half)}L${round(cx + half)},${round(cy - half)}`;
	}
	return { middle, radius, rim, strokes };
}
