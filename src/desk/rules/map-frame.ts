import { recordsOf } from '../../ledger/ledger.ts';
import { type Path, valueAt } from '../../ledger/problem.ts';
import type { Home } from '../file.ts';
import { placeIn, type Rules } from '../rule.ts';

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

/** Every item of the lists that stand under some keys of a record, with its path. */
function* under(value: unknown, keys: readonly string[], path: Path = []): Generator<readonly [Path, unknown]> {
	if (typeof value !== 'object' || value === null) return;
	for (const [key, held] of Object.entries(value)) {
		const here = [...path, Array.isArray(value) ? Number(key) : key];
		if (keys.includes(key) && Array.isArray(held)) yield* held.map((item, at) => [[...here, at], item] as const);
		else yield* under(held, keys, here);
	}
}

function pointOf(home: Home | undefined): Point | undefined {
	const point = ['longitude', 'latitude'].map((key) => valueAt(home?.entry.data, ['coordinates', key]));
	return isPoint(point) ? point : undefined;
}

export const mapFrame: Rules = {
	*'map-frame'(desk) {
		const holding = (kind: 'map' | 'place') =>
			desk.records(kind).filter(({ entry }) => recordsOf(desk.ledger, kind).has(entry.id));
		const places = new Map(holding('place').map((home) => [home.entry.id, home]));
		const maps = holding('map').map((home) => ({ home, frame: valueAt(home.entry.data, ['frame']) as Frame }));
		const swaps = (point: Point): boolean =>
			!maps.some(({ frame }) => isNear(frame, point)) && maps.some(({ frame }) => isNear(frame, [point[1], point[0]]));
		const told = new Set<string>();
		for (const [id, home] of places) {
			const point = pointOf(home);
			if (!point || !swaps(point)) continue;
			told.add(id);
			yield [
				placeIn(desk, home, ['coordinates', 'latitude']),
				`"${id}" lies on no map, and would if ${SWAPPED}`,
				`write latitude: ${point[0]} and longitude: ${point[1]}`,
			];
		}
		for (const { home, frame } of maps) {
			const seen = new Set(told);
			for (const [path, value] of under(home.entry.data, ['places', 'among', 'between', 'at'])) {
				const ids = path.includes('at') ? [] : [value].flat().map(String);
				const points = isPoint(value)
					? [['', value] as const]
					: ids.map((id) => [id, pointOf(places.get(id))] as const);
				for (const [id, point] of points) {
					if (!point || seen.has(id) || isNear(frame, point)) continue;
					if (id !== '') seen.add(id);
					yield [
						placeIn(desk, home, path),
						`${id === '' ? `${point[0]}, ${point[1]}` : `"${id}"`} lies far outside this map`,
						swaps(point)
							? `${SWAPPED}: write [${point[1]}, ${point[0]}], longitude first`
							: 'correct the coordinates, take it out, or widen the frame',
					];
				}
			}
		}
	},
};
