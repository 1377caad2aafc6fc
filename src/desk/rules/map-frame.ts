import { recordsOf } from '../../ledger/ledger.ts';
import { valueAt } from '../../ledger/problem.ts';
import type { Home } from '../file.ts';
import { type Desk, finding, type Rule } from '../rule.ts';

type Point = readonly [longitude: number, latitude: number];
type Frame = Readonly<Record<'west' | 'south' | 'east' | 'north', number>>;

/** Whether a point lies in a frame, or at most half of its size outside: a wide drawing shows that too. */
const isNear = ({ west, south, east, north }: Frame, [x, y]: Point): boolean => {
	const [wide, high] = [(east - west) / 2, (north - south) / 2];
	return x >= west - wide && x <= east + wide && y >= south - high && y <= north + high;
};
const isPoint = (value: unknown): value is Point =>
	Array.isArray(value) && value.length === 2 && value.every((one) => typeof one === 'number');

const SWAPPED = 'latitude and longitude have changed places';

/** Every path of a record that ends at a key, with what stands there. */
function* under(value: unknown, keys: readonly string[], path: readonly (string | number)[] = []): Generator<Found> {
	if (typeof value !== 'object' || value === null) return;
	for (const [key, held] of Object.entries(value)) {
		const here = [...path, Array.isArray(value) ? Number(key) : key];
		if (keys.includes(key) && Array.isArray(held))
			yield* held.map((item, at) => ({ path: [...here, at], value: item }));
		else yield* under(held, keys, here);
	}
}
interface Found {
	readonly path: readonly (string | number)[];
	readonly value: unknown;
}

export const rule: Rule = {
	name: 'map-frame',
	summary: 'A place, or a name on a map, lies outside its map, or where latitude and longitude have changed places.',
	remedy: 'Look the coordinates up again; latitude is how far north, longitude how far east. Or widen the frame.',
	example: { wrong: 'coordinates: { latitude: 10.2, longitude: 50.1 }', right: 'latitude: 50.1, longitude: 10.2' },
	*check(desk) {
		const holding = (kind: 'map' | 'place') =>
			desk.records(kind).filter(({ entry }) => recordsOf(desk.ledger, kind).has(entry.id));
		const places = new Map(holding('place').map((home) => [home.entry.id, home]));
		const maps = holding('map');
		const frames = maps.map((home) => valueAt(home.entry.data, ['frame']) as Frame);
		const swaps = (point: Point): boolean =>
			!frames.some((frame) => isNear(frame, point)) && frames.some((frame) => isNear(frame, [point[1], point[0]]));
		const told = new Set<string>();
		for (const home of places.values()) {
			const point = pointOf(home);
			if (!point || !swaps(point)) continue;
			told.add(home.entry.id);
			yield finding(
				rule.name,
				placeOf(desk, home, ['coordinates', 'latitude']),
				`"${home.entry.id}" lies on no map, and would if ${SWAPPED}`,
				`write latitude: ${point[0]} and longitude: ${point[1]}`,
			);
		}
		for (const [at, home] of maps.entries()) {
			const seen = new Set(told);
			const frame = frames[at];
			if (!frame) continue;
			for (const { path, value } of under(home.entry.data, ['places', 'among', 'between', 'at'])) {
				const ids = path.includes('at') ? [] : [value].flat();
				const points = isPoint(value)
					? [['', value] as const]
					: ids.map((id) => [id, pointOf(places.get(String(id)))] as const);
				for (const [id, point] of points) {
					if (!point || seen.has(String(id)) || isNear(frame, point)) continue;
					if (id !== '') seen.add(String(id));
					yield finding(
						rule.name,
						placeOf(desk, home, path),
						`${id === '' ? `${point[0]}, ${point[1]}` : `"${id}"`} lies far outside this map`,
						swaps(point)
							? `${SWAPPED}: write [${point[1]}, ${point[0]}], longitude first`
							: 'correct the coordinates, take it out, or widen the frame',
					);
				}
			}
		}
	},
};

const placeOf = (desk: Desk, { entry: { kind, id } }: Home, path: Found['path']) =>
	desk.content.locate({ kind, id, path: [...path] });

function pointOf(home: Home | undefined): Point | undefined {
	const point = ['longitude', 'latitude'].map((key) => valueAt(home?.entry.data, ['coordinates', key]));
	return isPoint(point) ? point : undefined;
}
