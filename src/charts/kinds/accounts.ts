import { scaleLinear } from 'd3-scale';
import { formatQuantity } from '../../ledger/quantity.ts';
import type { Qualifier } from '../../ledger/schemas/index.ts';
import type { AccountChart, AccountRow } from '../accounts.ts';
import { type KeyItem, keyRows } from '../key.ts';
import { marker } from '../marks.ts';
import { tickWords } from '../number.ts';
import { boxOf, label, linesWidth } from '../plot.ts';
import { ARROW, arrow, interval, openSide } from '../reach.ts';
import { round, type Scene, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { type Stretch, slot } from '../slot.ts';
import { textWidth, wrap } from '../text.ts';
import { quantityOf } from '../words.ts';

const RADIUS = 4.6;
const HEADING = 30;

/** Where the columns of a layout stand: names and details beside the marks, or above them. */
function columns(size: Size) {
	return size.layout === 'wide'
		? { name: { x: 0, width: 172 }, detail: { x: 180, width: 168 }, left: 356, right: size.width - 4 }
		: { name: { x: 0, width: size.width }, detail: { x: 0, width: size.width }, left: 6, right: size.width - 4 };
}

/** One row with its place: texts and the height at which its mark stands. */
interface Placed {
	readonly row: AccountRow;
	readonly y: number;
	readonly texts: readonly Shape[];
}

/** Lays out one speaker's accounts: the name once, then a row for each. */
function speakerRows(
	rows: readonly AccountRow[],
	top: number,
	size: Size,
): { placed: readonly Placed[]; bottom: number } {
	const { name, detail } = columns(size);
	const [first] = rows;
	const names = wrap(first?.speaker ?? '', name.width, size.text);
	const nameText = (y: number) => label('ch-account', size, names, { x: name.x, y });
	const placed: Placed[] = [];
	let y = top;
	if (size.layout === 'wide') {
		for (const [index, row] of rows.entries()) {
			const details = wrap(row.detail, detail.width, size.text);
			const height = details.length * size.lineHeight + 6;
			const base = y + size.text + 2;
			placed.push({
				row,
				y: round(y + 3 + size.lineHeight / 2),
				texts: [
					...(index === 0 ? [nameText(base)] : []),
					label('ch-detail ch-halo', size, details, { x: detail.x, y: base }),
				],
			});
			y += height;
		}
		return { placed, bottom: Math.max(y, top + names.length * size.lineHeight + 6) };
	}
	for (const [index, row] of rows.entries()) {
		const texts: Shape[] = [];
		let inline = 0;
		if (index === 0) {
			const base = y + size.text;
			texts.push({ ...nameText(base), role: 'ch-account ch-halo' });
			inline = names.length === 1 ? linesWidth(names, size) + 7 : 0;
			y += names.length * size.lineHeight;
		}
		const fits = inline > 0 && inline + textWidth(row.detail, size.text) <= detail.width;
		const details = fits ? [row.detail] : wrap(row.detail, detail.width, size.text);
		const base = fits ? y - size.lineHeight + size.text : y + size.text;
		texts.push(label('ch-detail ch-halo', size, details, { x: fits ? inline : detail.x, y: base }));
		if (!fits) y += details.length * size.lineHeight;
		placed.push({ row, y: round(y + 8), texts });
		y += 20;
	}
	return { placed, bottom: y + 2 };
}

/** Draws who says what about the same thing: one row for each account, its figure on one scale for all. */
export function accountsScene(chart: AccountChart, size: Size): Scene {
	const { left, right } = columns(size);
	const rows = chart.groups.flatMap((group) => group.rows);
	const largest = Math.max(0, ...rows.map(({ datum }) => datum.upper ?? datum.value ?? 0));
	const { scale: x, ticks } = accountScale(largest, left, right - ARROW - 4);
	const at = (value: number) => round(x(value));

	const key = keyRows(keyOf(rows), size, 0);
	const head = rangeHead(chart, x, size, key.bottom + 4, left, right);
	const axisY = head.bottom + size.text;
	let y = axisY + 6;
	const shapes: Shape[] = [];
	const groups: Shape[] = [];
	const all: Placed[] = [];
	const plotTop = y;
	for (const group of chart.groups) {
		const inner: Shape[] = [
			{ type: 'line', role: 'ch-rule', x1: 0, y1: round(y + 6), x2: size.width, y2: round(y + 6) },
			label('ch-heading ch-halo', size, [group.label], { x: 0, y: y + 6 + size.lineHeight }, 'start', 'bold'),
		];
		y += HEADING;
		const blocks: Placed[] = [];
		for (const own of Map.groupBy(group.rows, ({ speaker }) => speaker).values()) {
			const { placed, bottom } = speakerRows(own, y, size);
			blocks.push(...placed);
			y = bottom;
		}
		const steps = stepsOf(blocks, at);
		inner.push(
			...steps.map(stepShape),
			...blocks.map((placed) => rowShapes(placed, steps, at, size, { from: left, to: size.width })),
		);
		all.push(...blocks);
		groups.push({ type: 'group', role: 'ch-group', series: group.id, shapes: inner });
	}
	const bottom = y + 4;
	shapes.push(...band(chart, x, all, size, plotTop, bottom, right));
	const words = tickWords(ticks);
	for (const [index, tick] of ticks.entries()) {
		const grid = tick === 0 ? 'ch-axis' : 'ch-grid';
		for (const [y1, y2] of size.layout === 'wide' ? [[plotTop, bottom] as const] : all.map(({ y: row }) => rowOf(row)))
			shapes.push({ type: 'line', role: grid, x1: at(tick), y1: round(y1), x2: at(tick), y2: round(y2) });
		for (const base of [axisY, bottom + size.lineHeight])
			shapes.push(label('ch-tick', size, [words[index] ?? ''], { x: at(tick), y: base }, 'middle'));
	}
	return {
		width: size.width,
		height: Math.ceil(bottom + size.lineHeight * 1.5),
		layout: size.layout,
		shapes: [...shapes, ...key.shapes, ...head.shapes, ...groups],
	};
}

/** Top and bottom of a mark's own strip: in the narrow layout the ground of names stays clear. */
const rowOf = (y: number): readonly [number, number] => [y - 9, y + 9];

/** From nought to the largest figure itself: the arrow of an open end stands beyond it. */
function accountScale(largest: number, left: number, right: number) {
	const scale = scaleLinear()
		.domain([0, largest > 0 ? largest : 1])
		.range([left, right]);
	return { scale, ticks: scale.ticks(4).filter(Number.isInteger) };
}

/** A step from a count to the one by the same speaker that replaced it: down at one figure, then along to the other. */
interface Step {
	readonly x: number;
	readonly from: number;
	readonly y: number;
	readonly to: number;
}

function stepsOf(blocks: readonly Placed[], at: (value: number) => number): readonly Step[] {
	const all = new Map(blocks.map((placed) => [placed.row.datum.id, placed]));
	return blocks.flatMap(({ row, y }): Step[] => {
		const next = nextWithFigure(row, all);
		if (!next || row.datum.value === null || next.row.datum.value === null) return [];
		return [{ x: at(row.datum.value), from: y, y: next.y, to: at(next.row.datum.value) }];
	});
}

/** The next account of the chain that gives a number; those in words have no place on the scale. */
function nextWithFigure(row: AccountRow, all: ReadonlyMap<string, Placed>): Placed | undefined {
	for (let next = row.next === undefined ? undefined : all.get(row.next); next; ) {
		if (next.row.datum.value !== null) return next;
		next = next.row.next === undefined ? undefined : all.get(next.row.next);
	}
	return undefined;
}

const stepShape = ({ x, from, y, to }: Step): Shape => ({
	type: 'path',
	role: 'ch-chain',
	d: `M${x},${round(from + RADIUS)}V${y}H${to}`,
});

/** What the steps take of a row at height y. */
const takenBy = (steps: readonly Step[], y: number): readonly Stretch[] =>
	steps.flatMap((step): Stretch[] => {
		if (step.y === y) return [{ from: Math.min(step.x, step.to), to: Math.max(step.x, step.to) }];
		return step.from < y && y < step.y ? [{ from: step.x, to: step.x }] : [];
	});

/** Mark and figure of one account. */
function rowShapes(
	{ row, y, texts }: Placed,
	steps: readonly Step[],
	at: (value: number) => number,
	size: Size,
	room: Stretch,
): Shape {
	const { datum, superseded } = row;
	const words = formatQuantity(quantityOf(datum));
	const weight = superseded ? 'regular' : 'bold';
	const width = textWidth(words, size.text, weight);
	const figure = (x: number) => label('ch-value', size, [words], { x, y: y + size.text * 0.36 }, 'start', weight);
	const taken = takenBy(steps, y);
	const role = `ch-row ${superseded ? 'ch-replaced' : 'ch-series-1'}`;
	if (datum.value === null) {
		const start = slot(width, { from: room.from, to: room.from }, taken, room) ?? room.from + 4;
		return { type: 'group', role, shapes: [...texts, { ...figure(start), point: datum.id }] };
	}
	const from = at(datum.value);
	const to = at(datum.upper ?? datum.value);
	const side = openSide(datum.qualifier);
	const reach: Stretch = {
		from: from - (side === 'left' ? ARROW : RADIUS),
		to: to + (side === 'right' ? ARROW : RADIUS),
	};
	const start = slot(width, reach, taken, room) ?? slot(width, reach, [], room) ?? room.from;
	return {
		type: 'group',
		role,
		shapes: [
			...texts,
			...(side ? [arrow(from, y, side)] : []),
			datum.upper === undefined
				? marker(datum, from, y, 'circle', datum.qualifier === 'about', superseded ? RADIUS - 1 : RADIUS)
				: interval(from, to, y, datum.id),
			figure(start),
		],
	};
}

/** The range of the accounts that stand, above the scale: in words and as a bracket. */
function rangeHead(
	chart: AccountChart,
	x: (value: number) => number,
	size: Size,
	top: number,
	left: number,
	right: number,
): { readonly shapes: readonly Shape[]; readonly bottom: number } {
	if (!chart.range) return { shapes: [], bottom: top };
	const { low, high } = ends(chart, x);
	const words = wrap(
		`Not replaced: ${chart.range.words}`,
		size.layout === 'wide' ? right : right - left,
		size.text,
		'bold',
	);
	const half = linesWidth(words, size, 'bold') / 2;
	const middle = Math.max((size.layout === 'wide' ? 0 : left) + half, Math.min(right - half, (low + high) / 2));
	const text = label('ch-range', size, words, { x: middle, y: top + size.text }, 'middle', 'bold');
	const y = round(boxOf(text).y + boxOf(text).height + 5);
	const shapes: Shape[] = [text, interval(low, high, y)];
	if (openSide(chart.range.ends.high.quantity?.qualifier ?? 'exactly') === 'right')
		shapes.push(arrow(high, y, 'right'));
	if (openSide(chart.range.ends.low.quantity?.qualifier ?? 'exactly') === 'left')
		shapes.push(arrow(low, y, 'left', 12));
	return { shapes: [{ type: 'group', role: 'ch-series-1', shapes }], bottom: y + 10 };
}

function ends(chart: AccountChart, x: (value: number) => number): { readonly low: number; readonly high: number } {
	const low = chart.range?.ends.low.quantity?.value ?? 0;
	const top = chart.range?.ends.high.quantity;
	return { low: round(x(low)), high: round(x(top?.upper ?? top?.value ?? low)) };
}

/** The same range behind the rows; in the narrow layout behind the marks only, so that names stand on clear ground. */
function band(
	chart: AccountChart,
	x: (value: number) => number,
	rows: readonly Placed[],
	size: Size,
	top: number,
	bottom: number,
	right: number,
): readonly Shape[] {
	if (!chart.range) return [];
	const { low, high } = ends(chart, x);
	const open = openSide(chart.range.ends.high.quantity?.qualifier ?? 'exactly') === 'right';
	const width = round((open ? right : high) - low);
	const rect = (y: number, height: number): Shape => ({
		type: 'rect',
		role: 'ch-band',
		x: low,
		y: round(y),
		width,
		height: round(height),
	});
	return size.layout === 'wide' ? [rect(top, bottom - top)] : rows.map(({ y }) => rect(rowOf(y)[0], 18));
}

/** What the marks mean, of those that occur. */
function keyOf(rows: readonly AccountRow[]): readonly KeyItem[] {
	const has = (...wanted: readonly Qualifier[]) => rows.some(({ datum }) => wanted.includes(datum.qualifier));
	const group = (role: string, shapes: readonly Shape[]): readonly Shape[] => [{ type: 'group', role, shapes }];
	const dot = (x: number, y: number, hollow = false) => marker(undefined, x, y, 'circle', hollow, RADIUS);
	const items: (KeyItem | false)[] = [
		has('exactly') && { words: 'exact', lead: 10, sample: (x, y) => group('ch-series-1', [dot(x + 5, y)]) },
		has('about') && { words: 'about', lead: 10, sample: (x, y) => group('ch-series-1', [dot(x + 5, y, true)]) },
		has('more than', 'at least') && {
			words: 'this many or more',
			lead: 24,
			sample: (x, y) => group('ch-series-1', [arrow(x + 5, y, 'right', 18), dot(x + 5, y)]),
		},
		has('almost', 'up to') && {
			words: 'almost, up to',
			lead: 24,
			sample: (x, y) => group('ch-series-1', [arrow(x + 19, y, 'left', 18), dot(x + 19, y)]),
		},
		has('between') && {
			words: 'between two numbers',
			lead: 22,
			sample: (x, y) => group('ch-series-1', [interval(x + 1, x + 21, y)]),
		},
		rows.some(({ superseded }) => superseded) && {
			words: 'replaced later by the same speaker',
			lead: 10,
			sample: (x, y) => group('ch-replaced', [marker(undefined, x + 5, y, 'circle', false, RADIUS - 1)]),
		},
	];
	return items.filter((item): item is KeyItem => item !== false);
}
