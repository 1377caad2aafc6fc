import { crosses, inside, overlap, place } from '../label-placement.ts';
import { line, path, rect, symbol } from '../marks.ts';
import type { KeyItem } from '../rows.ts';
import type { Box, Segment, Shape, Size, Spot, Weight } from '../scene.ts';
import { label, linesWidth, wrap } from '../text.ts';
import { hatchedRound } from './shapes.ts';

/** A name that wants a place on a map. */
export interface Name {
	readonly role: string;
	readonly words: string;
	readonly weight?: Weight;
	/** Broken into lines no wider than this, where it does not stand clear as a whole. */
	readonly width?: number;
	/** Where its middle may stand, the best first. */
	readonly at?: readonly Spot[];
	/** Beside which spots it may stand where nothing of that is free, and how far off. */
	readonly by?: readonly Spot[];
	readonly within?: number;
	/** Left out rather than set across a line or over a mark. */
	readonly clear?: boolean;
}

/** Sets names on a map, each clear of those before it and of what is kept free. */
export type Names = ReturnType<typeof names>;

export function names(bounds: Box, size: Size) {
	const boxes: Box[] = [];
	const marks: Spot[] = [];
	const segments: Segment[] = [];
	const obstacles = { bounds, boxes, segments, marks };
	const free = (box: Box): boolean =>
		inside(box, bounds) &&
		!boxes.some((other) => overlap(box, other, 3)) &&
		!marks.some((mark) => overlap({ ...mark, width: 0, height: 0 }, box, 6)) &&
		!segments.some((segment) => crosses(segment, box));
	return {
		/** Keeps names off boxes, off spots, off lines. */
		keep(more: readonly Box[], spots: readonly Spot[] = [], lines: readonly (readonly Spot[])[] = []): void {
			boxes.push(...more);
			marks.push(...spots);
			for (const line of lines) segments.push(...line.slice(1).map((spot, at): Segment => [line[at] ?? spot, spot]));
		},
		/** The name where it finds room; nothing where there is none. */
		put({
			role,
			words,
			weight = 'regular',
			width = 400,
			at = [],
			by = [],
			within = 16,
			clear = false,
		}: Name): readonly Shape[] {
			const broken = (most: number) => {
				const lines = wrap(words, most, size.text, weight);
				const height = size.text * 1.2 + (lines.length - 1) * size.lineHeight;
				return { lines, width: linesWidth(lines, size, weight), height };
			};
			const [whole, parts] = [broken(400), broken(width)];
			const around = at.map(({ x, y }) => ({ x: x - parts.width / 2, y: y - parts.height / 2, ...parts })).find(free);
			const seen = by.filter((spot) => inside({ ...spot, width: 0, height: 0 }, bounds));
			const beside = (room: typeof whole, alone: boolean) => {
				const found = place(room, seen, obstacles, { within, clear: alone })?.box;
				return found && { ...room, ...found };
			};
			const box = around ?? beside(whole, true) ?? beside(parts, clear);
			if (!box) return [];
			boxes.push({ x: box.x, y: box.y, width: box.width, height: box.height });
			const middle = { x: box.x + box.width / 2, y: box.y + size.text * 0.95 };
			return [label(role, size, box.lines, middle, 'middle', weight)];
		},
	};
}

/** How a part of a map is drawn in its key. */
const SAMPLES = {
	area: (role: string, x: number, y: number) => rect(role, { x, y: y - 5, width: 24, height: 10 }),
	line: (role: string, x: number, y: number) => line(role, x, y, x + 24, y),
	round: (role: string, x: number, y: number) => {
		const { rim, strokes } = hatchedRound([{ x: x + 12, y }], 7.5);
		return path(role, rim + strokes);
	},
	square: (role: string, x: number, y: number) => symbol('square', role, { x: x + 12, y }, 4),
} as const;

/** How the parts of a map are named in it, and what stands for them in the key where their names find no room. */
export const SIGNS = {
	near: { role: 'map-name map-near-name', weight: 'bold', drawn: 'map-near', sample: 'round' },
	corridor: { role: 'map-name map-main', weight: 'bold', drawn: 'map-corridor', sample: 'area' },
	held: { role: 'map-side map-held-name', weight: 'bold', drawn: 'map-held', sample: 'area' },
	home: { role: 'map-side', weight: 'bold', drawn: 'map-home', sample: 'area' },
	front: { role: 'map-name map-front-name', weight: 'bold', drawn: 'map-front', sample: 'line' },
	outline: { role: 'map-country', weight: 'regular', drawn: 'map-province', sample: 'line' },
	road: { role: 'map-name map-main', weight: 'bold', drawn: 'map-road', sample: 'line' },
	posts: { role: 'map-name', weight: 'regular', drawn: 'map-post', sample: 'square' },
} as const satisfies Record<string, Omit<Name, 'words'> & { drawn: string; sample: keyof typeof SAMPLES }>;

/** What a colour or a line of a map means. */
export function keyItem(words: string, sign: keyof typeof SIGNS): KeyItem {
	const { drawn, sample } = SIGNS[sign];
	// A colour may be the reader's own, and that of the ground: an area has an edge.
	const edge = (x: number, y: number) => (sample === 'area' ? [SAMPLES.area('map-frame', x, y)] : []);
	return { words, lead: 24, sample: (x, y) => [SAMPLES[sample](drawn, x, y), ...edge(x, y)] };
}
