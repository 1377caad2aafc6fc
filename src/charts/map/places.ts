import type { Ledger, MapSpec, Place } from '../../ledger/ledger.ts';
import type { Position } from './ground.ts';

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
