import type { Ledger } from '../../ledger/ledger.ts';

import type { Box } from '../label-placement.ts';
import type { Shape } from '../scene.ts';
import { narrow, type Size, wide } from '../size.ts';
import { writeDrawing } from '../svg.ts';
import { alternative } from './alternative.ts';
import { areaNames, aroundNames, type Naming, regionNames } from './areanames.ts';
import type { Bounds, Outlines } from './coordinates.ts';
import { areas, type Ground, ground, lines } from './ground.ts';
import { type Marked, markedOf, within } from './marked.ts';
import data from './outlines.json' with { type: 'json' };
import { roomOf } from './room.ts';
import { scaleBar } from './scalebar.ts';
import { towns } from './towns.ts';

const outlines = data as unknown as { readonly region: Outlines; readonly around: Outlines };

export interface MapOptions {
	/** Prefix of the ids in the drawing; unique in the page. */
	readonly id?: string;
}

export interface LocatorMap {
	/** Whole `<svg>` elements for wide and for narrow containers. */
	readonly wide: string;
	readonly narrow: string;
	/** The same knowledge in words: where things are, how far and in which direction. */
	readonly alt: string;
	/** What the reader must know: whose boundaries, what is not drawn and why. */
	readonly notes: readonly string[];
}

/** Degrees that each layout shows: of Idlib and its neighbours, and of what is around them, in the inset. */
const FRAMES = {
	wide: { region: [35.2, 34.98, 38, 36.6], around: [28.6, 30, 44.4, 38.6] },
	narrow: { region: [35.5, 34.98, 37.45, 36.6], around: [29.2, 30, 44.6, 38.6] },
} as const satisfies Record<string, Record<string, Bounds>>;

/** Width of the inset in the wide layout; in the narrow one it has its own row. */
const INSET = 264;
/** Between the map and the inset below it; and what names keep off the inset that lies on the map. */
const [BELOW, AROUND] = [10, 6];

/** Land, Syria and boundaries. */
const base = (at: Ground, { land, syria, borders }: Outlines): readonly Shape[] => [
	{ type: 'rect', role: 'map-sea', x: at.x, y: at.y, width: at.width, height: at.height },
	{ type: 'path', role: 'map-land', d: areas(at, land) },
	{ type: 'path', role: 'map-syria', d: areas(at, syria) },
	{ type: 'path', role: 'map-border', d: lines(at, borders) },
];

/** Idlib and its neighbours. @param taken where the inset lies over it */
function regionMap(
	at: Ground,
	marked: readonly Marked[],
	name: Naming,
	taken: readonly Box[],
	size: Size,
): readonly Shape[] {
	const room = roomOf(at, outlines.region);
	room.boxes.push(...taken);
	const here = marked.filter((mark) => within(mark, at.bounds));
	room.marks.push(...here.map((mark) => at.project(mark.longitude, mark.latitude)));
	return [
		...base(at, outlines.region),
		...scaleBar(at, size, room),
		...towns(here, at, size, room),
		...areaNames(regionNames(name), at, size, room),
		frameOf(at),
	];
}

/** Where the region is. */
function insetMap(at: Ground, region: Bounds, marked: readonly Marked[], name: Naming): readonly Shape[] {
	const room = roomOf(at, outlines.around);
	const [west, south, east, north] = region;
	const a = at.project(west, north);
	const b = at.project(east, south);
	const here: Box = { x: a.x, y: a.y, width: b.x - a.x, height: b.y - a.y };
	room.boxes.push(here);
	const far = marked.filter((mark) => !within(mark, region) && within(mark, at.bounds));
	room.marks.push(...far.map((mark) => at.project(mark.longitude, mark.latitude)));
	return [
		...base(at, outlines.around),
		{ type: 'rect', role: 'map-here', ...here },
		...areaNames(aroundNames(name), at, narrow, room),
		...towns(far, at, narrow, room),
		frameOf(at),
	];
}

const frameOf = ({ x, y, width, height }: Ground): Shape => ({
	type: 'rect',
	role: 'map-frame',
	x: x + 0.5,
	y: y + 0.5,
	width: width - 1,
	height: height - 1,
});

function draw(id: string, ledger: Ledger, marked: readonly Marked[], size: Size): string {
	const frames = FRAMES[size.layout];
	const name: Naming = (key, fallback) => ledger.places.get(key)?.name ?? fallback;
	const region = ground(frames.region, 0, 0, size.width);
	const corner = ground(frames.around, size.width - INSET, 0, INSET);
	const around =
		size.layout === 'wide'
			? ground(frames.around, corner.x, region.height - corner.height, INSET)
			: ground(frames.around, 0, region.height + BELOW, size.width);
	// In the wide layout the inset lies in the lower right corner of the map.
	const { x, y, width, height } = around;
	const kept: Box = { x: x - AROUND, y: y - AROUND, width: width + AROUND, height: height + AROUND };
	const taken = size.layout === 'wide' ? [kept] : [];
	return writeDrawing(
		{
			width: size.width,
			height: size.layout === 'wide' ? region.height : y + height,
			layout: size.layout,
			shapes: [...regionMap(region, marked, name, taken, size), ...insetMap(around, frames.region, marked, name)],
		},
		id,
	);
}

/**
 * A locator map of Idlib and its neighbours, with an inset of where that is. Positions come from the ledger; a place
 * whose position is not known is named in the notes and not drawn.
 * @param placeIds places the page is about, drawn larger; the landmarks are always there
 */
export function drawMap(ledger: Ledger, placeIds: readonly string[], options: MapOptions = {}): LocatorMap {
	const { id = 'map' } = options;
	const marked = markedOf(ledger, placeIds);
	return {
		wide: draw(id, ledger, marked, wide),
		narrow: draw(id, ledger, marked, narrow),
		...alternative(ledger, placeIds, marked, FRAMES.wide, outlines.region.borders),
	};
}
