import type { Ledger, MapSpec } from '../../ledger/ledger.ts';
import { plainText } from '../../prose/words.ts';
import { bindFigures } from '../bind.ts';
import { keyRows } from '../key.ts';
import type { Box, Spot } from '../label-placement.ts';
import type { Scene, Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { textWidth } from '../text.ts';
import { type Frame, type Ground, ground, type Position, states } from './ground.ts';
import { keyItem, type Sign, signs } from './key.ts';
import { type Names, names } from './names.ts';
import { dot, frontLine, POST, positionOf, positions, stretch } from './places.ts';
import { hatchedRound, strip } from './shapes.ts';

const rect = (role: string, { x, y, width, height }: Box): Shape => ({ type: 'rect', role, x, y, width, height });
const path = (role: string, d: string, point?: string): readonly Shape[] =>
	d === '' ? [] : [{ type: 'path', role, d, ...(point === undefined ? {} : { point }) }];
const framed = ({ x, y, width, height }: Box): Shape =>
	rect('map-frame', { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 });

/**
 * Land and sea; what one side holds; the outlines.
 * @param over what lies in the country alone: what is beyond the border is drawn over it, as over what is held
 */
function land(ledger: Ledger, map: MapSpec, frame: Frame, at: Ground, over: readonly Shape[]): readonly Shape[] {
	const { home, others } = states(frame, at, map.country);
	const line = frontLine(ledger, map);
	const [first, last] = [line[0], line.at(-1)];
	// Closed far to the north of the map: the neighbours cover what is not the country.
	const held = first && last ? [...line, [last[0], 40] as const, [first[0], 40] as const] : [];
	const outlines = (map.outlines ?? []).flatMap((id) => ledger.places.get(id)?.outline ?? []);
	return [
		rect('map-sea', at.box),
		...path('map-home', at.path(home)),
		...(held.length > 0 ? path('map-held', at.path({ type: 'Polygon', coordinates: [ring(held)] })) : []),
		...(outlines.length > 0 ? path('map-province', at.path({ type: 'LineString', coordinates: ring(outlines) })) : []),
		...over,
		...path('map-land', at.path(others)),
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
		under: cleared ? path('map-corridor', cleared.d) : [],
		over: [
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

/** A map in small in the lower right corner that says where the frame lies. */
function inset(ledger: Ledger, map: MapSpec, around: Frame, own: Frame, at: Ground, set: Names): readonly Shape[] {
	const width = Math.round(Math.min(190, at.box.width * 0.29));
	const height = Math.round(width * 0.8);
	const box: Box = { x: at.box.x + at.box.width - width, y: at.box.y + at.box.height - height, width, height };
	set.keep([{ ...box, x: box.x - 4, y: box.y - 4 }]);
	const small = ground(around, box, 0);
	const [a, b] = [small.spot([own.west, own.north]), small.spot([own.east, own.south])];
	return [
		...land(ledger, map, around, small, []),
		rect('map-here', { x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y }),
		framed(box),
	];
}

/** An area in which something lies, hatched, with its words. */
function nearby(ledger: Ledger, { near }: MapSpec, at: Ground, size: Size) {
	if (!near) return undefined;
	const { middle, radius, rim, strokes } = hatchedRound(
		positions(ledger, near.among).map(at.spot),
		0.8 * at.kilometre + 4,
	);
	const role = near.quiet ? 'map-near map-quiet' : 'map-near';
	const rims = [0, 45, 315, 90, 180].map((turn) => ({
		x: middle.x + radius * Math.cos((turn * Math.PI) / 180),
		y: middle.y + radius * Math.sin((turn * Math.PI) / 180),
	}));
	const sign: Sign = {
		words: bindFigures(plainText(ledger, near.label)),
		at: near.at ?? [],
		name: near.quiet ? 'map-name map-country' : 'map-name map-near-name',
		sample: role,
		strong: !near.quiet,
	};
	return {
		sign,
		shapes: [...path(role, strokes), ...path(role, rim, near.place)],
		holds: ({ x, y }: Spot) => Math.hypot(x - middle.x, y - middle.y) <= radius,
		words(set: Names): readonly Shape[] {
			set.keep([{ x: middle.x - radius * 0.8, y: middle.y - radius * 0.8, width: radius * 1.6, height: radius * 1.6 }]);
			const options = { weight: near.quiet ? 'regular' : 'bold', width: 13 * size.text, within: 34 } as const;
			const around = set.around(sign.name, sign.words, sign.at.map(at.spot), options);
			return around.length > 0 ? around : set.beside(sign.name, sign.words, rims, options);
		},
	};
}

/** Shares of its width between which the height of a map lies, by layout. */
const HEIGHTS = { narrow: [1, 1.1], middle: [0.6, 0.8], wide: [0.4, 0.62] } as const;

/** Everything of a map in its place. */
export function mapScene(ledger: Ledger, own: MapSpec, size: Size): Scene {
	const larger = ledger.maps.get(own.within ?? '');
	const map = larger?.front ? { ...own, front: larger.front } : own;
	const { west, south, east, north } = map.frame;
	const [least, most] = HEIGHTS[size.layout];
	const shape = (north - south) / ((east - west) * Math.cos(((south + north) / 2) * (Math.PI / 180)));
	const height = Math.round(size.width * Math.max(least, Math.min(shape, most)));
	const at = ground(map.frame, { x: 0, y: 0, width: size.width, height });
	const set = names(at.box, size);
	const around = larger?.frame ?? map.around;
	const corner = around
		? inset(ledger, larger ?? { ...map, front: undefined, outlines: [] }, around, map.frame, at, set)
		: [];
	const bar = scale(at, size, set);
	const drawn = lines(ledger, map, at, set);
	const near = nearby(ledger, map, at, size);
	const places = map.places.flatMap((id) => {
		const place = ledger.places.get(id);
		const position = positionOf(place);
		if (!place || !position) return [];
		const spot = at.spot(position);
		const seen = spot.x > 6 && spot.y > 6 && spot.x < size.width - 6 && spot.y < height - 6;
		const covered = corner.some((one) => one.type === 'rect' && spot.x > one.x - 6 && spot.y > one.y - 6);
		return seen && !covered ? [{ place, spot }] : [];
	});
	const spots = places.map(({ spot }) => spot);
	const posts = positions(ledger, map.posts?.places ?? []).map(at.spot);
	set.keep([], [...spots, ...posts]);
	const narrow = size.layout === 'narrow';
	const room = (narrow ? 8 : 11.5) * size.text;
	const bold = { weight: 'bold', width: room } as const;
	const isFirst = ({ spot }: (typeof places)[number], index: number) => index < 2 || near?.holds(spot);
	const named = places
		.filter(isFirst)
		.flatMap(({ place, spot }) => set.beside('map-name map-main', place.name, [spot], { weight: 'bold' }));
	const strike = near?.words(set) ?? [];
	const direct = signs(ledger, map).map((sign) => ({
		sign,
		shapes: set.around(sign.name, sign.words, sign.at.map(at.spot), sign.strong ? bold : { width: room }),
	}));
	const keyed = [
		...(near && strike.length === 0 ? [near.sign] : []),
		...direct.flatMap(({ sign, shapes }) => (shapes.length === 0 ? [sign] : [])),
	].map(keyItem);
	const words = [
		...named,
		...strike,
		...direct.flatMap(({ shapes }) => shapes),
		...places
			.filter((place, index) => !isFirst(place, index))
			.flatMap(({ place, spot }) => set.beside('map-name', place.name, [spot], { width: narrow ? 88 : 400 })),
		...drawn.roads(),
		...(map.labels ?? []).flatMap(({ text, water, at: wishes }) =>
			set.around(water ? 'map-water' : 'map-country', text, wishes.map(at.spot), {
				...bold,
				...(water ? { weight: 'regular' } : {}),
			}),
		),
	];
	const key = keyRows(keyed, size, height + 8);
	return {
		width: size.width,
		height: Math.ceil(key.bottom),
		layout: size.layout,
		shapes: [
			...land(ledger, map, map.frame, at, [...drawn.under, ...(near?.shapes ?? [])]),
			...drawn.over,
			...bar,
			...posts.map(({ x, y }): Shape => ({ type: 'symbol', role: 'map-post', symbol: 'square', x, y, radius: POST })),
			...places.map(({ place, spot }) => dot(place, spot)),
			...words,
			...corner,
			framed(at.box),
			...key.shapes,
		],
	};
}
