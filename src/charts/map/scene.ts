import { geoArea } from 'd3';
import type { Ledger, MapSpec } from '../../ledger/ledger.ts';
import { plainText } from '../../prose/words.ts';
import { type Labeller, labeller, type Wish } from '../label.ts';
import { inside, nearestSpot } from '../label-placement.ts';
import { circle, line, path as pathShape, rect, sceneOf } from '../marks.ts';
import { keyRows } from '../rows.ts';
import type { Box, Scene, Segment, Shape, Size, Spot } from '../scene.ts';
import { boxOf, label, textWidth } from '../text.ts';
import { bindFigures } from '../words.ts';
import { type Frame, type Ground, ground, type Position, states } from './ground.ts';
import { keyItem, SIGNS } from './names.ts';
import { frontLine, positionOf, positions, stretch } from './places.ts';
import { hatchedRound, strip } from './shapes.ts';

/** Nothing where nothing of it is on the map. */
const path = (role: string, d: string, point?: string): readonly Shape[] =>
	d === '' ? [] : [pathShape(role, d, point)];
const framed = ({ x, y, width, height }: Box): Shape =>
	rect('map-frame', { x: x + 0.5, y: y + 0.5, width: width - 1, height: height - 1 });
/** Closed, and in the order in which d3 takes what lies inside for the smaller part of the earth. */
function ring(spots: readonly Position[]): [number, number][] {
	const closed = [...spots, ...spots.slice(0, 1)].map(([x, y]): [number, number] => [x, y]);
	return geoArea({ type: 'Polygon', coordinates: [closed] }) > 2 * Math.PI ? ring(spots.toReversed()) : closed;
}

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
		...path(line.length > 0 ? 'map-home' : 'map-inner', at.path(home)),
		...(held.length > 0 ? path('map-held', at.path({ type: 'Polygon', coordinates: [ring(held)] })) : []),
		...(outlines.length > 0 ? path('map-province', at.path({ type: 'LineString', coordinates: ring(outlines) })) : []),
		...over,
		...path('map-land', at.path(others)),
	];
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
		.sort((a, b) => a.off - b.off);

/** Lengths that the scale may have, in kilometres. */
const STEPS = [5, 10, 20, 50, 100] as const;

/** A bar of round length in the lower left corner; names keep off it. */
function scale(at: Ground, size: Size, set: Labeller): readonly Shape[] {
	const length = STEPS.findLast((km) => km * at.kilometre <= at.box.width * 0.24) ?? 5;
	const [x, y] = [at.box.x + 12, at.box.y + at.box.height - 14];
	const [width, words] = [length * at.kilometre, `${length} km`];
	const wide = Math.max(width, textWidth(words, size.text)) + 8;
	set.keep([], [{ x: x - 4, y: y - size.lineHeight - 6, width: wide, height: size.lineHeight + 12 }]);
	return [
		...path('map-scale', `M${x},${y - 4}v6h${Math.round(width)}v-6`),
		label('map-name', size, [words], { x, y: y - 8 }),
	];
}

/** A map in small in the lower right corner that says where the frame lies. */
function inset(ledger: Ledger, map: MapSpec, around: Frame, own: Frame, at: Ground): readonly Shape[] {
	const width = Math.round(Math.min(150, at.box.width * 0.27));
	const height = Math.round(width * 0.8);
	const box: Box = { x: at.box.x + at.box.width - width, y: at.box.y + at.box.height - height, width, height };
	const small = ground(around, box, 0);
	const [a, b] = [small.spot([own.west, own.north]), small.spot([own.east, own.south])];
	return [
		framed(box),
		...land(ledger, map, around, small, []),
		rect('map-here', { x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y }),
		framed(box),
	];
}

/** Said in the key of a line that is no survey. */
const SCHEMATIC = 'a sketch, straight between known places';

/** Shares of its width between which the height of a map lies, by layout. */
const HEIGHTS = { narrow: [1, 1.2], middle: [0.6, 0.8], wide: [0.4, 0.62] } as const;

