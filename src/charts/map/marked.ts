import type { Ledger, Place } from '../../ledger/ledger.ts';
import { STRIKE, STRUCK } from '../subject.ts';
import type { Bounds } from './coordinates.ts';
import type { Position } from './distance.ts';

/** A place with its position, as it is marked on the map. */
export interface Marked extends Position {
	readonly place: Place;
	/** Asked for by the page, not only a landmark. */
	readonly wanted: boolean;
	/** Its own position is not known: these are the coordinates of the place near which it lies. */
	readonly near?: Place;
	/** The strike that the site is about hit it. */
	readonly struck: boolean;
}

/** Cities that a reader finds the way by, drawn whether asked for or not. */
const LANDMARKS = ['idlib', 'harem', 'aleppo', 'latakia', 'antakya', 'hama'] as const;

/** The places asked for, then the landmarks, each once; without those of which the ledger knows no position. */
export function markedOf(ledger: Ledger, placeIds: readonly string[]): readonly Marked[] {
	const ids = [...new Set([...placeIds, ...LANDMARKS])];
	return ids.flatMap((id): readonly Marked[] => {
		const place = ledger.places.get(id);
		const near = place?.coordinates ? undefined : ledger.places.get(place?.near ?? '');
		const coordinates = place?.coordinates ?? near?.coordinates;
		if (!place || !coordinates) return [];
		const { longitude, latitude } = coordinates;
		const struck = id === STRUCK && ledger.topics.has(STRIKE);
		return [{ place, longitude, latitude, wanted: placeIds.includes(id), ...(near ? { near } : {}), struck }];
	});
}

/** True when a place lies inside the bounds. */
export const within = ({ longitude, latitude }: Position, [west, south, east, north]: Bounds): boolean =>
	longitude > west && longitude < east && latitude > south && latitude < north;
