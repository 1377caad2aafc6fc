import { round, type Shape } from '../scene.ts';
import { barHeight, type Tone } from './coverage-style.ts';
import { dissolve } from './dissolve.ts';
import type { Span } from './span.ts';

/** Least width of a mark, so that a truce of two days is seen at all; and of an edge that is not known. */
const LEAST = 2.5;
const LEAST_OPEN = 5;
const SEEN_OPEN = 14;
/** Length of the arrow that stands for "no end is known": it says nothing about how long. */
export const ARROW = 30;

/** The time axis of a drawing. */
export interface Frame {
	readonly x: (time: number) => number;
	/** Time shown, UTC milliseconds. */
	readonly from: number;
	readonly to: number;
}

/** The axis that shows a time between two places. */
export const timeFrame = (from: number, to: number, left: number, right: number): Frame => ({
	from,
	to,
	x: (time) => left + ((time - from) / (to - from)) * (right - left),
});

export interface Bar {
	readonly shapes: readonly Shape[];
	/** Extent of everything drawn, in units. */
	readonly left: number;
	readonly right: number;
}

const chevron = (x: number, y: number, size: number, direction: 1 | -1): Shape => ({
	type: 'path',
	role: 'tl-chevron',
	d: `M${round(x - direction * size)},${round(y - size)}L${round(x)},${round(y)}L${round(x - direction * size)},${round(y + size)}`,
});

/**
 * One ceasefire's time in force. A hard end is closed by a stroke, an end that is only roughly known dissolves over the
 * time in which it must lie, no known end is an arrow of fixed length, and what goes on outside the frame has a chevron.
 * @param y middle of the row
 */
export function bar(span: Span, tone: Tone, y: number, { x, from, to }: Frame): Bar {
	const height = barHeight(tone);
	const top = y - height / 2;
	const role = `tl-bar tl-${tone}`;
	const shapes: Shape[] = [];
	const clamp = (time: number) => x(Math.min(to, Math.max(from, time)));
	const before = span.start.max <= from;
	const after = span.end !== null && span.end.min >= to;

	// Where the bar is whole.
	let left = clamp(span.start.hard ? span.start.min : span.start.max);
	let right = span.end ? clamp(span.end.hard ? span.end.max : span.end.min) : left + 6;
	if (span.end === null && before) right = left + 6;
	right = Math.max(right, left);
	let outerLeft = left;
	let outerRight = right;

	if (!span.start.hard && !before) {
		const open = Math.max(clamp(span.start.max) - clamp(span.start.min), LEAST_OPEN);
		outerLeft = Math.max(x(from), left - open);
		shapes.push({ type: 'path', role, d: dissolve(left, outerLeft, top, height) });
	}
	const other = span.otherStart && clamp(span.otherStart.min);
	if (other !== undefined && Math.abs(other - left) >= 1) {
		// A start that only one broker announced: an outline, closed by its own stroke.
		const [a, b] = other < left ? [other, left] : [left, other];
		shapes.push({ type: 'rect', role: `tl-outline tl-${tone}`, x: a, y: top + 0.5, width: b - a, height: height - 1 });
		if (span.otherStart?.hard) shapes.push(cap(other, y, tone));
		outerLeft = Math.min(outerLeft, a);
	}
	if (span.end === null) {
		outerRight = right + ARROW;
		shapes.push(
			{ type: 'line', role: `tl-arrow tl-${tone}`, x1: right, y1: y, x2: outerRight, y2: y },
			chevron(outerRight, y, 4, 1),
		);
	} else if (!span.end.hard && !after) {
		// At least wide enough to be seen as open, but never wider than the ceasefire itself.
		const known = clamp(span.end.max) - clamp(span.end.min);
		const whole = clamp(span.end.max) - left;
		const open = Math.max(known, Math.min(SEEN_OPEN, Math.max(whole, LEAST_OPEN)));
		const middle = (clamp(span.end.max) + clamp(span.end.min)) / 2;
		right = Math.max(left, Math.min(right, middle - open / 2));
		outerRight = right + open;
		shapes.push({ type: 'path', role, d: dissolve(right, outerRight, top, height) });
	} else if (span.end.hard && right - left < LEAST && !after) {
		right = left + LEAST;
		outerRight = right;
	}
	if (right > left) shapes.push({ type: 'rect', role, x: left, y: top, width: Math.max(0.5, right - left), height });
	if (span.start.hard && !before) shapes.push(cap(left, y, tone));
	if (span.end?.hard && !after) shapes.push(cap(right, y, tone));
	if (before) shapes.push(chevron(left - 3, y, 4, -1));
	if (after) {
		outerRight = right + 3;
		shapes.push(chevron(outerRight, y, 4, 1));
	}
	left = Math.min(left, outerLeft);
	return { shapes, left: before ? left - 3 : left, right: outerRight };
}

const cap = (x: number, y: number, tone: Tone): Shape => ({
	type: 'path',
	role: `tl-cap tl-${tone}`,
	d: `M${round(x)},${round(y - 7)}v14`,
});

/** The day it was agreed: a small triangle that stands on the row's bar and hides nothing of it. */
export const agreedMark = (x: number, y: number): Shape => ({
	type: 'path',
	role: 'tl-agreed',
	d: `M${round(x - 3.5)},${round(y - 13)}h7l-3.5,6z`,
});
