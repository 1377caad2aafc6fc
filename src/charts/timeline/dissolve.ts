import { round } from '../scene.ts';

/** Distance between two stripes in units. */
const PITCH = 3;
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
	let path = '';
	for (let i = 0; i < count; i++) {
		const width = pitch * (FULL + ((FAINT - FULL) * i) / (count - 1));
		const near = solid + direction * i * pitch;
		const left = direction > 0 ? near : near - width;
		path += `M${fine(left)},${round(y)}h${fine(width)}v${round(height)}h${fine(-width)}z`;
	}
	return path;
}

/** Stripes thinner than the usual rounding would vanish: two decimals here. */
const fine = (value: number): string => String(Math.round(value * 100) / 100 + 0);
