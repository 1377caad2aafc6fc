import { scaleLinear } from 'd3';
import { formatQuantity } from '../../ledger/quantity.ts';
import type { AccountChart } from '../accounts.ts';
import { type Stretch, slot } from '../free-interval.ts';
import { keyRows } from '../key.ts';
import { marker } from '../marks.ts';
import { tickWords } from '../number.ts';
import { ARROW, arrow, interval, openSide } from '../open-end.ts';
import { boxOf, label } from '../plot.ts';
import { round, type Scene, type Shape, type TextShape } from '../scene.ts';
import type { Size } from '../size.ts';
import { DROP, textWidth } from '../text.ts';
import { quantityOf } from '../words.ts';
import { accountKey } from './accountkey.ts';
import { rangeBand, rangeHead } from './accountrange.ts';
import { type Columns, columns, NO_NUMBER, type Placed, RADIUS, rowOf, speakerRows, wordsOf } from './accountrows.ts';
import { type Step, stepShape, stepsOf, takenBy } from './accountsteps.ts';

const HEADING = 30;

/** Draws who says what about the same thing: one row for each account, its figure on one scale for all. */
export function accountsScene(chart: AccountChart, size: Size): Scene {
	const rows = chart.groups.flatMap((group) => group.rows);
	const place = columns(size, rows);
	const { left, right } = place;
	const largest = Math.max(0, ...rows.map(({ datum }) => datum.upper ?? datum.value ?? 0));
	const { scale: x, ticks } = accountScale(largest, left, right - ARROW - 4);
	const at = (value: number) => round(x(value));

	const key = keyRows(accountKey(rows), size, 0);
	const head = rangeHead(chart, x, size, key.bottom + 4, right);
	const axisY = head.bottom + size.text;
	let y = axisY + 6;
	const shapes: Shape[] = headings(place, axisY, size);
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
			const { placed, bottom } = speakerRows(own, { top: y, size, columns: place, at });
			blocks.push(...placed);
			y = bottom;
		}
		const steps = stepsOf(blocks, at);
		inner.push(...steps.map(stepShape), ...blocks.map((placed) => rowShapes(placed, steps, at, size, place)));
		all.push(...blocks);
		groups.push({ type: 'group', role: 'ch-group', series: group.id, shapes: inner });
	}
	const bottom = y + 4;
	shapes.push(...rangeBand(chart, x, all, size, plotTop, bottom, right));
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

/** What stands in the columns: who spoke, where that was read, and the figures. */
function headings({ name, detail, gutter, left }: Columns, y: number, size: Size): Shape[] {
	const heading = (x: number, text: string) => label('ch-heading', size, [text], { x, y }, 'start', 'bold');
	return [
		...(size.layout === 'wide' ? [heading(name.x, 'Who said it'), heading(detail.x, 'Where and when')] : []),
		...(left - gutter > 10 ? [heading(gutter, NO_NUMBER)] : []),
	];
}

/** From nought to the largest figure itself: the arrow of an open end stands beyond it. */
function accountScale(largest: number, left: number, right: number) {
	const scale = scaleLinear()
		.domain([0, largest > 0 ? largest : 1])
		.range([left, right]);
	return { scale, ticks: scale.ticks(4).filter(Number.isInteger) };
}

/** Whether a text in the column of details, which a wide drawing has, fills the line below its row's own. */
const isDeep = (text: TextShape, column: number, y: number, { layout, lineHeight }: Size): boolean =>
	layout === 'wide' && boxOf(text).x >= column && boxOf(text).y + boxOf(text).height > y + lineHeight;

const endOf = (text: TextShape): number => boxOf(text).x + boxOf(text).width;

/** Mark and figure of one account. */
function rowShapes(
	{ row, y, texts }: Placed,
	steps: readonly Step[],
	at: (value: number) => number,
	size: Size,
	{ detail, gutter, left }: Columns,
): Shape {
	const { datum, superseded } = row;
	const words = datum.value === null ? wordsOf(row) : formatQuantity(quantityOf(datum));
	const weight = superseded ? 'regular' : 'bold';
	const figure = (x: number, down = 0) =>
		label('ch-value', size, [words], { x, y: y + down + size.text * DROP }, 'start', weight);
	const role = `ch-row ${superseded ? 'ch-replaced' : 'ch-series-1'}`;
	if (datum.value === null) return { type: 'group', role, shapes: [...texts, { ...figure(gutter), point: datum.id }] };
	const from = at(datum.value);
	const to = at(datum.upper ?? datum.value);
	const side = openSide(datum.qualifier);
	const reach: Stretch = {
		from: from - (side === 'left' ? ARROW : RADIUS),
		to: to + (side === 'right' ? ARROW : RADIUS),
	};
	const width = textWidth(words, size.text, weight);
	const room: Stretch = { from: left, to: size.width };
	const start = slot(width, reach, takenBy(steps, y), room);
	// Where a step fills the row, the words stand under it, beside details of two lines, or over the mark, beside short
	// ones; else the step runs through them.
	const deep = texts.some((text) => text.type === 'text' && isDeep(text, detail.x, y, size));
	const under = deep ? slot(width, reach, takenBy(steps, y + size.lineHeight), room) : undefined;
	const over = Math.min(room.to - width, from - width / 2);
	const free = size.layout === 'narrow' && texts.every((text) => text.type !== 'text' || endOf(text) + 5 < over);
	const shown = () => {
		if (start !== undefined) return figure(start);
		if (under !== undefined) return figure(under, size.lineHeight);
		return free ? figure(over, -size.lineHeight) : figure(slot(width, reach, [], room) ?? room.from);
	};
	return {
		type: 'group',
		role,
		shapes: [
			...texts,
			...(side ? [arrow(from, y, side)] : []),
			datum.upper === undefined
				? marker(datum, from, y, 'circle', datum.qualifier === 'about', superseded ? RADIUS - 1 : RADIUS)
				: interval(from, to, y, datum.id),
			shown(),
		],
	};
}
