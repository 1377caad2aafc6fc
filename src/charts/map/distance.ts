import { geoDistance } from 'd3';
import { EARTH_KM, type Position } from './ground.ts';

/** In order of bearing, eight to the circle. */
const WINDS = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'] as const;
const RADIANS = Math.PI / 180;

/** Great-circle distance in kilometres. */
export const distance = (from: Position, to: Position): number => geoDistance([...from], [...to]) * EARTH_KM;

/** The wind in which `to` lies, seen from `from`: the bearing at which a great circle sets out. */
export function direction(from: Position, to: Position): (typeof WINDS)[number] {
	const [p, q] = [from[1] * RADIANS, to[1] * RADIANS];
	const turn = (to[0] - from[0]) * RADIANS;
	const bearing = Math.atan2(
		Math.sin(turn) * Math.cos(q),
		Math.cos(p) * Math.sin(q) - Math.sin(p) * Math.cos(q) * Math.cos(turn),
	);
	return WINDS[(Math.round(bearing / (Math.PI / 4)) + 8) % 8] ?? 'north';
}

/** "about 60 km": as fine as positions to a few kilometres allow. */
export const kilometres = (km: number): string => `about ${km < 20 ? Math.round(km) : Math.round(km / 5) * 5}\u00a0km`;
