import {
	type Box,
	LEADER,
	type Limits,
	nearestSpot,
	type Obstacles,
	place,
	type Segment,
	type Spot,
} from './label-placement.ts';
import { boxOf, label, linesWidth } from './plot.ts';
import { flatten, round, type Shape } from './scene.ts';
import type { Size } from './size.ts';
import { DROP, type Weight, wrap } from './text.ts';

/** A label that wants a place near one of its points, the best first. */
export interface Wish {
	readonly role: string;
	readonly lines: readonly string[];
	readonly anchors: readonly Spot[];
	readonly weight?: Weight;
	/** Draws a thin line to the point where the label stands off it. */
	readonly lead?: boolean;
	/** Marker set before the first line, in a box 10 units wide with its middle at x, y. */
	readonly sample?: (x: number, y: number) => Shape;
	/** Left out rather than set far off or across a line. */
	readonly optional?: boolean;
	/** Left out rather than set across a line or over a mark. */
	readonly clear?: boolean;
	/** Kept off the right side, where another count has its marks. */
	readonly notRight?: boolean;
}

/** A text that may be broken in several ways. */
export interface TextWish extends Omit<Wish, 'lines' | 'optional' | 'notRight'> {
	readonly text: string;
	/** Widths to break it at, the best first. */
	readonly widths: readonly number[];
}

/** Sets labels one after the other, each clear of all that were set before. */
export interface Labeller {
	/** Keeps later labels away from these texts. */
	readonly keep: (shapes: readonly Shape[]) => void;
	/** The shapes of the label; undefined when there is no room for it. */
	readonly put: (wish: Wish) => readonly Shape[] | undefined;
	/** The same for a text, broken so that it finds a place close by and clear of lines, if there is one. */
	readonly putText: (wish: TextWish) => readonly Shape[] | undefined;
}

const SAMPLE = 13;
const NEAR: Limits = { within: 24, clear: true };
const CLEAR: Limits = { within: 94, clear: true };
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
	const keep = (shapes: readonly Shape[]): void => {
		for (const shape of flatten(shapes)) if (shape.type === 'text') boxes.push(boxOf(shape));
	};
	const set = (
		{
			role,
			lines: words,
			anchors,
			weight = 'regular',
			lead = true,
			sample,
		}: Omit<Wish, 'optional' | 'clear' | 'notRight'>,
		limits: Limits,
	): readonly Shape[] | undefined => {
		const indent = sample ? SAMPLE : 0;
		const width = linesWidth(words, size, weight) + indent;
		const found = place({ width, height: words.length * size.lineHeight + 2 }, anchors, obstacles, limits);
		if (!found) return undefined;
		const { box, anchor, distance } = found;
		const align = sample || box.x >= anchor.x - 1 ? 'start' : box.x + box.width <= anchor.x + 1 ? 'end' : 'middle';
		const shift = align === 'start' ? indent : align === 'end' ? box.width : indent + (box.width - indent) / 2;
		const text = label(role, size, words, { x: box.x + shift, y: box.y + size.text }, align, weight);
		const shapes: Shape[] = [];
		if (lead && distance > LEADER) {
			const near = nearestSpot(box, anchor);
			const start: Spot = { x: round(near.x), y: round(near.y) };
			shapes.push({ type: 'line', role: 'ch-leader', x1: start.x, y1: start.y, x2: anchor.x, y2: anchor.y });
			lines.push([start, anchor]);
		}
		if (sample) shapes.push(sample(round(box.x + 5), round(box.y + size.text - size.text * DROP)));
		shapes.push(text);
		keep([text]);
		return shapes;
	};
	const put = ({ optional = false, clear = false, notRight = false, ...wish }: Wish) =>
		set(wish, { ...(optional ? NEAR : { clear }), notRight, marked: wish.sample !== undefined });
	const putText = ({ text, widths, clear, ...wish }: TextWish) => {
		const broken = widths.map((width) => wrap(text, width, size.text, wish.weight));
		for (const words of broken) {
			const shapes = set({ ...wish, lines: words }, CLEAR);
			if (shapes) return shapes;
		}
		return clear ? undefined : set({ ...wish, lines: broken[0] ?? [text] }, {});
	};
	return { keep, put, putText };
}
