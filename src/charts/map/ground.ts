import { createRequire } from 'node:module';
import { type GeoPermissibleObjects, geoMercator, geoPath } from 'd3';
import type { Feature } from 'geojson';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { remember } from '../../ledger/remember.ts';
import type { Box, Spot } from '../scene.ts';

/** Longitude and latitude in degrees. */
export type Position = readonly [longitude: number, latitude: number];

export interface Frame {
	readonly west: number;
	readonly south: number;
	readonly east: number;
	readonly north: number;
}

/** Mean radius of the earth (IUGG). */
export const EARTH_KM = 6371.0088;

/** A piece of the earth in a box of the drawing: Mercator, cut at the edges of the box. */
export interface Ground {
	readonly box: Box;
	readonly spot: (position: Position) => Spot;
	/** Path data of a shape; empty where nothing of it is in the box. */
	readonly path: (shape: GeoPermissibleObjects) => string;
	/** What the box shows of the earth. */
	readonly view: Frame;
	/** Units in one kilometre, at the middle of the frame. */
	readonly kilometre: number;
}

/**
 * The frame as large as fits into the box; what is around it fills the rest.
 * @param digits of coordinates in paths
 */
export function ground({ west, south, east, north }: Frame, box: Box, digits = 1): Ground {
	const { x, y, width, height } = box;
	const room: [[number, number], [number, number]] = [
		[x, y],
		[x + width, y + height],
	];
	const corners: [number, number][] = [
		[west, south],
		[east, north],
	];
	const projection = geoMercator().fitExtent(room, { type: 'MultiPoint', coordinates: corners }).clipExtent(room);
	const path = geoPath(projection).digits(digits);
	const middle = ((south + north) / 2) * (Math.PI / 180);
	const [[left = west, top = north] = [], [right = east, bottom = south] = []] = [
		projection.invert?.(room[0]) ?? [],
		projection.invert?.(room[1]) ?? [],
	];
	return {
		box,
		view: { west: left, south: bottom, east: right, north: top },
		spot: ([longitude, latitude]) => {
			const [sx = 0, sy = 0] = projection([longitude, latitude]) ?? [];
			return { x: sx, y: sy };
		},
		path: (shape) => path(shape) ?? '',
		kilometre: projection.scale() / (EARTH_KM * Math.cos(middle)),
	};
}

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

interface Country {
	readonly name: string;
	readonly shape: Feature;
	/** Corners of the frame that holds it, in degrees. */
	readonly bounds: readonly [[west: number, south: number], [east: number, north: number]];
}

const read = createRequire(import.meta.url);

/** Every country of the world with the frame that holds it. Read where it is drawn: megabytes of data are no module. */
const countriesOf = remember((scale: '10m' | '50m'): readonly Country[] => {
	const world = read(`world-atlas/countries-${scale}.json`) as World;
	const flat = geoPath();
	return feature(world, world.objects.countries).features.map((shape) => {
		return { name: shape.properties.name, shape, bounds: flat.bounds(shape) };
	});
});

/** A country, and the others that come into view: the finer outlines for a frame of a few degrees. */
export function states({ west, east }: Frame, { view }: Ground, country = '') {
	const seen = countriesOf(east - west > 4 ? '50m' : '10m').filter(
		({ bounds: [[left, bottom], [right, top]] }) =>
			left < view.east && right > view.west && bottom < view.north && top > view.south,
	);
	const shapes = (home: boolean): GeoPermissibleObjects => {
		const features = seen.filter(({ name }) => (name === country) === home).map(({ shape }) => shape);
		return { type: 'FeatureCollection', features };
	};
	return { home: shapes(true), others: shapes(false) };
}
