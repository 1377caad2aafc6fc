import type { TextShape } from '../scene.ts';
import type { Size } from '../size.ts';
import type { Weight } from '../text.ts';

interface LabelOptions {
	readonly anchor?: TextShape['anchor'];
	readonly weight?: Weight;
}

/** Lines of text at a baseline, in the size of the layout. */
export function label(
	role: string,
	x: number,
	y: number,
	lines: string | readonly string[],
	size: Size,
	{ anchor = 'start', weight }: LabelOptions = {},
): TextShape {
	return {
		type: 'text',
		role,
		x,
		// Whole units: words need no finer place, and a page with many of them weighs less.
		y: Math.round(y),
		anchor,
		lines: typeof lines === 'string' ? [lines] : lines,
		size: size.text,
		lineHeight: size.lineHeight,
		...(weight ? { weight } : {}),
	};
}
