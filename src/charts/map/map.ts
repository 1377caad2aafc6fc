import type { Ledger, Place } from '../../ledger/ledger.ts';
import type { Drawings } from '../figure.ts';
import { type Box, crosses, place as findPlace, overlap, type Segment, type Spot } from '../place.ts';
import { round, type Shape, type TextShape } from '../scene.ts';
import { narrow, type Size, wide } from '../size.ts';
import { writeDrawing } from '../svg.ts';
import { textWidth } from '../text.ts';
import { alternative } from './alternative.ts';
import type { Bounds, Coordinates, Outlines } from './coordinates.ts';
import { areas, type Ground, ground, lines, pieces } from './ground.ts';
import data from './outlines.json' with { type: 'json' };

const outlines = data as unknown as { readonly region: Outlines; readonly around: Outlines };

export interface MapOptions {
	/** Prefix of the ids in the drawing; unique in the page. */
	readonly id?: string;
}

export interface LocatorMap extends Drawings {
	/** The same knowledge in words: where things are, how far and in which direction. */
	readonly alt: string;
	/** What the reader must know: whose boundaries, what is not drawn and why. */
	readonly notes: readonly string[];
}

/** Cities that a reader finds the way by, drawn whether asked for or not. */
const LANDMARKS = ['idlib', 'harem', 'aleppo', 'latakia', 'antakya', 'hama'] as const;

/** The place that the strike near Harem hit, and the topic of that strike. */
const STRUCK = 'jabal-al-duwayla';
const STRIKE = 'strike-2020-10-26';

const FRAMES = {
	wide: { region: [35.2, 34.98, 38, 36.6], around: [28.6, 30, 44.4, 38.6] },
	narrow: { region: [35.5, 34.98, 37.45, 36.6], around: [29.2, 30, 44.6, 38.6] },
} as const satisfies Record<string, Record<string, Bounds>>;

type Degrees = readonly [number, number];

/** Names over areas: where their middle is wished, best first. */
interface AreaName {
	readonly lines: readonly string[];
	readonly wishes: readonly {
		readonly at: Degrees;
		/** A spot inside a country too small for its name: a line leads there. */
		readonly leads?: Degrees;
	}[];
	readonly role: 'map-country' | 'map-water';
}

type Naming = (id: string, fallback: string) => string;

const at = (...degrees: readonly Degrees[]): AreaName['wishes'] => degrees.map((spot) => ({ at: spot }));
const country = (name: string, wishes: AreaName['wishes']): AreaName => ({
	lines: [name],
	wishes,
	role: 'map-country',
});
const sea = (wishes: AreaName['wishes']): AreaName => ({ lines: ['Mediterranean', 'Sea'], wishes, role: 'map-water' });

const regionNames = (name: Naming): readonly AreaName[] => [
	country(name('turkiye', 'Türkiye'), at([36.3, 36.42], [36.25, 36.5], [36.2, 36.05])),
	country(name('syria', 'Syria'), at([37.2, 35.85], [37, 35.6], [36.9, 35.5])),
	sea(at([35.45, 35.85])),
];

const aroundNames = (name: Naming): readonly AreaName[] => [
	country(name('turkiye', 'Türkiye'), at([34, 38], [35, 38])),
	country(name('syria', 'Syria'), at([38.9, 35.1], [39.2, 35.3], [39, 34.6])),
	country(name('iraq', 'Iraq'), at([42.6, 33.4], [42.8, 34])),
	country(name('jordan', 'Jordan'), [...at([36.5, 30.9], [36.55, 30.8]), { at: [39.75, 30.65], leads: [36.9, 31.7] }]),
	country(name('lebanon', 'Lebanon'), [{ at: [33, 34.15], leads: [35.8, 33.9] }]),
	sea(at([31.8, 32.9], [31.9, 32.8], [31.8, 32.7])),
];

/** Width of the inset in the wide layout; in the narrow one it has its own row. */
const INSET = 264;

interface Marked {
	readonly place: Place;
	readonly longitude: number;
	readonly latitude: number;
	/** Asked for by the page, not only a landmark. */
	readonly wanted: boolean;
	/** Its own position is not known: these are the coordinates of the place near which it lies. */
	readonly near?: Place;
	/** The strike that the site is about hit it. */
	readonly struck?: boolean;
}

const within = ({ longitude, latitude }: Marked, [west, south, east, north]: Bounds): boolean =>
	longitude > west && longitude < east && latitude > south && latitude < north;

/** Everything that labels must keep clear of; grows as labels are placed. */
interface Room {
	readonly boxes: Box[];
	readonly marks: Spot[];
	/** Boundaries: no label lies on one, and no town's name on the other side of one. */
	readonly segments: readonly Segment[];
	/** No name of a water lies on it. */
	readonly coast: readonly Segment[];
}

