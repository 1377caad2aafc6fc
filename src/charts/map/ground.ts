import { type Spot, shareInside } from '../label-placement.ts';
import { type Bounds, type Coordinates, EARTH_KM, PER_DEGREE, RADIANS } from './coordinates.ts';

/** A map's frame: degrees to units, Mercator, cut at the frame's edges. */
export interface Ground {
	readonly bounds: Bounds;
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
	readonly project: (longitude: number, latitude: number) => Spot;
	/** Kilometres in one unit, at the middle of the frame. */
	readonly kilometres: number;
}

const mercator = (latitude: number): number => Math.log(Math.tan(Math.PI / 4 + (latitude * RADIANS) / 2)) / RADIANS;

/** Fits the bounds to a width; the height follows. */
export function ground(bounds: Bounds, x: number, y: number, width: number): Ground {
	const [west, south, east, north] = bounds;
	const scale = width / (east - west);
	const top = mercator(north);
	const middle = ((south + north) / 2) * RADIANS;
	return {
		bounds,
		x,
		y,
		width,
		height: Math.round((top - mercator(south)) * scale),
		project: (longitude, latitude) => ({
			x: x + (longitude - west) * scale,
			y: y + (top - mercator(latitude)) * scale,
		}),
		kilometres: (RADIANS * EARTH_KM * Math.cos(middle)) / scale,
	};
}

type Pair = readonly [number, number];

function pairs(ground: Ground, line: Coordinates): readonly Pair[] {
	const list: Pair[] = [];
	for (let i = 0; i + 1 < line.length; i += 2) {
		const { x, y } = ground.project((line[i] ?? 0) / PER_DEGREE, (line[i + 1] ?? 0) / PER_DEGREE);
		list.push([x, y]);
	}
	return list;
}

/** Part of the segment inside the frame, or undefined. */
function inside([ax, ay]: Pair, [bx, by]: Pair, frame: Ground): readonly [Pair, Pair] | undefined {
	const share = shareInside(
		[
			{ x: ax, y: ay },
			{ x: bx, y: by },
		],
		frame,
	);
	if (!share) return undefined;
	const [enter, leave] = share;
	const [dx, dy] = [bx - ax, by - ay];
	return [
		[ax + dx * enter, ay + dy * enter],
		[ax + dx * leave, ay + dy * leave],
	];
}

/** Rings cut at the frame, edge by edge (Sutherland and Hodgman). The frame's own edges are never stroked. */
function cutRing(ring: readonly Pair[], { x, y, width, height }: Ground): readonly Pair[] {
	const edges: readonly (readonly [0 | 1, 1 | -1, number])[] = [
		[0, 1, x],
		[0, -1, x + width],
		[1, 1, y],
		[1, -1, y + height],
	];
	return edges.reduce<readonly Pair[]>((points, [axis, sign, limit]) => {
		const out: Pair[] = [];
		const within = (p: Pair) => sign * (p[axis] - limit) >= 0;
		points.forEach((point, i) => {
			const before = points.at(i - 1) ?? point;
			if (within(point) !== within(before)) {
				const share = (limit - before[axis]) / (point[axis] - before[axis]);
				out.push([before[0] + (point[0] - before[0]) * share, before[1] + (point[1] - before[1]) * share]);
			}
			if (within(point)) out.push(point);
		});
		return out;
	}, ring);
}

/** Leaves out points closer than `tolerance` to the line between their neighbours (Douglas and Peucker). */
export function simplify(line: readonly Pair[], tolerance: number): readonly Pair[] {
	const keep = new Set([0, line.length - 1]);
	const spans: [number, number][] = [[0, line.length - 1]];
	for (let span = spans.pop(); span; span = spans.pop()) {
		const [from, to] = span;
		const [a, b] = [line[from], line[to]];
		if (!a || !b) continue;
		const length = Math.hypot(b[0] - a[0], b[1] - a[1]);
		let [worst, at] = [tolerance, -1];
		for (let i = from + 1; i < to; i++) {
			const p = line[i];
			if (!p) continue;
			const distance =
				length === 0
					? Math.hypot(p[0] - a[0], p[1] - a[1])
					: Math.abs((b[0] - a[0]) * (a[1] - p[1]) - (a[0] - p[0]) * (b[1] - a[1])) / length;
			if (distance > worst) [worst, at] = [distance, i];
		}
		if (at < 0) continue;
		keep.add(at);
		spans.push([from, at], [at, to]);
	}
	return line.filter((_, i) => keep.has(i));
}

/** Points closer than this to their line are left out, in units. */
const TOLERANCE = 0.6;
const half = (value: number): number => Math.round(value * 2) / 2 + 0;

/** A path of relative moves in half units: a third of the bytes of absolute ones. */
function pathOf(line: readonly Pair[], close: boolean): string {
	let path = '';
	let at: Pair | undefined;
	for (const [x, y] of simplify(line, TOLERANCE)) {
		const point: Pair = [half(x), half(y)];
		if (!at) path += `M${point[0]} ${point[1]}`;
		else if (at[0] !== point[0] || at[1] !== point[1]) {
			const dy = half(point[1] - at[1]);
			path += `l${half(point[0] - at[0])}${dy < 0 ? '' : ' '}${dy}`;
		}
		at = point;
	}
	return path.includes('l') ? path + (close ? 'z' : '') : '';
}

/** Filled shapes: rings cut at the frame, as the data of one path. */
export const areas = (ground: Ground, rings: readonly Coordinates[]): string =>
	rings.map((ring) => pathOf(cutRing(pairs(ground, ring), ground), true)).join('');

/** Lines cut at the frame, as pieces in units. */
export function pieces(ground: Ground, lines: readonly Coordinates[]): readonly (readonly Pair[])[] {
	return lines.flatMap((line) => {
		const result: Pair[][] = [];
		const points = pairs(ground, line);
		let piece: Pair[] = [];
		points.slice(1).forEach((point, i) => {
			const before = points[i] ?? point;
			const seen = inside(before, point, ground);
			if (!seen) return;
			const last = piece.at(-1);
			if (!last || last[0] !== seen[0][0] || last[1] !== seen[0][1]) {
				if (piece.length > 1) result.push(piece);
				piece = [seen[0]];
			}
			piece.push(seen[1]);
		});
		if (piece.length > 1) result.push(piece);
		return result;
	});
}

/** Lines cut at the frame, as the data of one path. */
export const lines = (ground: Ground, coordinates: readonly Coordinates[]): string =>
	pieces(ground, coordinates)
		.map((piece) => pathOf(piece, false))
		.join('');
