import { type Path, valueAt } from '../../ledger/problem.ts';
import { referring, textsAt } from '../../ledger/record-fields.ts';
import type { MapSpec } from '../../ledger/schemas/index.ts';
import { leavesOf, type Rules } from '../rule.ts';

type Point = readonly [longitude: number, latitude: number];

/** Whether a point lies in the frame of a map, or at most half of its size outside: a wide drawing shows that too. */
const isNear = ({ frame: { west, south, east, north } }: MapSpec, [x, y]: Point): boolean => {
	const [wide, high] = [(east - west) / 2, (north - south) / 2];
	return x >= west - wide && x <= east + wide && y >= south - high && y <= north + high;
};

const SWAPPED = 'latitude and longitude have changed places';
const naming = referring('map').filter(({ steps, refers }) => steps.includes('*') && refers?.includes('place'));

/** The spots that a map says by themselves: where words of it may stand. */
const spotsOf = (map: MapSpec): readonly (readonly [Path, Point])[] =>
	[...leavesOf(map)].flatMap(([path]) => {
		const spot = path.slice(0, -1);
		return path.at(-3) === 'at' && path.at(-1) === 0 ? [[spot, valueAt(map, spot) as Point] as const] : [];
	});

export const mapFrame: Rules = {
	*'map-frame'({ ledger, content }) {
		const maps = [...ledger.maps.values()];
		const points = new Map(
			[...ledger.places.values()].flatMap(({ id, coordinates: at }) =>
				at ? [[id, [at.longitude, at.latitude] as Point] as const] : [],
			),
		);
		const swaps = (point: Point): boolean =>
			!maps.some((map) => isNear(map, point)) && maps.some((map) => isNear(map, [point[1], point[0]]));
		const told = new Set([...points].flatMap(([id, point]) => (swaps(point) ? [id] : [])));
		for (const id of told) {
			const [longitude, latitude] = points.get(id) ?? [];
			yield [
				content.locate({ kind: 'place', id, path: ['coordinates', 'latitude'] }),
				`"${id}" lies on no map, and would if ${SWAPPED}`,
				`write latitude: ${longitude} and longitude: ${latitude}`,
			];
		}
		for (const map of maps) {
			const named = naming.flatMap(({ steps }) => [...textsAt(map, steps)]);
			const places = new Map(named.toReversed().map(([path, id]) => [id, path]));
			const far = [
				...[...places].map(([id, path]) => ({
					path,
					what: `"${id}"`,
					point: told.has(id) ? undefined : points.get(id),
				})),
				...spotsOf(map).map(([path, point]) => ({ path, what: `${point[0]}, ${point[1]}`, point })),
			];
			for (const { path, what, point } of far) {
				if (!point || isNear(map, point)) continue;
				const fix = swaps(point)
					? `${SWAPPED}: write [${point[1]}, ${point[0]}], longitude first`
					: 'correct the coordinates, take it out, or widen the frame';
				yield [content.locate({ kind: 'map', id: map.id, path }), `${what} lies far outside this map`, fix];
			}
		}
	},
};
