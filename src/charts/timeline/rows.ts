import type { Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { DROP, textWidth, wrap } from '../text.ts';
import { agreedMark, bar, type Frame } from './bar.ts';
import type { Tone } from './coverage-style.ts';
import { label } from './label.ts';
import type { Span } from './span.ts';

/** One line of the drawing: a ceasefire. */
export interface Row {
	/** Ceasefire id; `data-series` of everything in the row. */
	readonly id: string;
	/** `data-point` of the bar. */
	readonly point: string;
	readonly label: string;
	/** Words beside the bar: how long it held. */
	readonly note: string;
	readonly span: Span;
	readonly tone: Tone;
	/** An event to see on the bar, its words below it. */
	readonly event?: { readonly at: number; readonly label: string };
}

export interface RowGroup {
	readonly heading: string;
	readonly rows: readonly Row[];
}

/** Where things go across a drawing. */
export interface Columns {
	readonly size: Size;
	/** Left and right end of the time axis. */
	readonly left: number;
	readonly right: number;
}

const GAP = 10;
/** Least and greatest width of the column of labels in the wide layout. */
const [LEAST_LABEL, MOST_LABEL] = [90, 178];

/** Width of a column that holds these labels, the longest of them broken into lines. */
export const labelWidth = (labels: readonly string[], size: Size): number =>
	Math.min(MOST_LABEL, Math.max(LEAST_LABEL, ...labels.map((label) => textWidth(label, size.text))));

/** In the wide layout labels have a column of their own at the left; in the narrow one they stand above their bars. */
export function columns(groups: readonly RowGroup[], size: Size): Columns {
	if (size.layout === 'narrow') return { size, left: 8, right: size.width - 8 };
	const labels = groups.flatMap(({ rows }) => rows.map((row) => row.label));
	return { size, left: labelWidth(labels, size) + GAP + 6, right: size.width - 10 };
}

/** Something drawn from a height downwards. */
export interface Placed {
	readonly shapes: readonly Shape[];
	/** Lower edge. */
	readonly bottom: number;
}

/** Rows from `top` downwards, one below the other, each group under its heading. */
export function rows(groups: readonly RowGroup[], at: Columns, frame: Frame, top: number): Placed {
	const { size } = at;
	const shapes: Shape[] = [];
	let y = top;
	for (const group of groups) {
		if (group.rows.length === 0) continue;
		if (group.heading) {
			const lines = wrap(group.heading, size.width, size.text, 'bold');
			y += 8 + size.lineHeight;
			shapes.push(label('tl-heading', 0, y, lines, size, { weight: 'bold' }));
			y += (lines.length - 1) * size.lineHeight + 6;
		}
		for (const row of group.rows) {
			const placed = size.layout === 'wide' ? wideRow(row, at, frame, y) : narrowRow(row, at, frame, y);
			shapes.push({ type: 'group', role: 'tl-row', series: row.id, shapes: placed.shapes });
			y = placed.bottom;
		}
	}
	return { shapes, bottom: y };
}

interface Marks {
	readonly shapes: readonly Shape[];
	readonly left: number;
	readonly right: number;
}

/** The bar of a row with its agreed mark, as one point. */
function marks({ span, tone, point }: Row, y: number, frame: Frame): Marks {
	const { shapes, left, right } = bar(span, tone, y, frame);
	const { min } = span.agreed;
	const agreed = min >= frame.from && min < frame.to ? [agreedMark(frame.x(min), y)] : [];
	return { shapes: [{ type: 'group', role: '', point, shapes: [...agreed, ...shapes] }], left, right };
}

/** A cross on the bar, and its words below it, inside the columns. */
function event(row: Row, y: number, { size, left, right }: Columns, { x, from, to }: Frame): readonly Shape[] {
	if (!row.event || row.event.at < from || row.event.at >= to) return [];
	const at = x(row.event.at);
	const half = textWidth(row.event.label, size.text) / 2;
	const centre = Math.max(left + half, Math.min(right + 8 - half, at));
	return [
		{ type: 'symbol', role: 'tl-event', symbol: 'cross', x: at, y, radius: 5 },
		label('tl-warm', centre, y + 10 + size.text, row.event.label, size, { anchor: 'middle' }),
	];
}

function wideRow(row: Row, at: Columns, frame: Frame, top: number): Placed {
	const { size, left, right } = at;
	const lines = wrap(row.label, left - GAP, size.text);
	const height = Math.max(24, lines.length * size.lineHeight + 8);
	const y = top + height / 2;
	const drawn = marks(row, y, frame);
	const width = textWidth(row.note, size.text);
	const baseline = y + size.text * DROP;
	const after = drawn.right + 8 + width <= right + 8;
	const before = drawn.left - 12 - width >= left;
	const note = after
		? label('tl-note', drawn.right + 8, baseline, row.note, size)
		: before
			? label('tl-note', drawn.left - 12, baseline, row.note, size, { anchor: 'end' })
			: undefined;
	// No room on either side of the bar: the words go below it, on a line of their own.
	const below = note === undefined;
	const happened = event(row, y, at, frame);
	const extra = (below ? size.lineHeight : 0) + (happened.length > 0 ? size.lineHeight : 0);
	return {
		shapes: [
			{ type: 'line', role: 'tl-guide', x1: left - 4, y1: y, x2: right, y2: y },
			label('tl-label', 0, baseline - ((lines.length - 1) * size.lineHeight) / 2, lines, size),
			...drawn.shapes,
			note ?? label('tl-note', right, y + size.lineHeight + 4, row.note, size, { anchor: 'end' }),
			...happened,
		],
		bottom: top + height + extra,
	};
}

function narrowRow(row: Row, at: Columns, frame: Frame, top: number): Placed {
	const { size } = at;
	const width = textWidth(row.note, size.text);
	const beside = wrap(row.label, size.width - width - 12, size.text);
	const apart = wrap(row.label, size.width, size.text);
	// The name and how long it held share a line where both fit; else the words have their own.
	const shared = beside.length === 1;
	const lines = shared ? beside : apart;
	const first = top + 6 + size.text;
	const last = first + (lines.length - 1 + (shared ? 0 : 1)) * size.lineHeight;
	const y = last + 17;
	const drawn = marks(row, y, frame);
	const happened = event(row, y, at, frame);
	return {
		shapes: [
			label('tl-label', 0, first, lines, size),
			label('tl-note', size.width, last, row.note, size, { anchor: 'end' }),
			...drawn.shapes,
			...happened,
		],
		bottom: y + 9 + (happened.length > 0 ? size.lineHeight : 0),
	};
}
