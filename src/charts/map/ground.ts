import type { GeoPermissibleObjects } from 'd3';
import { geoMercator, geoPath } from 'd3';
import { feature } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import fine from 'world-atlas/countries-10m.json' with { type: 'json' };
import coarse from 'world-atlas/countries-50m.json' with { type: 'json' };
import type { Box, Spot } from '../label-placement.ts';

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
	/** Units in one kilometre, at the middle of the frame. */
	readonly kilometre: number;
}

/** The frame as large as fits into the box; what is around it fills the rest. */
export function ground({ west, south, east, north }: Frame, box: Box): Ground {
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
	const path = geoPath(projection).digits(1);
	const middle = ((south + north) / 2) * (Math.PI / 180);
	return {
		box,
		spot: ([longitude, latitude]) => {
			const [sx = 0, sy = 0] = projection([longitude, latitude]) ?? [];
			return { x: sx, y: sy };
		},
		path: (shape) => path(shape) ?? '',
		kilometre: projection.scale() / (EARTH_KM * Math.cos(middle)),
	};
}

type World = Topology<{ countries: GeometryCollection<{ name: string }> }>;

/** The states around, as Natural Earth has them. */
const NEIGHBOURS = ['Turkey', 'Lebanon', 'Israel', 'Palestine', 'Jordan', 'Iraq', 'Cyprus', 'N. Cyprus', 'Iran'];

const nameOf = (properties: object | undefined): string =>
	properties && 'name' in properties ? String(properties.name) : '';

/** Syria, and the states around it: the finer outlines for a frame of a few degrees. */
export function states({ west, east }: Frame): Record<'syria' | 'neighbours', GeoPermissibleObjects> {
	const topology = (east - west > 4 ? coarse : fine) as World;
	const named = (names: readonly string[]) =>
		feature(topology, {
			type: 'GeometryCollection',
			geometries: topology.objects.countries.geometries.filter(({ properties }) => names.includes(nameOf(properties))),
		});
	return { syria: named(['Syria']), neighbours: named(NEIGHBOURS) };
}