const segmentsOf = (at: Ground, lines: readonly Coordinates[]): readonly Segment[] =>
	pieces(at, lines).flatMap((piece) =>
		piece.slice(1).map(
			([x, y], i): Segment => [
				{ x: piece[i]?.[0] ?? x, y: piece[i]?.[1] ?? y },
				{ x, y },
			],
		),
	);

const roomOf = (at: Ground, { borders, land }: Outlines): Room => ({
	boxes: [],
	marks: [],
	segments: segmentsOf(at, borders),
	coast: segmentsOf(at, land),
});

const text = (role: string, box: Box, lines: readonly string[], size: Size, weight?: 'bold'): TextShape => ({
	type: 'text',
	role,
	x: box.x + box.width / 2,
	y: box.y + size.text * 0.9,
	anchor: 'middle',
	lines,
	size: size.text,
	lineHeight: size.lineHeight,
	...(weight ? { weight } : {}),
});

const extent = (lines: readonly string[], size: Size, weight: 'regular' | 'bold' = 'regular') => ({
	width: Math.max(...lines.map((line) => textWidth(line, size.text, weight))),
	height: size.text * 1.2 + (lines.length - 1) * size.lineHeight,
});

const bounds = ({ x, y, width, height }: Ground): Box => ({ x: x + 4, y: y + 4, width: width - 8, height: height - 8 });

/** Land, Syria and boundaries. */
const base = (at: Ground, { land, syria, borders }: Outlines): readonly Shape[] => [
	{ type: 'rect', role: 'map-sea', x: at.x, y: at.y, width: at.width, height: at.height },
	{ type: 'path', role: 'map-land', d: areas(at, land) },
	{ type: 'path', role: 'map-syria', d: areas(at, syria) },
	{ type: 'path', role: 'map-border', d: lines(at, borders) },
];

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
		const found = findPlace(size, [spot], { bounds: bounds(at), boxes, segments: room.segments, marks });
		if (!found || found.distance > REACH) {
			if (first) return first;
			const any = findPlace(size, [spot], { bounds: bounds(at), boxes: room.boxes, segments: [], marks });
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
function ring({ place, struck = false }: Marked, spot: Spot, at: Ground, size: Size, room: Room): readonly Shape[] {
	const radius = size.layout === 'wide' ? 22 : 18;
	const words = struck ? [`${place.name}:`, 'strike near here'] : [place.name, 'near here'];
	const { width, height } = extent(words, size, 'bold');
	const limits = bounds(at);
	const beside = [14, 8, 4, 0, -height / 2].flatMap((down) => [
		{ x: spot.x + radius + 6, y: spot.y + down },
		{ x: spot.x - radius - 6 - width, y: spot.y + down },
	]);
	const found = [...beside, { x: spot.x - width / 2, y: spot.y + radius + 4 }]
		.map((corner) => ({ ...corner, width, height }))
		.find(
			(box) =>
				box.x >= limits.x &&
				box.y >= limits.y &&
				box.x + width <= limits.x + limits.width &&
				box.y + height <= limits.y + limits.height &&
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
		...(found ? [text('map-name map-wanted', found, words, size, 'bold')] : []),
	];
}

/** Dots with their names, the wanted ones first; a name that finds no room is left to the words. */
function towns(marked: readonly Marked[], at: Ground, size: Size, room: Room): readonly Shape[] {
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
			point: `${place.id}`,
			symbol: wanted ? 'square' : 'circle',
			x: spot.x,
			y: spot.y,
			radius: wanted ? 5 : 3.5,
		});
		const weight = wanted ? 'bold' : 'regular';
		const found = besideTown(extent([place.name], size, weight), spot, at, room);
		if (!found) continue;
		room.boxes.push(found);
		shapes.push(
			text(wanted ? 'map-name map-wanted' : 'map-name', found, [place.name], size, wanted ? 'bold' : undefined),
		);
	}
	return shapes;
}

/** Box of each line by itself: a short second line may stand where the first would not fit. */
const linesOf = (box: Box, words: readonly string[], size: Size): readonly Box[] =>
	words.map((line, i) => {
		const width = textWidth(line, size.text);
		return { x: box.x + (box.width - width) / 2, y: box.y + i * size.lineHeight, width, height: size.text * 1.2 };
	});

function areaNames(names: readonly AreaName[], frame: Ground, size: Size, room: Room): readonly Shape[] {
	return names.flatMap(({ lines: words, wishes, role }): readonly Shape[] => {
		const { width, height } = extent(words, size);
		const limits = bounds(frame);
		const kept = role === 'map-water' ? [...room.segments, ...room.coast] : room.segments;
		for (const { at: wish, leads } of wishes) {
			const spot = frame.project(...wish);
			const box = { x: spot.x - width / 2, y: spot.y - height / 2, width, height };
			const fits =
				box.x >= limits.x &&
				box.y >= limits.y &&
				box.x + width <= limits.x + limits.width &&
				box.y + height <= limits.y + limits.height;
			if (!fits || room.boxes.some((other) => overlap(box, other, 3))) continue;
			if (linesOf(box, words, size).some((line) => kept.some((segment) => crosses(segment, line)))) continue;
			if (room.marks.some((mark) => overlap({ ...mark, width: 0, height: 0 }, box, 6))) continue;
			room.boxes.push(box);
			if (!leads) return [text(role, box, words, size)];
			const end = frame.project(...leads);
			const x1 = end.x > spot.x ? box.x + width + 3 : box.x - 3;
			return [text(role, box, words, size), { type: 'line', role: 'map-leader', x1, y1: spot.y, x2: end.x, y2: end.y }];
		}
		return [];
	});
}

