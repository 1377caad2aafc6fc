import type { Ledger, MapSpec, Place } from '../../ledger/ledger.ts';
import type { Spot } from '../label-placement.ts';
import type { Shape } from '../scene.ts';
import type { Position } from './ground.ts';

export const positionOf = (place: Place | undefined): Position | undefined =>
	place?.coordinates && [place.coordinates.longitude, place.coordinates.latitude];

const halfway = (a: Position, b: Position): Position => [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];

/** Where the named places lie; those without a position are left out. */
export const positions = (ledger: Ledger, ids: readonly string[]): readonly Position[] =>
	ids.flatMap((id) => {
		const at = positionOf(ledger.places.get(id));
		return at ? [at] : [];
	});

/** The line between two sides: halfway between each pair. */
export const frontLine = (ledger: Ledger, { front }: MapSpec): readonly Position[] =>
	(front?.between ?? []).flatMap((pair) => {
		const [a, b] = positions(ledger, pair);
		return a && b ? [halfway(a, b)] : [];
	});

/** The part of a road from one of its places to another. */
export function stretch(road: Place | undefined, from: string, to: string): readonly string[] {
	const through = road?.through ?? [];
	const [a, b] = [through.indexOf(from), through.indexOf(to)].sort((p, q) => p - q);
	return a === undefined || b === undefined || a < 0 ? [] : through.slice(a, b + 1);
}

/** Half of the width of the square of a post. */
export const POST = 6.5;

/** What stands for a place: a dot; a square for a crossing; a hollow one for a post. */
export function dot({ id, kind }: Place, { x, y }: Spot): Shape {
	const [role, symbol, radius] =
		kind === 'post'
			? (['map-post', 'square', POST] as const)
			: kind === 'crossing'
				? (['map-dot', 'square', 4.5] as const)
				: (['map-dot', 'circle', 3.5] as const);
	return { type: 'symbol', role, point: id, symbol, x, y, radius };
}
