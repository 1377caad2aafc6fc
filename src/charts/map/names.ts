import { type Box, crosses, inside, overlap, place, type Segment, type Spot } from '../label-placement.ts';
import type { Shape, TextShape } from '../scene.ts';
import type { Size } from '../size.ts';
import { textWidth, type Weight, wrap } from '../text.ts';

/** Sets names on a map, each clear of those before it and of what is kept free. */
export interface Names {
	/** Keeps names off a box, off a spot, off lines. */
	readonly keep: (boxes: readonly Box[], marks?: readonly Spot[], lines?: readonly (readonly Spot[])[]) => void;
	/** Beside one of the spots; nothing where there is no room within reach. */
	readonly beside: (role: string, words: string, spots: readonly Spot[], options?: Options) => readonly Shape[];
	/** Around the first of the spots at which nothing is in the way; nothing where there is none. */
	readonly around: (role: string, words: string, spots: readonly Spot[], options?: Options) => readonly Shape[];
}

interface Options {
	readonly weight?: Weight;
	/** Broken into lines no wider than this. */
	readonly width?: number;
	/** Farthest from its spot. */
	readonly within?: number;
}

/** How far every name stays from the edge of its map. */
const MARGIN = 2;

export function names({ x, y, width, height }: Box, size: Size): Names {
	const bounds: Box = { x: x + MARGIN, y: y + MARGIN, width: width - 2 * MARGIN, height: height - 2 * MARGIN };
	const boxes: Box[] = [];
	const marks: Spot[] = [];
	const segments: Segment[] = [];
	const text = (role: string, box: Box, lines: readonly string[], weight: Weight): TextShape => ({
		type: 'text',
		role,
		x: box.x + box.width / 2,
		y: box.y + size.text * 0.95,
		anchor: 'middle',
		lines,
		size: size.text,
		lineHeight: size.lineHeight,
		...(weight === 'bold' ? { weight } : {}),
	});
	const measured = (words: string, { weight = 'regular', width: most = 400 }: Options) => {
		const lines = wrap(words, most, size.text, weight);
		return {
			lines,
			weight,
			width: Math.max(...lines.map((line) => textWidth(line, size.text, weight))),
			height: size.text * 1.2 + (lines.length - 1) * size.lineHeight,
		};
	};
	return {
		keep(more, spots = [], lines = []) {
			boxes.push(...more);
			marks.push(...spots);
			for (const line of lines)
				line.slice(1).forEach((spot, at) => {
					segments.push([line[at] ?? spot, spot]);
				});
		},
		beside(role, words, spots, options = {}) {
			const seen = spots.filter((spot) => inside({ ...spot, width: 0, height: 0 }, bounds));
			if (seen.length === 0) return [];
			const limits = { within: options.within ?? 16 };
			// Whole where it stands clear of lines and marks, else broken where it may be.
			const whole = measured(words, { ...options, width: 400 });
			const clear = place(whole, seen, { bounds, boxes, segments, marks }, { ...limits, clear: true });
			const { lines, weight, ...size } = clear ? whole : measured(words, options);
			const found = clear ?? place(size, seen, { bounds, boxes, segments, marks }, limits);
			if (!found) return [];
			const box = { x: found.box.x, y: found.box.y, width: size.width, height: size.height };
			boxes.push(box);
			return [text(role, box, lines, weight)];
		},
		around(role, words, spots, options = {}) {
			const { lines, weight, ...room } = measured(words, options);
			const found = spots
				.map((spot): Box => ({ x: spot.x - room.width / 2, y: spot.y - room.height / 2, ...room }))
				.find(
					(box) =>
						inside(box, bounds) &&
						!boxes.some((other) => overlap(box, other, 3)) &&
						!marks.some((mark) => overlap({ ...mark, width: 0, height: 0 }, box, 6)) &&
						!segments.some((segment) => crosses(segment, box)),
				);
			if (!found) return [];
			boxes.push(found);
			return [text(role, found, lines, weight)];
		},
	};
}
