import { rect, round, sceneOf } from '../marks.ts';
import { timeGrid } from '../plot.ts';
import { type Columns, columnsFor, heading, type RowWords, rowOf } from '../rows.ts';
import type { Scene, Shape, Size } from '../scene.ts';
import { label, textWidth, wrap } from '../text.ts';
import { timeScale } from '../time.ts';

/** A row of a timeline: its words, how long it was as their detail, and its marks around a height. */
export interface Row extends RowWords {
	readonly marks: (y: number) => readonly Shape[];
	/** What happened in it, below its marks. */
	readonly said?: { readonly at: number; readonly words: string } | undefined;
}

export interface Group {
	readonly heading?: string;
	readonly rows: readonly Row[];
}

/** A stretch of time behind the rows, with its name at its top. */
export interface Band {
	readonly role: string;
	readonly from: number;
	readonly to: number;
	readonly words: string;
}

/** The rules of a scale from one height to another, and its names at a baseline. */
export interface Axis {
	readonly x: (at: number) => number;
	readonly rules: (top: number, bottom: number) => Shape;
	readonly names: (baseline: number) => readonly Shape[];
}

/** Columns for the names of rows and for how long each was. */
export function columnsOf(groups: readonly Group[], size: Size): Columns {
	const rows = groups.flatMap((group) => group.rows);
	const details = rows.flatMap(({ detail }) => detail ?? []);
	return columnsFor(
		rows.map(({ name }) => name),
		size,
		details,
	);
}

/** An axis of whole years, months or days. */
export function timeAxisOf(
	from: number,
	to: number,
	{ size, left, right }: Pick<Columns, 'size' | 'left' | 'right'>,
): Axis {
	const scale = timeScale(from, to, [left, right]);
	const grid = (y: number, height: number, baseline: number) => timeGrid(scale, { y, height }, size, baseline);
	return {
		x: (time) => scale(time),
		rules: (top, bottom) => grid(top, bottom - top, 0).rules,
		names: (baseline) => grid(0, 0, baseline).names,
	};
}

/** A row from `top` on: its shapes, the strip that its marks stand in, where it ends. */
function place({ marks, said, ...words }: Row, at: Columns, top: number, axis: Axis) {
	const { size } = at;
	const strip = at.names ? 22 : 16;
	const row = rowOf(words, at, top, strip);
	const shapes: Shape[] = [...row.words, ...marks(row.y)];
	let bottom = row.bottom;
	if (said) {
		// To the right of what it is about, where that leaves it room.
		const x = Math.min(round(axis.x(said.at) - 6), size.width - 100);
		const words = wrap(said.words, size.width - x, size.text);
		shapes.push(label('tl-warm', size, words, { x, y: bottom + size.text }));
		bottom += words.length * size.lineHeight + 4;
	}
	return { shapes, strip: [row.y - strip / 2, row.y + strip / 2] as const, bottom };
}

/** A stretch of time behind the rows. */
function band(
	{ role, from, to, words }: Band,
	{ size, left, right }: Columns,
	{ x }: Axis,
	top: number,
	bottom: number,
) {
	const [a, b] = [Math.max(left, x(from)), Math.min(right, x(to))];
	const half = textWidth(words, size.text) / 2;
	const centre = Math.max(half, Math.min(size.width - half, (a + b) / 2));
	const y = round(top + size.lineHeight + 2);
	return [
		rect(role, { x: a, y, width: b - a, height: bottom - y }),
		label(`${role}-name`, size, [words], { x: centre, y: top + size.text }, 'middle'),
	] as const;
}

/** Rows below one another on one scale, which is named above and below them. */
export function rowScene(groups: readonly Group[], at: Columns, axis: Axis, bands: readonly Band[] = []): Scene {
	const { size } = at;
	const { text, lineHeight } = size;
	const top = text + 8 + (bands.length > 0 ? lineHeight + 4 : 0);
	const shapes: Shape[] = [];
	const strips: (readonly [number, number])[] = [];
	let y = top;
	for (const group of groups) {
		if (group.heading !== undefined) {
			const head = heading(group.heading, size, y);
			shapes.push(head.shape);
			y = head.bottom;
		}
		for (const row of group.rows) {
			const placed = place(row, at, y, axis);
			shapes.push(...placed.shapes);
			strips.push(placed.strip);
			y = placed.bottom;
		}
	}
	const bottom = round(y + 4);
	// Where words stand above their marks, the rules stay out of the words.
	const rules = at.names ? [axis.rules(top - 4, bottom)] : strips.map(([from, to]) => axis.rules(from, to));
	const names = [...axis.names(text), ...axis.names(bottom + text + 4)];
	const behind = bands.flatMap((one) => band(one, at, axis, text + 6, bottom));
	return sceneOf(size, bottom + lineHeight + 6, [...behind, ...rules, ...names, ...shapes]);
}