const STEPS = [5, 10, 20, 25, 50, 100, 200] as const;

function scaleBar(at: Ground, size: Size, room: Room): readonly Shape[] {
	const most = at.width * 0.24;
	const length = STEPS.findLast((km) => km / at.kilometres <= most) ?? 5;
	const [x, y] = [at.x + 12, at.y + at.height - 14];
	const width = length / at.kilometres;
	const words = `${length} km`;
	room.boxes.push({
		x,
		y: y - size.lineHeight - 4,
		width: Math.max(width, textWidth(words, size.text)),
		height: size.lineHeight + 10,
	});
	return [
		{ type: 'path', role: 'map-scale', d: `M${x} ${y - 4}v6h${Math.round(width)}v-6` },
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

function draw(id: string, ledger: Ledger, marked: readonly Marked[], size: Size): string {
	const frames = FRAMES[size.layout];
	const name = (key: string, fallback: string) => ledger.places.get(key)?.name ?? fallback;
	const region = ground(frames.region, 0, 0, size.width);
	const side = ground(frames.around, size.width - INSET, 0, INSET);
	const around =
		size.layout === 'wide'
			? ground(frames.around, side.x, region.height - side.height, INSET)
			: ground(frames.around, 0, region.height + 10, size.width);
	const room = roomOf(region, outlines.region);
	if (size.layout === 'wide')
		room.boxes.push({
			...around,
			x: around.x - 6,
			y: around.y - 6,
			width: around.width + 6,
			height: around.height + 6,
		});
	const shapes: Shape[] = [...base(region, outlines.region), ...scaleBar(region, size, room)];
	const here = marked.filter((mark) => within(mark, frames.region));
	room.marks.push(...here.map((mark) => region.project(mark.longitude, mark.latitude)));
	shapes.push(...towns(here, region, size, room), ...areaNames(regionNames(name), region, size, room));
	shapes.push({ type: 'rect', role: 'map-frame', x: 0.5, y: 0.5, width: region.width - 1, height: region.height - 1 });

	const insetRoom = roomOf(around, outlines.around);
	const [west, south, east, north] = frames.region;
	const a = around.project(west, north);
	const b = around.project(east, south);
	insetRoom.boxes.push({ x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y });
	const far = marked.filter((mark) => !within(mark, frames.region) && within(mark, frames.around));
	insetRoom.marks.push(...far.map((mark) => around.project(mark.longitude, mark.latitude)));
	shapes.push(
		...base(around, outlines.around),
		{ type: 'rect', role: 'map-here', x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y },
		...areaNames(aroundNames(name), around, narrow, insetRoom),
		...towns(far, around, narrow, insetRoom),
		{
			type: 'rect',
			role: 'map-frame',
			x: around.x + 0.5,
			y: around.y + 0.5,
			width: around.width - 1,
			height: around.height - 1,
		},
	);
	const height = size.layout === 'wide' ? region.height : around.y + around.height;
	return writeDrawing({ width: size.width, height, layout: size.layout, shapes }, id);
}

/**
 * A locator map of Idlib and its neighbours, with an inset of where that is. Positions come from the ledger; a place
 * whose position is not known is named in the notes and not drawn.
 * @param placeIds places the page is about, drawn larger; the landmarks are always there
 */
export function drawMap(ledger: Ledger, placeIds: readonly string[], options: MapOptions = {}): LocatorMap {
	const { id = 'map' } = options;
	const ids = [...new Set([...placeIds, ...LANDMARKS])];
	const marked = ids.flatMap((key): readonly Marked[] => {
		const place = ledger.places.get(key);
		const near = place?.coordinates ? undefined : ledger.places.get(place?.near ?? '');
		const coordinates = place?.coordinates ?? near?.coordinates;
		if (!place || !coordinates) return [];
		const { longitude, latitude } = coordinates;
		const struck = key === STRUCK && ledger.topics.has(STRIKE);
		return [{ place, longitude, latitude, wanted: placeIds.includes(key), ...(near ? { near } : {}), struck }];
	});
	return {
		wide: draw(id, ledger, marked, wide),
		narrow: draw(id, ledger, marked, narrow),
		...alternative(ledger, placeIds, marked, FRAMES.wide, outlines.region.borders),
	};
}
