import type { Box } from './label-placement.ts';
import { round } from './scene.ts';

/**
 * Strokes that rise to the right across a box and end at its edges, as the data of one path; empty for an empty box.
 * @param step distance between two strokes, along the bottom of the box
 */
export function hatch({ x, y, width, height }: Box, step = 4): string {
	if (width <= 0 || height <= 0) return '';
	const strokes: string[] = [];
	// Each stroke starts at the bottom at `offset` from the left, outside of the box where it is below nought.
	for (let offset = step - height; offset < width; offset += step) {
		const start = Math.max(0, offset);
		const end = Math.min(width, offset + height);
		if (end - start < 0.5) continue;
		const bottom = y + height;
		strokes.push(
			`M${round(x + start)},${round(bottom - (start - offset))}L${round(x + end)},${round(bottom - (end - offset))}`,
		);
	}
	return strokes.join('');
}
