import { rect, round, sceneOf } from '../marks.ts';
import { timeGrid } from '../plot.ts';
import { heading } from '../rows.ts';
import type { Scene, Shape, Size } from '../scene.ts';
import { DROP, label, linesWidth, textWidth, wrap } from '../text.ts';
import { timeScale } from '../time.ts';

/** A row of a timeline: its words, and its marks around a height. */
export interface Row {
	readonly name: string;
	/** Behind the name: how long it was. */
	readonly value?: string;
	readonly strong?: boolean;
	readonly marks: (y: number) => readonly Shape[];
	/** What happened in it, below its marks. */
	readonly said?: { readonly at: number; readonly words: string } | undefined;
}

export interface Group {
	readonly heading?: string;
	readonly rows: readonly Row[];
}

/** Where words and scale stand: in columns, or above the marks where `names` is 0. */
export interface Columns {
	readonly size: Size;
	readonly names: number;
	readonly values: number;
	readonly left: number;
	readonly right: number;
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

const GAP = 12;

/** Columns as wide as their words need, within bounds; the scale has the rest. */
export function columnsOf(groups: readonly Group[], size: Size, most: number): Columns {
	const right = size.width - 10;
	if (size.layout === 'narrow') return { size, names: 0, values: 0, left: 4, right };
	const rows = groups.flatMap((group) => group.rows);
	const names = Math.min(
		most,
		linesWidth(
			rows.map(({ name }) => name),
			size,
			'bold',
		),
	);
	const values = Math.min(
		size.layout === 'wide' ? 190 : 112,
		linesWidth(
			rows.map(({ value = '' }) => value),
			size,
		),
	);
	return { size, names, values, left: Math.ceil(names + GAP + (values ? values + GAP : 0)), right };
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
function place({ name, value = '', strong = false, marks, said }: Row, at: Columns, top: number, axis: Axis) {
	const { size, names, values, left } = at;
	const [weight, strip] = [strong ? 'bold' : 'regular', names ? 22 : 16] as const;
	const named = wrap(name, names || size.width, size.text, weight);
	const valued = wrap(value, values || size.width, size.text);
	// Where there are no columns both share a line if they fit.
	const last = textWidth(named.at(-1) ?? '', size.text, weight) + GAP + linesWidth(valued, size);
	const below = names || last <= size.width ? 0 : valued.length;
	const lines = names ? Math.max(named.length, valued.length) : named.length + below;
	const high = lines * size.lineHeight;
	const whole = names ? Math.max(strip, high + 6) : high + strip + 6;
	const middle = round(names ? top + whole / 2 : top + high + 4 + strip / 2);
	const first = (count: number) =>
		names ? middle + size.text * DROP - ((count - 1) * size.lineHeight) / 2 : top + size.text;
	const valueBase = names ? first(valued.length) : first(1) + (named.length - 1 + below) * size.lineHeight;
	const shapes: Shape[] = [label('ch-account', size, named, { x: 0, y: first(named.length) }, 'start', weight)];
	if (valued.length > 0) {
		const x = names ? left - GAP : size.width;
		shapes.push(label(strong ? 'ch-value' : 'ch-detail', size, valued, { x, y: valueBase }, 'end'));
	}
	shapes.push(...marks(middle));
	let bottom = top + whole;
	if (said) {
		// To the right of what it is about, where that leaves it room.
		const x = Math.min(round(axis.x(said.at) - 6), size.width - 100);
		const words = wrap(said.words, size.width - x, size.text);
		shapes.push(label('tl-warm', size, words, { x, y: bottom + size.text }));
		bottom += words.length * size.lineHeight + 4;
	}
	return { shapes, strip: [middle - strip / 2, middle + strip / 2] as const, bottom };
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
	const top = text + 8 + (bands.length > 0 ? lineHeight : 0);
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
	const behind = bands.flatMap((one) => band(one, at, axis, text + 2, bottom));
	return sceneOf(size, bottom + lineHeight + 6, [...behind, ...rules, ...names, ...shapes]);
}