/** From words to the rim of the area that they are about, where they stand off it. */
function leader([words]: readonly Shape[], { middle, radius }: { middle: Spot; radius: number }): readonly Shape[] {
	if (words?.type !== 'text') return [];
	const from = nearestSpot(boxOf(words), middle);
	const [dx, dy] = [from.x - middle.x, from.y - middle.y];
	const share = radius / Math.hypot(dx, dy);
	return share > 0.95 ? [] : [line('map-leader', from.x, from.y, middle.x + dx * share, middle.y + dy * share)];
}

/** Everything of a map in its place. */
export function mapScene(ledger: Ledger, own: MapSpec, size: Size): Scene {
	const larger = ledger.maps.get(own.within ?? '');
	const narrow = size.layout === 'narrow';
	const inline = own.labels?.filter(({ outline }) => !outline);
	const few = narrow && own.narrow ? { ...own.narrow, outlines: undefined, labels: inline } : {};
	const map: MapSpec = { ...own, ...(larger?.front && { front: larger.front }), ...few };
	const { corridor, front, near, frame } = map;
	const [least, most] = HEIGHTS[size.layout];
	const middle = ((frame.south + frame.north) / 2) * (Math.PI / 180);
	const shape = (frame.north - frame.south) / ((frame.east - frame.west) * Math.cos(middle));
	const height = Math.round(size.width * Math.max(least, Math.min(shape, most)));
	const at = ground(frame, { x: 0, y: 0, width: size.width, height });
	const spots = (ids: readonly string[] | undefined): readonly Spot[] => positions(ledger, ids).map(at.spot);
	const through = (line: readonly Position[]) =>
		at.path({ type: 'LineString', coordinates: line.map(([x, y]) => [x, y]) });
	const around = map.around ?? larger?.frame;
	const corner = around
		? inset(ledger, map.around || !larger ? { ...map, front: undefined, outlines: [] } : larger, around, frame, at)
		: [];
	const covered = (corner[0]?.type === 'rect' && corner[0]) || undefined;

	const roads = (map.roads ?? []).flatMap((id) => ledger.places.get(id) ?? []);
	const contact = frontLine(ledger, map);
	const side = ledger.claims.get(corridor?.side ?? '')?.quantity?.value ?? 0;
	const along = corridor ? spots(stretch(ledger.places.get(corridor.road), corridor.from, corridor.to)) : [];
	const cleared = along.length > 1 ? strip(along, side * at.kilometre) : undefined;
	const area = near && hatchedRound(spots(near.among), 0.8 * at.kilometre + 4);
	const rimAt = (turn: number): Spot => ({
		x: (area?.middle.x ?? 0) + (area?.radius ?? 0) * Math.cos((turn * Math.PI) / 180),
		y: (area?.middle.y ?? 0) + (area?.radius ?? 0) * Math.sin((turn * Math.PI) / 180),
	});
	const lines = [...roads.map((road) => spots(road.through)), contact.map(at.spot)];
	const places = map.places.flatMap((id) => {
		const place = ledger.places.get(id);
		const position = positionOf(place);
		if (!place || !position) return [];
		const spot = at.spot(position);
		const seen = spot.x > 6 && spot.y > 6 && spot.x < size.width - 6 && spot.y < height - 6;
		return seen && !(covered && spot.x > covered.x - 6 && spot.y > covered.y - 6) ? [{ place, spot }] : [];
	});
	const rim = Array.from({ length: area ? 25 : 0 }, (_, turn) => rimAt(turn * 15));
	const edges = [...lines, rim, ...(cleared ? [cleared.left, cleared.right] : [])];
	const segments = edges.flatMap((one) => one.slice(1).map((spot, index): Segment => [one[index] ?? spot, spot]));
	const marks = places.map(({ spot }) => spot);
	const bounds = { x: 2, y: 2, width: size.width - 4, height: height - 4 };
	const set = labeller(size, bounds, segments, marks);
	if (covered) set.keep([], [{ ...covered, x: covered.x - 4, y: covered.y - 4 }]);
	const bar = scale(at, size, set);
	/** A name where it may stand, else beside a spot, as a whole if it can; nothing where there is no room. */
	const put = (
		text: string,
		{
			by = [],
			most = [],
			...wish
		}: Partial<Wish> & Pick<Wish, 'role'> & { by?: readonly Spot[]; most?: readonly number[] },
	): readonly Shape[] => {
		const anchors = by.filter((spot) => inside({ ...spot, width: 0, height: 0 }, bounds));
		const widths = wish.at ? [...most, 400] : [400, ...most];
		return set.put({ within: 16, ...wish, words: { text, widths }, anchors }) ?? [];
	};

	const room = (narrow ? 8 : 11.5) * size.text;
	const rims = [0, 45, 315, 90, 180].map(rimAt);
	const inArea = ({ x, y }: Spot) =>
		area !== undefined && Math.hypot(x - area.middle.x, y - area.middle.y) <= area.radius;
	const isFirst = ({ spot }: (typeof places)[number], index: number) => index < 2 || inArea(spot);
	const first = places
		.filter(isFirst)
		.flatMap(({ place, spot }) =>
			put(place.name, { role: 'map-name map-main', by: [spot], within: narrow ? 16 : 34, weight: 'bold' }),
		);
	if (area) {
		const { middle: centre, radius: r } = area;
		set.keep([], [{ x: centre.x - r * 0.8, y: centre.y - r * 0.8, width: r * 1.6, height: r * 1.6 }]);
	}
	const ems = (most: readonly number[]) => most.map((em) => em * size.text);
	const signs = [
		near && { ...near, sign: 'near' as const, by: rims, within: 34, most: ems(narrow ? [4, 6, 8.5] : [10]) },
		corridor && { ...corridor, sign: 'corridor' as const, most: [] },
		...(map.sides ?? []).map((one) => ({ ...one, sign: one.held ? ('held' as const) : ('home' as const) })),
		front && { ...front, sign: 'front' as const, by: middles(contact.map(at.spot)), most: ems([narrow ? 7.2 : 11.5]) },
	].filter((one) => one !== undefined);
	const direct = signs.map(({ sign: of, label: said, at: wishes = [], ...more }) => {
		const { role, weight } = SIGNS[of];
		const called = bindFigures(plainText(ledger, said));
		const shapes = put(called, { most: [room], ...more, role, weight, at: wishes.map(at.spot), clear: true });
		return { shapes: [...(of === 'near' && area ? leader(shapes, area) : []), ...shapes], item: keyItem(called, of) };
	});
	const words = [
		...first,
		...direct.flatMap(({ shapes }) => shapes),
		...places
			.filter((place, index) => !isFirst(place, index))
			.flatMap(({ place, spot }) => put(place.name, { role: 'map-name', by: [spot], most: narrow ? [88] : [] })),
		...roads.flatMap((road) =>
			put(`${road.name.replace(/^The /, '')}\u00a0road`, {
				...SIGNS.road,
				by: middles(spots(road.through)),
				within: 34,
			}),
		),
	];
	const named = (map.labels ?? []).map(({ text, water, outline, at: wishes }) => {
		const look = water ? ({ role: 'map-water', weight: 'regular' } as const) : SIGNS.outline;
		const shapes = put(text, { ...look, most: [room], at: wishes.map(at.spot), clear: true });
		return { shapes, item: outline ? keyItem(text, 'outline') : undefined };
	});
	const keyed = [...direct, ...named].flatMap(({ shapes, item }) => (shapes.length > 0 || !item ? [] : [item]));
	const key = keyRows(
		[...keyed, ...(front ? [keyItem(`${plainText(ledger, front.label)}: ${SCHEMATIC}`, 'front')] : [])],
		size,
		height + 8,
	);
	const drawn = SIGNS.near.drawn;
	const over = [
		...(cleared ? path('map-corridor', cleared.d) : []),
		...(near && area ? [...path(`${drawn} map-strokes`, area.strokes), ...path(drawn, area.rim, near.place)] : []),
	];
	return sceneOf(size, key.bottom, [
		...land(ledger, map, frame, at, over),
		...roads.flatMap((road) => path('map-road', through(positions(ledger, road.through)))),
		...path('map-front', through(contact)),
		...bar,
		...places.map(({ place, spot }) => circle('map-dot', spot, 3.5, place.id)),
		...words,
		...named.flatMap(({ shapes }) => shapes),
		...corner,
		framed(at.box),
		...key.shapes,
	]);
}
