import { geoDistance } from 'd3';
import type { Ledger, MapSpec, Place } from '../../ledger/ledger.ts';
import { EARTH_KM, type Position } from './ground.ts';

export const positionOf = (place: Place | undefined): Position | undefined =>
	place?.coordinates && [place.coordinates.longitude, place.coordinates.latitude];

/** Where the named places lie; those without a position are left out. */
export const positions = (ledger: Ledger, ids: readonly string[] = []): readonly Position[] =>
	ids.flatMap((id) => {
		const at = positionOf(ledger.places.get(id));
		return at ? [at] : [];
	});

/** The line between two sides: halfway between each pair. */
export const frontLine = (ledger: Ledger, { front }: MapSpec): readonly Position[] =>
	(front?.between ?? []).flatMap((pair): readonly Position[] => {
		const [a, b] = positions(ledger, pair);
		return a && b ? [[(a[0] + b[0]) / 2, (a[1] + b[1]) / 2]] : [];
	});

/** The part of a road from one of its places to another. */
export function stretch(road: Place | undefined, from: string, to: string): readonly string[] {
	const through = road?.through ?? [];
	const [a = -1, b = -1] = [through.indexOf(from), through.indexOf(to)].sort((p, q) => p - q);
	return a < 0 ? [] : through.slice(a, b + 1);
}

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
