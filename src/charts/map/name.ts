import type { Box } from '../label-placement.ts';
import type { TextShape } from '../scene.ts';
import type { Size } from '../size.ts';
import { textWidth } from '../text.ts';

/** The words of a name in the middle of its box. */
export const nameText = (role: string, box: Box, lines: readonly string[], size: Size, weight?: 'bold'): TextShape => ({
	type: 'text',
	role,
	x: box.x + box.width / 2,
	y: box.y + size.text * 0.9,
	anchor: 'middle',
	lines,
	size: size.text,
	lineHeight: size.lineHeight,
	...(weight ? { weight } : {}),
});

/** Size of the box that a name needs. */
export const nameSize = (lines: readonly string[], size: Size, weight: 'regular' | 'bold' = 'regular') => ({
	width: Math.max(...lines.map((line) => textWidth(line, size.text, weight))),
	height: size.text * 1.2 + (lines.length - 1) * size.lineHeight,
});
