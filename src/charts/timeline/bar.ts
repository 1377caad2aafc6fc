import type { Ceasefire } from '../../ledger/ledger.ts';
import { round, type Shape } from '../scene.ts';
import { dissolve } from './dissolve.ts';
import type { Span } from './span.ts';

/** Least width of a mark, so that a truce of two days is seen at all; and of an edge that is not known. */
const [LEAST, LEAST_OPEN, SEEN_OPEN] = [3, 5, 14];
const HEIGHT = 12;
/** Half of the width of the ring that stands for a start whose end nobody knows. */
const RING = 4.5;

/** A time scale with the time that it shows, UTC milliseconds. */
export interface Frame {
	readonly x: (time: number) => number;
	readonly from: number;
	readonly to: number;
}

/** How a bar looks: half as high where only a part of the area is meant, loud where it is the one to see. */
export interface Look {
	readonly covers: Ceasefire['covers'];
	readonly strong?: boolean;
}

export interface Bar {
	readonly shapes: readonly Shape[];
	/** Extent of everything drawn, in units. */
	readonly left: number;
	readonly right: number;
}

const chevron = (x: number, y: number, direction: 1 | -1): Shape => ({
	type: 'path',
	role: 'tl-chevron',
	d: `M${round(x - direction * 4)},${round(y - 4)}L${round(x)},${round(y)}L${round(x - direction * 4)},${round(y + 4)}`,
});

/**
 * One ceasefire's time in force. An end that is only roughly known dissolves over the time in which it must lie; where no
 * end is known a ring marks the start and nothing has a length; what goes on outside the frame has a chevron.
 * @param y middle of the row
 */
export function bar(span: Span, { covers, strong = false }: Look, y: number, { x, from, to }: Frame): Bar {
	const height = covers === 'partly' ? HEIGHT / 2 : HEIGHT;
	const top = y - height / 2;
	const tone = `${strong ? 'tl-strong' : 'tl-quiet'}`;
	const shapes: Shape[] = [];
	const clamp = (time: number) => x(Math.min(to, Math.max(from, time)));
	const before = span.start.max <= from;
	const left = clamp(span.start.hard ? span.start.min : span.start.max);
	if (span.end === null) {
		const at = left + RING;
		const ring: Shape = { type: 'symbol', role: `tl-open ${tone}`, symbol: 'circle', x: at, y, radius: RING };
		return { shapes: [ring], left, right: at + RING };
	}
	const after = span.end.min >= to;
	let right = Math.max(left, clamp(span.end.hard ? span.end.max : span.end.min));
	let outerLeft = left;
	let outerRight = right;
	const rect = (a: number, b: number, role = `tl-bar ${tone}`): Shape => ({
		type: 'rect',
		role,
		x: round(a),
		y: round(top),
		width: round(b - a),
		height,
	});
	if (!span.start.hard && !before) {
		outerLeft = Math.max(x(from), left - Math.max(clamp(span.start.max) - clamp(span.start.min), LEAST_OPEN));
		shapes.push({ type: 'path', role: `tl-bar ${tone}`, d: dissolve(left, outerLeft, top, height) });
	}
	const other = span.otherStart && clamp(span.otherStart.min);
	if (other !== undefined && Math.abs(other - left) >= 1) {
		// A start that only one broker announced: an outline.
		shapes.push(rect(Math.min(other, left), Math.max(other, left), `tl-outline ${tone}`));
		outerLeft = Math.min(outerLeft, other);
	}
	if (!span.end.hard && !after) {
		// At least wide enough to be seen as open, but never wider than the ceasefire itself.
		const [first, last] = [clamp(span.end.min), clamp(span.end.max)];
		const open = Math.max(last - first, Math.min(SEEN_OPEN, Math.max(last - left, LEAST_OPEN)));
		right = Math.max(left, Math.min(right, (first + last - open) / 2));
		outerRight = Math.min(right + open, Math.max(x(to), right + LEAST_OPEN));
		shapes.push({ type: 'path', role: `tl-bar ${tone}`, d: dissolve(right, outerRight, top, height) });
	} else if (!after) {
		right = Math.max(right, left + LEAST);
		outerRight = right;
	}
	if (right > left) shapes.push(rect(left, right));
	if (before) shapes.push(chevron(left - 3, y, -1));
	if (after) {
		outerRight = right + 3;
		shapes.push(chevron(outerRight, y, 1));
	}
	return { shapes, left: before ? left - 3 : outerLeft, right: outerRight };
}
