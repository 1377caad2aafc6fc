import { type Box, crosses, place as findPlace, inside, overlap, type Segment, type Spot } from '../label-placement.ts';
import { round, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import type { Ground } from './ground.ts';
import type { Marked } from './marked.ts';
import { nameSize, nameText } from './name.ts';
import { limitsOf, type Room } from './room.ts';

/** True when two segments cut each other. */
function meet([a, b]: Segment, [c, d]: Segment): boolean {
	const side = (p: Spot, q: Spot, r: Spot) => Math.sign((q.x - p.x) * (r.y - p.y) - (q.y - p.y) * (r.x - p.x));
	return side(a, b, c) !== side(a, b, d) && side(c, d, a) !== side(c, d, b);
}

/** Farthest a name stands from its dot, in units. */
const REACH = 16;

/** A place for a town's name on the town's own side of every boundary. */
function besideTown(size: { width: number; height: number }, spot: Spot, at: Ground, room: Room): Box | undefined {
	const across: Box[] = [];
	// Where no such place is left, the best of the others is better than a dot without a name.
	let first: Box | undefined;
	const marks = room.marks.filter((other) => other.x !== spot.x || other.y !== spot.y);
	for (;;) {
		const boxes = [...room.boxes, ...across];
		const found = findPlace(size, [spot], { bounds: limitsOf(at), boxes, segments: room.segments, marks });
		if (!found || found.distance > REACH) {
			if (first) return first;
			const any = findPlace(size, [spot], { bounds: limitsOf(at), boxes: room.boxes, segments: [], marks });
			return any && any.distance <= REACH ? any.box : undefined;
		}
		first ??= found.box;
		const { box } = found;
		const way: Segment = [spot, { x: box.x + box.width / 2, y: box.y + box.height / 2 }];
		if (!room.segments.some((segment) => meet(segment, way))) return box;
		across.push(box);
	}
}

/** A place that lies somewhere near another: a dashed ring around that one's dot, which is no position. */
function ring({ place, struck }: Marked, spot: Spot, at: Ground, size: Size, room: Room): readonly Shape[] {
	const radius = size.layout === 'wide' ? 22 : 18;
	const words = struck ? [`${place.name}:`, 'strike near here'] : [place.name, 'near here'];
	const { width, height } = nameSize(words, size, 'bold');
	const limits = limitsOf(at);
	const beside = [14, 8, 4, 0, -height / 2].flatMap((down) => [
		{ x: spot.x + radius + 6, y: spot.y + down },
		{ x: spot.x - radius - 6 - width, y: spot.y + down },
	]);
	const found = [...beside, { x: spot.x - width / 2, y: spot.y + radius + 4 }]
		.map((corner) => ({ ...corner, width, height }))
		.find(
			(box) =>
				inside(box, limits) &&
				!room.boxes.some((other) => overlap(box, other, 2)) &&
				!room.marks.some((mark) => overlap({ ...mark, width: 0, height: 0 }, box, 3)) &&
				!room.segments.some((segment) => crosses(segment, box)),
		);
	if (found) room.boxes.push(found);
	const [x, y, r] = [round(spot.x - radius), round(spot.y), radius];
	return [
		{
			type: 'path',
			role: 'map-near',
			point: place.id,
			d: `M${x} ${y}a${r} ${r} 0 1 0 ${2 * r} 0a${r} ${r} 0 1 0 ${-2 * r} 0`,
		},
		...(found ? [nameText('map-name map-wanted', found, words, size, 'bold')] : []),
	];
}

/** Dots with their names, the wanted ones first; a name that finds no room is left to the words. */
export function towns(marked: readonly Marked[], at: Ground, size: Size, room: Room): readonly Shape[] {
	const shapes: Shape[] = [];
	const spots = marked.map((mark) => ({ mark, spot: at.project(mark.longitude, mark.latitude) }));
	// Rings first: dots and names stand on them, and their own names need the most room.
	for (const { mark, spot } of spots) if (mark.near) shapes.push(...ring(mark, spot, at, size, room));
	for (const { mark, spot } of spots) {
		if (mark.near) continue;
		const { wanted, place } = mark;
		shapes.push({
			type: 'symbol',
			role: wanted ? 'map-dot map-wanted' : 'map-dot',
			point: place.id,
			symbol: wanted ? 'square' : 'circle',
			x: spot.x,
			y: spot.y,
			radius: wanted ? 5 : 3.5,
		});
		const weight = wanted ? 'bold' : 'regular';
		const found = besideTown(nameSize([place.name], size, weight), spot, at, room);
		if (!found) continue;
		room.boxes.push(found);
		shapes.push(
			nameText(wanted ? 'map-name map-wanted' : 'map-name', found, [place.name], size, wanted ? 'bold' : undefined),
		);
	}
	return shapes;
}
