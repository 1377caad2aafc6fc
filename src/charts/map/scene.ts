import type { Ledger, MapSpec, Place } from '../../ledger/ledger.ts';
import { plainText } from '../../prose/words.ts';
import type { Box, Spot } from '../label-placement.ts';
import type { Scene, Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { textWidth } from '../text.ts';
import { type Frame, type Ground, ground, type Position, states } from './ground.ts';
import { KEY_GAP, keyRow, signs } from './key.ts';
import { type Names, names } from './names.ts';
import { hatchedRound, strip } from './shapes.ts';

export const positionOf = (place: Place | undefined): Position | undefined =>
	place?.coordinates && [place.coordinates.longitude, place.coordinates.latitude];

const halfway = (a: Position, b: Position): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** Where the named places lie; those without a position are left out. */
const positions = (ledger: Ledger, ids: readonly string[]): readonly Position[] =>
	ids.flatMap((id) => {
		const at = positionOf(ledger.places.get(id));
		return at ? [at] : [];
	});

/** The line between two sides: halfway between each pair. */
export const frontLine = (ledger: Ledger, { front }: MapSpec): readonly Position[] =>
	(front?.between ?? []).flatMap((pair) => {
		const [a, b] = positions(ledger, pair);
		return a && b ? [halfway(a, b)] : [];
	});

/** The part of a road from one of its places to another. */
function stretch(road: Place | undefined, from: string, to: string): readonly string[] {
	const through = road?.through ?? [];
	const [a, b] = [through.indexOf(from), through.indexOf(to)].sort((p, q) => p - q);
	return a === undefined || b === undefined || a < 0 ? [] : through.slice(a, b + 1);
}

const rect = (role: string, { x, y, width, height }: Box): Shape => ({ type: 'rect', role, x, y, width, height });
const path = (role: string, d: string, point?: string): readonly Shape[] =>
	d === '' ? [] : [{ type: 'path', role, d, ...(point === undefined ? {} : { point }) }];
const framed = ({ x, y, width, height }: Box): Shape =>
	rect('map-frame', { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 });

/**
 * Land and sea; what one side holds; the outlines.
 * @param over what lies on Syria alone: what is beyond the border is drawn over it, as over what is held
 */
function land(ledger: Ledger, map: MapSpec, at: Ground, over: readonly Shape[]): readonly Shape[] {
	const { syria, neighbours } = states(map.frame);
	const line = frontLine(ledger, map);
	const [first, last] = [line[0], line.at(-1)];
	// Closed far to the north of the map: the neighbours cover what is not Syria.
	const held = first && last ? [...line, [last[0], 40] as const, [first[0], 40] as const] : [];
	const outlines = (map.outlines ?? []).flatMap((id) => ledger.places.get(id)?.outline ?? []);
	return [
		rect('map-sea', at.box),
		...path('map-syria', at.path(syria)),
		...(held.length > 0 ? path('map-held', at.path({ type: 'Polygon', coordinates: [ring(held)] })) : []),
		...(outlines.length > 0 ? path('map-province', at.path({ type: 'LineString', coordinates: ring(outlines) })) : []),
		...over,
		...path('map-land', at.path(neighbours)),
	];
}

/** Closed, and in the order in which d3 takes what lies inside for the smaller part of the earth. */
function ring(positions: readonly (readonly [number, number])[]): [number, number][] {
	const area = positions.reduce((sum, [x, y], at) => {
		const [px, py] = positions.at(at - 1) ?? [x, y];
		return sum + (x - px) * (y + py);
	}, 0);
	const clockwise = area > 0 ? positions : positions.toReversed();
	return [...clockwise, ...clockwise.slice(0, 1)].map(([x, y]) => [x, y]);
}

/** Roads with their names, the corridor along one of them, the line between the sides. */
function lines(ledger: Ledger, map: MapSpec, at: Ground, set: Names) {
	const spots = (ids: readonly string[]): readonly Spot[] => positions(ledger, ids).map(at.spot);
	const roads = (map.roads ?? []).flatMap((id) => {
		const place = ledger.places.get(id);
		return place ? [{ place, line: spots(place.through ?? []) }] : [];
	});
	const { corridor } = map;
	const side = ledger.claims.get(corridor?.side ?? '')?.quantity?.value ?? 0;
	const along = corridor ? spots(stretch(ledger.places.get(corridor.road), corridor.from, corridor.to)) : [];
	const cleared = along.length > 1 ? strip(along, side * at.kilometre) : undefined;
	const between = frontLine(ledger, map).map(at.spot);
	set.keep([], [], [...roads.map(({ line }) => line), between, ...(cleared ? [cleared.left, cleared.right] : [])]);
	const clip = (ids: readonly Position[]) => at.path({ type: 'LineString', coordinates: ids.map(([x, y]) => [x, y]) });
	return {
		shapes: [
			...(cleared ? path('map-corridor', cleared.d) : []),
			...roads.flatMap(({ place }) => path('map-road', clip(positions(ledger, place.through ?? [])))),
			...path('map-front', clip(frontLine(ledger, map))),
		],
		roads: (): readonly Shape[] =>
			roads.flatMap(({ place, line }) =>
				set.beside('map-name map-road-name', place.name.replace(/^The /, ''), middles(line), {
					weight: 'bold',
					within: 14,
				}),
			),
	};
}

/** Middles of the pieces of a line, from its middle outwards. */
const middles = (line: readonly Spot[]): readonly Spot[] =>
	line
		.slice(1)
		.map(({ x, y }, at) => ({
			x: (x + (line[at]?.x ?? x)) / 2,
			y: (y + (line[at]?.y ?? y)) / 2,
			off: Math.abs(at + 1 - line.length / 2),
		}))
		.sort((a, b) => a.off - b.off)
		.map(({ x, y }) => ({ x, y }));

/** A dot for each place, a square for a crossing or a post. */
function dot({ id, kind }: Place, { x, y }: Spot): Shape {
	const square = kind === 'crossing' || kind === 'post';
	return {
		type: 'symbol',
		role: 'map-dot',
		point: id,
		symbol: square ? 'square' : 'circle',
		x,
		y,
		radius: square ? 4.5 : 3.5,
	};
}

/** Lengths that the scale may have, in kilometres. */
const STEPS = [5, 10, 20, 50, 100] as const;

/** A bar of round length in the lower left corner; names keep off it. */
function scale(at: Ground, size: Size, set: Names): readonly Shape[] {
	const length = STEPS.findLast((km) => km * at.kilometre <= at.box.width * 0.24) ?? 5;
	const [x, y] = [at.box.x + 12, at.box.y + at.box.height - 14];
	const [width, words] = [length * at.kilometre, `${length} km`];
	set.keep([
		{
			x: x - 4,
			y: y - size.lineHeight - 6,
			width: Math.max(width, textWidth(words, size.text)) + 8,
			height: size.lineHeight + 12,
		},
	]);
	return [
		...path('map-scale', `M${x},${y - 4}v6h${Math.round(width)}v-6`),
		{
			type: 'text',
			role: 'map-name',
			x,
			y: y - 8,
			anchor: 'start',
			lines: [words],
			size: size.text,
			lineHeight: size.lineHeight,
		},
	];
}

/** A small map in the lower right corner that says where the frame lies. */
function inset(map: MapSpec, around: Frame, at: Ground, set: Names): readonly Shape[] {
	const width = Math.round(Math.min(190, at.box.width * 0.29));
	const height = Math.round(width * 0.8);
	const box: Box = { x: at.box.x + at.box.width - width, y: at.box.y + at.box.height - height, width, height };
	set.keep([{ ...box, x: box.x - 4, y: box.y - 4 }]);
	const small = ground(around, box);
	const { syria, neighbours } = states(around);
	const [a, b] = [small.spot([map.frame.west, map.frame.north]), small.spot([map.frame.east, map.frame.south])];
	return [
		rect('map-sea', box),
		...path('map-syria', small.path(syria)),
		...path('map-land', small.path(neighbours)),
		rect('map-here', { x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y }),
		framed(box),
	];
}

/** Highest share of its width that a map takes in height, by layout. */
const TALLEST = { narrow: 1.1, middle: 0.8, wide: 0.62 } as const;

/** Everything of a map in its place. */
export function mapScene(ledger: Ledger, map: MapSpec, size: Size): Scene {
	const { west, south, east, north } = map.frame;
	const shape = (north - south) / ((east - west) * Math.cos(((south + north) / 2) * (Math.PI / 180)));
	const height = Math.round(size.width * Math.min(shape, TALLEST[size.layout]));
	const at = ground(map.frame, { x: 0, y: 0, width: size.width, height });
	const set = names(at.box, size);
	const corner = map.around ? inset(map, map.around, at, set) : [];
	const bar = scale(at, size, set);
	const drawn = lines(ledger, map, at, set);
	const places = map.places.flatMap((id) => {
		const place = ledger.places.get(id);
		const position = positionOf(place);
		if (!place || !position) return [];
		const spot = at.spot(position);
		const seen = spot.x > 6 && spot.y > 6 && spot.x < size.width - 6 && spot.y < height - 6;
		return seen && !corner.some((one) => one.type === 'rect' && spot.x > one.x - 6 && spot.y > one.y - 6)
			? [{ place, spot }]
			: [];
	});
	set.keep(
		[],
		places.map(({ spot }) => spot),
	);
	const { near } = map;
	const round = near ? hatchedRound(positions(ledger, near.among).map(at.spot), 0.8 * at.kilometre + 4) : undefined;
	const narrow = size.layout === 'narrow';
	const room = (narrow ? 8 : 11.5) * size.text;
	const bold = { weight: 'bold', width: room } as const;
	const rims = round
		? [45, 0, 90, 315, 180].map((turn) => ({
				x: round.middle.x + round.radius * Math.cos((turn * Math.PI) / 180),
				y: round.middle.y + round.radius * Math.sin((turn * Math.PI) / 180),
			}))
		: [];
	const base = land(
		ledger,
		map,
		at,
		round && near ? [...path('map-near', round.strokes), ...path('map-near', round.rim, near.place)] : [],
	);
	const within = ({ x, y }: Spot) =>
		round !== undefined && Math.hypot(x - round.middle.x, y - round.middle.y) <= round.radius;
	const [first, others] = [
		places.filter(({ spot }, at) => at < 2 || within(spot)),
		places.filter(({ spot }, at) => at >= 2 && !within(spot)),
	];
	const named = first.flatMap(({ place, spot }) =>
		set.beside('map-name map-main', place.name, [spot], { weight: 'bold' }),
	);
	if (round) {
		const { middle, radius } = round;
		set.keep([{ x: middle.x - radius * 0.8, y: middle.y - radius * 0.8, width: radius * 1.6, height: radius * 1.6 }]);
	}
	const strike = near
		? set.beside('map-name map-near-name', plainText(ledger, near.label), rims, { ...bold, within: 30 })
		: [];
	const direct = signs(map).map(({ label, at: wishes, name, sample, strong }) => {
		const said = plainText(ledger, label);
		return {
			said,
			sample,
			shapes: set.around(name, said, wishes.map(at.spot), strong ? bold : { width: narrow ? room : room * 0.85 }),
		};
	});
	const keyed = direct.filter(({ shapes }) => shapes.length === 0);
	const words = [
		...named,
		...strike,
		...direct.flatMap(({ shapes }) => shapes),
		...others.flatMap(({ place, spot }) => set.beside('map-name', place.name, [spot], { width: narrow ? 88 : 400 })),
		...drawn.roads(),
		...(map.labels ?? []).flatMap(({ text, water, at: wishes }) =>
			set.around(water ? 'map-water' : 'map-country', text, wishes.map(at.spot), { width: room }),
		),
	];
	return {
		width: size.width,
		height: height + (keyed.length > 0 ? KEY_GAP + keyed.length * size.lineHeight : 0),
		layout: size.layout,
		shapes: [
			...base,
			...drawn.shapes,
			...bar,
			...places.map(({ place, spot }) => dot(place, spot)),
			...words,
			...corner,
			framed(at.box),
			...keyed.flatMap(({ said, sample }, row) => keyRow(sample, said, height + KEY_GAP + row * size.lineHeight, size)),
		],
	};
}
