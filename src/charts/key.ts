import { group } from './marks.ts';
import type { Shape, Size } from './scene.ts';
import { DROP, label, linesWidth, wrap } from './text.ts';

/** One entry of a key: a sample, drawn around a point, and what it means. */
export interface KeyItem {
	readonly words: string;
	/** Room that the sample takes, in units. */
	readonly lead: number;
	/** The sample, its left edge at x and its middle at y. */
	readonly sample: (x: number, y: number) => readonly Shape[];
}

/** An entry of words alone. */
export const saying = (words: string): KeyItem => ({ words, lead: -6, sample: () => [] });

/** Sets the entries of a key beside and below one another in the width of the drawing. */
export function keyRows(
	items: readonly KeyItem[],
	size: Size,
	top: number,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
	const shapes: Shape[] = [];
	let left = 0;
	let baseline = top + size.text;
	for (const { words, lead, sample } of items) {
		const lines = wrap(words, size.width - lead - 6, size.text);
		const width = lead + 6 + linesWidth(lines, size);
		if (left > 0 && left + width > size.width) {
			left = 0;
			baseline += size.lineHeight + 3;
		}
		shapes.push(
			...sample(left, baseline - size.text * DROP),
			label('ch-detail', size, lines, { x: left + lead + 6, y: baseline }),
		);
		baseline += (lines.length - 1) * size.lineHeight;
		left += width + 14;
	}
	// A thumbnail leaves them out.
	return { shapes: [group('ch-key', shapes)], bottom: items.length > 0 ? baseline + 6 : top };
}
