import { type Coordinates, EARTH_KM, PER_DEGREE, RADIANS } from './coordinates.ts';

/** Degrees. */
export interface Position {
	readonly longitude: number;
	readonly latitude: number;
}

/** In order of bearing, eight to the circle. */
const WINDS = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'] as const;
export type Wind = (typeof WINDS)[number];

/** Great-circle distance in kilometres (haversine, mean radius). */
export function distance(a: Position, b: Position): number {
	const [p, q] = [a.latitude * RADIANS, b.latitude * RADIANS];
	const h =
		Math.sin((q - p) / 2) ** 2 + Math.cos(p) * Math.cos(q) * Math.sin(((b.longitude - a.longitude) * RADIANS) / 2) ** 2;
	return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

/** The wind in which `to` lies, seen from `from`: the bearing at which a great circle sets out. */
export function direction(from: Position, to: Position): Wind {
	const [p, q] = [from.latitude * RADIANS, to.latitude * RADIANS];
	const turn = (to.longitude - from.longitude) * RADIANS;
	const bearing = Math.atan2(
		Math.sin(turn) * Math.cos(q),
		Math.cos(p) * Math.sin(q) - Math.sin(p) * Math.cos(q) * Math.cos(turn),
	);
	return WINDS[(Math.round(bearing / (Math.PI / 4)) + 8) % 8] ?? 'north';
}

/** Least distance in kilometres from a position to a set of lines; flat, which is exact enough within a degree. */
export function distanceTo({ longitude, latitude }: Position, lines: readonly Coordinates[]): number {
	const narrow = Math.cos(latitude * RADIANS);
	const flat = (line: Coordinates, i: number): readonly [number, number] => [
		((line[i] ?? 0) / PER_DEGREE - longitude) * narrow,
		(line[i + 1] ?? 0) / PER_DEGREE - latitude,
	];
	let least = Number.POSITIVE_INFINITY;
	for (const line of lines) {
		for (let i = 0; i + 3 < line.length; i += 2) {
			const [ax, ay] = flat(line, i);
			const [bx, by] = flat(line, i + 2);
			const [dx, dy] = [bx - ax, by - ay];
			const length = dx * dx + dy * dy;
			const share = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
			least = Math.min(least, Math.hypot(ax + dx * share, ay + dy * share));
		}
	}
	return least * RADIANS * EARTH_KM;
}

/** "about 60 km": as fine as positions to a few kilometres allow. */
export const kilometres = (km: number): string => `about ${km < 20 ? Math.round(km) : Math.round(km / 5) * 5}\u00a0km`;
