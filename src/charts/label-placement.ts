import { least } from 'd3';
import type { Box, Segment, Spot } from './scene.ts';

/** What a label keeps away from. Boxes are never touched; lines and marks are crossed only where there is no other way. */
export interface Obstacles {
	readonly bounds: Box;
	readonly boxes: readonly Box[];
	readonly segments: readonly Segment[];
	readonly marks: readonly Spot[];
}

/** True when two boxes share any room, or come nearer to one another than the gap. */
export const overlap = (a: Box, b: Box, gap = 0): boolean =>
	a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;

/** True when the box lies in the bounds as a whole. */
export const inside = (box: Box, bounds: Box): boolean =>
	box.x >= bounds.x &&
	box.y >= bounds.y &&
	box.x + box.width <= bounds.x + bounds.width &&
	box.y + box.height <= bounds.y + bounds.height;

/** True when the segment passes through the box (Liang and Barsky's clipping). */
export function crosses([p, q]: Segment, box: Box): boolean {
	let enter = 0;
	let leave = 1;
	const [dx, dy] = [q.x - p.x, q.y - p.y];
	for (const [delta, room] of [
		[-dx, p.x - box.x],
		[dx, box.x + box.width - p.x],
		[-dy, p.y - box.y],
		[dy, box.y + box.height - p.y],
	] as const) {
		if (delta === 0 && room < 0) return false;
		if (delta < 0) enter = Math.max(enter, room / delta);
		if (delta > 0) leave = Math.min(leave, room / delta);
	}
	return enter <= leave;
}

/** Distances of a label from its anchor that are tried, in units. */
const DISTANCES = [8, 11, 16, 24, 34, 46, 60, 76, 94, 114, 136, 160, 190, 220];
/** Directions in order of liking: above, right, left, below, then the corners between them. */
const DIRECTIONS = [
	[0, -1],
	[1, 0],
	[-1, 0],
	[0, 1],
	[1, -1],
	[-1, -1],
	[1, 1],
	[-1, 1],
] as const;
/** A label nearer than this to a mark covers it. */
const MARK_REACH = 5;
/** A label further off is tied to its point by a line. */
export const LEADER = 12;

/** Where a label goes. */
export interface Placement {
	readonly box: Box;
	/** The point the label belongs to. */
	readonly anchor: Spot;
	readonly distance: number;
}

/** Nearest spot of a box to a point: where the line to it begins. */
export const nearestSpot = (box: Box, { x, y }: Spot): Spot => ({
	x: Math.max(box.x, Math.min(box.x + box.width, x)),
	y: Math.max(box.y, Math.min(box.y + box.height, y)),
});

/** A spot with room around it. */
const around = ({ x, y }: Spot, reach: number): Box => ({
	x: x - reach,
	y: y - reach,
	width: 2 * reach,
	height: 2 * reach,
});

/** True when the line from a label to its point runs over another point or through another label. */
function crossed(box: Box, anchor: Spot, { marks, boxes }: Obstacles): boolean {
	const leader: Segment = [nearestSpot(box, anchor), anchor];
	const own = (mark: Spot) => Math.abs(mark.x - anchor.x) < 1 && Math.abs(mark.y - anchor.y) < 1;
	return (
		marks.some((mark) => !own(mark) && crosses(leader, around(mark, 3))) ||
		boxes.some((other) => crosses(leader, other))
	);
}

/** What a place must hold beside clear room. */
export interface Limits {
	/** Furthest distance from the anchor. */
	readonly within?: number;
	/** Crosses no line and covers no mark at all. */
	readonly clear?: boolean;
	/** Straight above or below its point. */
	readonly upright?: boolean;
	/** Where its middle stands rather, the best first, if that is clear. */
	readonly at?: readonly Spot[] | undefined;
}

/**
 * Finds a place for a label near one of its anchors: of those that touch no other box the one with the fewest lines and
 * marks in its way, and of these the nearest. The first of equals wins, so the result never varies.
 * @returns undefined when there is no such place
 */
export function place(
	size: { readonly width: number; readonly height: number },
	anchors: readonly Spot[],
	obstacles: Obstacles,
	{ within = 220, clear = false, upright = false, at = [] }: Limits = {},
): Placement | undefined {
	const { bounds, boxes, segments, marks } = obstacles;
	const right = bounds.x + bounds.width - size.width;
	const boxAt = ({ x, y }: Spot, [dx, dy]: (typeof DIRECTIONS)[number], distance: number): Box => ({
		// Above and below, a label near an edge is moved along so that it stays inside.
		x:
			dx === 0
				? Math.max(bounds.x, Math.min(right, x - size.width / 2))
				: x + dx * distance - (dx < 0 ? size.width : 0),
		y: y + dy * distance - (dy === 0 ? size.height / 2 : dy < 0 ? size.height : 0),
		...size,
	});
	const wished = at.map(({ x, y }, rank) => ({
		placement: { box: { x: x - size.width / 2, y: y - size.height / 2, ...size }, anchor: { x, y }, distance: 0 },
		wish: rank - 1000,
	}));
	const wishes = anchors.flatMap((anchor, rank) =>
		DISTANCES.filter((distance) => distance <= within).flatMap((distance) =>
			DIRECTIONS.filter(([dx]) => dx === 0 || !upright).map((direction, liking) => ({
				placement: { box: boxAt(anchor, direction, distance), anchor, distance },
				wish: distance + rank * 4 + liking * 1.5,
			})),
		),
	);
	const free = [...wished, ...wishes].filter(
		({ placement: { box } }) => inside(box, bounds) && !boxes.some((other) => overlap(box, other, 2)),
	);
	/** The gap between an upright label and its point: another line in it would have the label. */
	const gap = ({ box, anchor: { x, y }, distance }: Placement): Box =>
		upright && distance > 0 ? { x: x - 1, y: box.y > y ? y + 2 : y - distance, width: 2, height: distance - 2 } : box;
	const inTheWay = ({ box, anchor, distance }: Placement): number =>
		segments.filter((segment) => crosses(segment, box) || crosses(segment, gap({ box, anchor, distance }))).length +
		marks.filter((mark) => overlap(around(mark, MARK_REACH), box)).length +
		Number(distance > LEADER && crossed(box, anchor, obstacles));
	const best = least(
		free.map(({ placement, wish }) => ({ placement, wish, obstacles: inTheWay(placement) })),
		(a, b) => a.obstacles - b.obstacles || a.wish - b.wish,
	);
	return best && !(clear && best.obstacles > 0) ? best.placement : undefined;
}

/**
 * Moves boxes along one axis so that they no longer overlap, in the order of their wishes, within from–to when they fit.
 * @param items wished centre and size of each
 * @returns centre of each, in the order given
 */
export function spread(
	items: readonly { readonly centre: number; readonly size: number }[],
	from: number,
	to: number,
): readonly number[] {
	const placed = items
		.map((item, index) => ({ ...item, index }))
		.sort((a, b) => a.centre - b.centre || a.index - b.index);
	let edge = from;
	for (const item of placed) {
		item.centre = Math.max(item.centre, edge + item.size / 2);
		edge = item.centre + item.size / 2;
	}
	edge = to;
	for (const item of placed.toReversed()) {
		item.centre = Math.min(item.centre, edge - item.size / 2);
		edge = item.centre - item.size / 2;
	}
	return placed.sort((a, b) => a.index - b.index).map(({ centre }) => centre);
}
