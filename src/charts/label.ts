import type { Note } from './annotations.ts';
import type { Datum } from './data.ts';
import { LEADER, type Limits, nearestSpot, type Obstacles, place } from './label-placement.ts';
import { flatten, line } from './marks.ts';
import type { Box, Segment, Shape, Size, Spot, Weight } from './scene.ts';
import { boxOf, label, linesWidth, wrap } from './text.ts';

/** A label that wants a place near one of its points, the best first. */
export interface Wish extends Limits {
	readonly role: string;
	/** Its lines, or a text with the widths to break it at, the best first. */
	readonly words: readonly string[] | { readonly text: string; readonly widths: readonly number[] };
	readonly anchors: readonly Spot[];
	readonly weight?: Weight;
}

/** Sets labels one after the other, each clear of all that were set before. */
export interface Labeller {
	/** Keeps later labels away from these texts and boxes. */
	readonly keep: (shapes: readonly Shape[], others?: readonly Box[]) => void;
	/** The shapes of the label, with a thin line to its point where it stands off it; undefined when there is no room. */
	readonly put: (wish: Wish) => readonly Shape[] | undefined;
}

/** A text that can be broken otherwise is, rather than set further off or across a line. */
const NEAR: Limits = { within: 94, clear: true };
/** From here on a label keeps away from text only: lines and marks are everywhere, and the search would take long. */
const CROWD = 400;

/**
 * @param bounds labels stay inside
 * @param segments drawn lines, which labels cross only where there is no other way
 * @param marks points, likewise
 */
export function labeller(size: Size, bounds: Box, segments: readonly Segment[], marks: readonly Spot[]): Labeller {
	const boxes: Box[] = [];
	const lines = segments.length > CROWD ? [] : [...segments];
	const obstacles: Obstacles = { bounds, boxes, segments: lines, marks: marks.length > CROWD ? [] : marks };
	const keep = (shapes: readonly Shape[], others: readonly Box[] = []): void => {
		boxes.push(...others);
		for (const shape of flatten(shapes)) if (shape.type === 'text') boxes.push(boxOf(shape));
	};
	const set = (
		{ role, anchors, weight = 'regular' }: Wish,
		words: readonly string[],
		limits: Limits,
	): readonly Shape[] | undefined => {
		const width = linesWidth(words, size, weight);
		const found = place({ width, height: words.length * size.lineHeight + 2 }, anchors, obstacles, limits);
		if (!found) return undefined;
		const { box, anchor, distance } = found;
		const align = box.x >= anchor.x - 1 ? 'start' : box.x + width <= anchor.x + 1 ? 'end' : 'middle';
		const shift = align === 'start' ? 0 : align === 'end' ? width : width / 2;
		const text = label(role, size, words, { x: box.x + shift, y: box.y + size.text }, align, weight);
		keep([text]);
		if (distance <= LEADER) return [text];
		const near = nearestSpot(box, anchor);
		lines.push([near, anchor]);
		return [line('ch-leader', near.x, near.y, anchor.x, anchor.y), text];
	};
	const put = (wish: Wish) => {
		const { words } = wish;
		if (!('text' in words)) return set(wish, words, wish);
		const broken = words.widths.map((width) => wrap(words.text, width, size.text, wish.weight));
		for (const one of broken) {
			const shapes = set(wish, one, { ...NEAR, ...wish, clear: true });
			if (shapes) return shapes;
		}
		return wish.clear ? undefined : set(wish, broken.at(wish.within ? -1 : 0) ?? [words.text], wish);
	};
	return { keep, put };
}

/**
 * Sets what an editor says of single values near their marks; what finds no room stands below the plot: an editor's
 * words are never dropped.
 * @param below where that room begins
 * @param widths to break the words at, the best first
 */
export function noteWords(
	notes: readonly Note[],
	at: (datum: Datum) => Spot,
	below: { readonly x: number; readonly y: number; readonly width: number },
	labels: Labeller,
	size: Size,
	widths: readonly number[] = size.layout === 'narrow' ? [130, 90, 62] : [190, 130, 90],
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
	let bottom = below.y;
	const shapes = notes.flatMap((note): readonly Shape[] => {
		if (note.type !== 'datum') return [];
		const words = { text: note.label, widths };
		const found = labels.put({ role: 'ch-detail ch-halo', words, anchors: [at(note.datum)], clear: true });
		if (found) return found;
		const lines = wrap(note.label, below.width, size.text);
		const y = bottom + size.text;
		bottom += lines.length * size.lineHeight;
		return [label('ch-note', size, lines, { x: below.x, y })];
	});
	return { shapes, bottom };
}
