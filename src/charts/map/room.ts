import type { Box, Segment, Spot } from '../label-placement.ts';
import type { Coordinates, Outlines } from './coordinates.ts';
import { type Ground, pieces } from './ground.ts';

/** Everything that labels must keep clear of; grows as labels are placed. */
export interface Room {
	readonly boxes: Box[];
	readonly marks: Spot[];
	/** Boundaries: no label lies on one, and no town's name on the other side of one. */
	readonly segments: readonly Segment[];
	/** No name of a water lies on it. */
	readonly coast: readonly Segment[];
}

const segmentsOf = (at: Ground, lines: readonly Coordinates[]): readonly Segment[] =>
	pieces(at, lines).flatMap((piece) =>
		piece.slice(1).map(
			([x, y], i): Segment => [
				{ x: piece[i]?.[0] ?? x, y: piece[i]?.[1] ?? y },
				{ x, y },
			],
		),
	);

/** The room that a map has before anything is named on it. */
export const roomOf = (at: Ground, { borders, land }: Outlines): Room => ({
	boxes: [],
	marks: [],
	segments: segmentsOf(at, borders),
	coast: segmentsOf(at, land),
});

/** How far every name stays from the edge of its map. */
const MARGIN = 4;

/** Where names may stand. */
export const limitsOf = ({ x, y, width, height }: Ground): Box => ({
	x: x + MARGIN,
	y: y + MARGIN,
	width: width - 2 * MARGIN,
	height: height - 2 * MARGIN,
});
