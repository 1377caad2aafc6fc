import type { GeoPermissibleObjects } from 'd3';
import { geoIdentity, geoStream } from 'd3';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import { type Bounds, type Coordinates, type Outlines, PER_DEGREE } from './coordinates.ts';

/** The boundary set, as world-atlas packs it. */
export type World = Topology<{ countries: GeometryCollection<{ name: string }>; land: GeometryCollection }>;

const SYRIA = 'Syria';
/** The island's inner lines are no matter of this map. */
const CYPRUS = new Set(['Cyprus', 'N. Cyprus', 'Cyprus U.N. Buffer Zone', 'Akrotiri', 'Dhekelia']);

const nameOf = (properties: object): string =>
	'name' in properties && typeof properties.name === 'string' ? properties.name : '';

/** Cuts a shape to the bounds, rounds it, and leaves out points that fall together. */
function cut(shape: GeoPermissibleObjects, [west, south, east, north]: Bounds, step: number): readonly Coordinates[] {
	const lines: number[][] = [];
	let line: number[] = [];
	const flush = () => {
		if (line.length >= 4) lines.push(line);
		line = [];
	};
	const grid = (degrees: number) => Math.round((degrees * PER_DEGREE) / step) * step;
	const clipped = geoIdentity()
		.clipExtent([
			[west, south],
			[east, north],
		])
		.stream({
			point(x, y) {
				const [a, b] = [grid(x), grid(y)];
				if (line.at(-2) !== a || line.at(-1) !== b) line.push(a, b);
			},
			lineStart: flush,
			lineEnd: flush,
			polygonStart: flush,
			polygonEnd: flush,
		});
	geoStream(shape, clipped);
	flush();
	return lines;
}

/**
 * Cuts the frame of a map out of Natural Earth as packed by world-atlas. Pure; `outlines.json` is what it gives,
 * so that a build reads a few kilobytes and not the whole world. The test beside it holds the two together, and with
 * Vitest's `-u` writes the file anew.
 * @param step grid in units of 1/PER_DEGREE of a degree
 */
export function extract(world: World, bounds: Bounds, step: number): Outlines {
	const { countries, land } = world.objects;
	const syria = countries.geometries.filter(({ properties }) => nameOf(properties ?? {}) === SYRIA);
	return {
		bounds,
		land: cut(feature(world, land), bounds, step),
		syria: cut(feature(world, { type: 'GeometryCollection', geometries: syria }), bounds, step),
		borders: cut(
			mesh(world, countries, (a, b) => {
				const names = [a, b].map(({ properties = {} }) => nameOf(properties));
				return a !== b && !names.every((name) => CYPRUS.has(name));
			}),
			bounds,
			step,
		),
	};
}
