/** A stretch of a row that is taken, both ends included. */
export interface Stretch {
	readonly from: number;
	readonly to: number;
}

const CLEAR = 5;

/**
 * Finds the start of a text in a row: as near to its mark as what is taken allows, to the right of it if all is equal.
 * @param width of the text
 * @param mark the stretch of the mark itself; it counts as taken
 * @param room the row from its first to its last unit
 * @returns undefined where the row has no such room
 */
export function slot(width: number, mark: Stretch, taken: readonly Stretch[], room: Stretch): number | undefined {
	const all = [mark, ...taken];
	const starts = all.flatMap(({ from, to }) => [to + CLEAR, from - CLEAR - width]);
	let best: number | undefined;
	let nearest = Number.POSITIVE_INFINITY;
	for (const start of starts) {
		const end = start + width;
		if (start < room.from || end > room.to) continue;
		if (all.some(({ from, to }) => start < to + CLEAR && from - CLEAR < end)) continue;
		const distance = start >= mark.to ? start - mark.to : mark.from - end + 0.5;
		if (distance < nearest) {
			nearest = distance;
			best = start;
		}
	}
	return best;
}
