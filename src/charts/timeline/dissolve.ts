import { round } from '../scene.ts';

/** Distance between two stripes in units. */
const PITCH = 4;
const FULL = 0.92;
const FAINT = 0.16;

/**
 * An edge that is not known, drawn as one: the bar breaks into ever thinner stripes between the two moments.
 * A path, not a gradient: it needs no id, prints in black and stays visible in forced colours.
 * @param solid where the bar is still whole
 * @param open where nothing of it is left; may lie to the left of `solid`, for a start
 */
export function dissolve(solid: number, open: number, y: number, height: number): string {
	const length = Math.abs(open - solid);
	const direction = open < solid ? -1 : 1;
	const count = Math.max(2, Math.min(40, Math.round(length / PITCH)));
	const pitch = length / count;
	// Each stripe is told from the one before it: short to write, and alike from drawing to drawing.
	let path = `M${round(solid)},${round(y)}`;
	for (let i = 0; i < count; i++) {
		const width = fine(direction * pitch * (FULL + ((FAINT - FULL) * i) / (count - 1)));
		path += `${i === 0 ? '' : `m${fine(direction * pitch)},0`}h${width}v${round(height)}h${-width}z`;
	}
	return path;
}

/** Stripes thinner than the usual rounding would vanish: two decimals here. */
const fine = (value: number): number => Math.round(value * 100) / 100 + 0;
