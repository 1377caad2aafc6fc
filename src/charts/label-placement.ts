/** A box in units of the drawing. */
export interface Box {
	readonly x: number;
	readonly y: number;
	readonly width: number;
	readonly height: number;
}

/** A point in units of the drawing. */
export interface Spot {
	readonly x: number;
	readonly y: number;
}

/** A straight piece of a drawn line. */
export type Segment = readonly [Spot, Spot];

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

/** The part of a segment that lies in a box, as shares of its length from its start (Liang and Barsky's clipping). */
export function shareInside([p, q]: Segment, box: Box): readonly [enter: number, leave: number] | undefined {
	let enter = 0;
	let leave = 1;
	const dx = q.x - p.x;
	const dy = q.y - p.y;
	for (const [delta, room] of [
		[-dx, p.x - box.x],
		[dx, box.x + box.width - p.x],
		[-dy, p.y - box.y],
		[dy, box.y + box.height - p.y],
	] as const) {
		if (delta === 0) {
			if (room < 0) return undefined;
		} else if (delta < 0) enter = Math.max(enter, room / delta);
		else leave = Math.min(leave, room / delta);
	}
	return enter <= leave ? [enter, leave] : undefined;
}

/** True when the segment passes through the box. */
export const crosses = (segment: Segment, box: Box): boolean => shareInside(segment, box) !== undefined;

/** Distances of a label from its anchor that are tried, in units. */
const DISTANCES = [8, 11, 16, 24, 34, 46, 60, 76, 94, 114, 136, 160, 190, 220];
const FARTHEST = 220;
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
/** Cost of crossing a line; above any cost of a place within reach that crosses none. */
const CROSSING = 1000;
/** Cost of covering a mark: worse than crossing a line. */
const COVERING = 1300;

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

/** True when the line from a label to its point runs over another point or through another label. */
function crossed(box: Box, anchor: Spot, { marks, boxes }: Obstacles): boolean {
	const leader: Segment = [nearestSpot(box, anchor), anchor];
	const own = (mark: Spot) => Math.abs(mark.x - anchor.x) < 1 && Math.abs(mark.y - anchor.y) < 1;
	return (
		marks.some((mark) => !own(mark) && crosses(leader, { x: mark.x - 3, y: mark.y - 3, width: 6, height: 6 })) ||
		boxes.some((other) => crosses(leader, other))
	);
}

/** What a place must hold beside clear room. */
export interface Limits {
	/** Furthest distance from the anchor. */
	readonly within?: number;
	/** Crosses no line and covers no mark at all. */
	readonly clear?: boolean;
	/** Stands to the right only where there is no other way: there are marks of another count there. */
	readonly notRight?: boolean;
	/** Carries the marker of its points, so that other points and labels may stand between it and them. */
	readonly marked?: boolean;
}

/**
 * Finds a place for a label near one of its anchors: the cheapest that touches no other box.
 * Distance costs little, covering a mark or a line costs much. The first of equals wins, so the result never varies.
 * @returns undefined when there is no such place
 */
export function place(
	size: { readonly width: number; readonly height: number },
	anchors: readonly Spot[],
	obstacles: Obstacles,
	{ within = FARTHEST, clear = false, notRight = false, marked = false }: Limits = {},
): Placement | undefined {
	const left = obstacles.bounds.x;
	const right = left + obstacles.bounds.width;
	let best: Placement | undefined;
	let lowest = Number.POSITIVE_INFINITY;
	for (const [rank, anchor] of anchors.entries()) {
		for (const distance of DISTANCES) {
			if (distance > within || distance + rank * 4 >= lowest) break;
			for (const [liking, [dx, dy]] of DIRECTIONS.entries()) {
				const box = {
					// Above and below, a label near an edge is moved along so that it stays inside.
					x:
						dx === 0
							? Math.max(left, Math.min(right - size.width, anchor.x - size.width / 2))
							: anchor.x + dx * distance - (dx < 0 ? size.width : 0),
					y: anchor.y + dy * distance - (dy === 0 ? size.height / 2 : dy < 0 ? size.height : 0),
					...size,
				};
				let cost = distance + rank * 4 + liking * 1.5 + (notRight && dx > 0 ? CROSSING : 0);
				if (cost >= lowest || !inside(box, obstacles.bounds)) continue;
				if (obstacles.boxes.some((other) => overlap(box, other, 2))) continue;
				for (const segment of obstacles.segments) if (crosses(segment, box)) cost += CROSSING;
				for (const mark of obstacles.marks) {
					const reach = {
						x: box.x - MARK_REACH,
						y: box.y - MARK_REACH,
						width: box.width + 2 * MARK_REACH,
						height: box.height + 2 * MARK_REACH,
					};
					if (overlap({ ...mark, width: 0, height: 0 }, reach)) cost += COVERING;
				}
				if (!marked && distance > LEADER && crossed(box, anchor, obstacles)) cost += CROSSING;
				if (clear && cost >= CROSSING) continue;
				if (cost < lowest) {
					lowest = cost;
					best = { box, anchor, distance };
				}
			}
		}
	}
	return best;
}

/**
 * Moves boxes along one axis so that they no longer overlap, each as near to its wish as the others allow, within
 * from–to when they fit. Pools neighbours that push each other and centres every pool on its wishes (pool adjacent
 * violators, least squares).
 * @param items wished centre and size of each
 * @returns centre of each, in the order given
 */
export function spread(
	items: readonly { readonly centre: number; readonly size: number }[],
	from: number,
	to: number,
): readonly number[] {
	interface Pool {
		readonly members: number[];
		size: number;
		/** Sum over members of the wished start of the pool. */
		wishes: number;
		start: number;
	}
	const order = items
		.map((_, index) => index)
		.sort((a, b) => (items[a]?.centre ?? 0) - (items[b]?.centre ?? 0) || a - b);
	const clamp = (pool: Pool) => {
		pool.start = Math.max(from, Math.min(to - pool.size, pool.wishes / pool.members.length));
	};
	const pools: Pool[] = [];
	for (const index of order) {
		const item = items[index];
		if (!item) continue;
		let pool: Pool = { members: [index], size: item.size, wishes: item.centre - item.size / 2, start: 0 };
		clamp(pool);
		for (let before = pools.at(-1); before && before.start + before.size > pool.start; before = pools.at(-1)) {
			pools.pop();
			const shift = before.size * pool.members.length;
			pool = {
				members: [...before.members, ...pool.members],
				size: before.size + pool.size,
				wishes: before.wishes + pool.wishes - shift,
				start: 0,
			};
			clamp(pool);
		}
		pools.push(pool);
	}
	const centres: number[] = items.map(({ centre }) => centre);
	for (const pool of pools) {
		let at = pool.start;
		for (const index of pool.members) {
			const size = items[index]?.size ?? 0;
			centres[index] = at + size / 2;
			at += size;
		}
	}
	return centres;
}
