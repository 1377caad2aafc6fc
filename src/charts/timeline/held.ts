import { DAY_MS, formatDate } from '../../ledger/date.ts';
import { held, heldKnown, heldWords, knownWords, overWithin } from '../../ledger/held.ts';
import type { Ceasefire, Ledger } from '../../ledger/ledger.ts';
import type { Figure, Table } from '../figure.ts';
import { exact } from '../number.ts';
import { boxOf } from '../plot.ts';
import { flatten, round, type Shape } from '../scene.ts';
import { narrow, type Size, wide } from '../size.ts';
import { writeDrawing } from '../svg.ts';
import { DROP, textWidth, wrap } from '../text.ts';
import { capital } from '../words.ts';
import { ARROW } from './bar.ts';
import { MOST_ROWS } from './gather.ts';
import { type Median, medianHeld, WITHIN } from './heldtable.ts';
import { label } from './label.ts';
import { licencesOf, notes, sourcesOf } from './notes.ts';
import { endWords, pointId, pointOf } from './point.ts';
import { labelWidth } from './rows.ts';
import { spanOf } from './span.ts';
import { heldCell, sourceCell, sourceColumn } from './table.ts';

const TICKS = [
	{ days: 1, label: '1 day' },
	{ days: 7, label: '1 week' },
	{ days: 30.44, label: '1 month' },
	{ days: 365.25, label: '1 year' },
	{ days: 1826, label: '5 years' },
	{ days: 3653, label: '10 years' },
	{ days: 36525, label: '100 years' },
] as const;

interface Group {
	readonly heading: string;
	readonly members: readonly Ceasefire[];
}

/** Groups by how long they surely held at most, shortest first in each, those without a known end last. */
function groupsOf(ceasefires: readonly Ceasefire[]): readonly Group[] {
	const known = heldKnown(ceasefires);
	const limits = [0, ...WITHIN.map(({ days }) => days + 1), Number.POSITIVE_INFINITY];
	const headings = [...WITHIN.map(({ heading }) => heading), 'Longer'];
	const groups = headings.map((heading, index): Group => {
		const [from = 0, to = 0] = [limits[index], limits[index + 1]];
		return { heading, members: known.flatMap(([ceasefire, { max }]) => (max >= from && max < to ? [ceasefire] : [])) };
	});
	const open = ceasefires.filter((ceasefire) => held(ceasefire).type === 'open');
	return [...groups, { heading: 'End not known', members: open }].filter(({ members }) => members.length > 0);
}

/** Fewest and most days that the record allows, a marker day's reach included. */
function reach(ceasefire: Ceasefire): readonly [number, number] | undefined {
	const { start, end } = spanOf(ceasefire);
	if (!end || (start.hard && end.hard)) return undefined;
	return [Math.max(0, (end.min - start.max) / DAY_MS + 1), (end.max - start.min) / DAY_MS - 1];
}

/** Left end of what is drawn, in days. */
function lowest(ceasefire: Ceasefire): number {
	const length = held(ceasefire);
	const known = length.type === 'known' ? length.days : 1;
	return Math.min(known, reach(ceasefire)?.[0] ?? known);
}

interface Scale {
	readonly left: number;
	readonly right: number;
	/** Days to units; everything below a day stands at the left end. */
	readonly x: (days: number) => number;
}

/**
 * The mark of one ceasefire.
 * @param stemEnd where the stem stops before its words; at the mark where it has none on it
 */
function mark(
	ceasefire: Ceasefire,
	y: number,
	{ left, x }: Scale,
	stemEnd = Number.POSITIVE_INFINITY,
): { readonly shape: Shape; readonly right: number } {
	const length = held(ceasefire);
	const tone = `tl-${ceasefire.coversIdlib}`;
	const point = pointId(ceasefire);
	if (length.type === 'open') {
		const end = left + ARROW;
		const shapes: readonly Shape[] = [
			{ type: 'line', role: `tl-arrow ${tone}`, x1: left, y1: y, x2: end, y2: y },
			{ type: 'path', role: 'tl-chevron', d: `M${end - 4} ${y - 4}l4 4l-4 4` },
		];
		return { shape: { type: 'group', role: '', point, shapes }, right: end };
	}
	const room = reach(ceasefire);
	const at = x(length.days);
	const shapes: Shape[] = [
		{ type: 'line', role: `tl-stem ${tone}`, x1: left, y1: y, x2: Math.min(at, stemEnd), y2: y },
	];
	let right = at + 5;
	if (room) {
		const [from, to] = [x(room[0]), x(room[1])];
		shapes.push({ type: 'line', role: `tl-reach ${tone}`, x1: from, y1: y, x2: to, y2: y });
		right = Math.max(right, to + 2);
	}
	shapes.push({
		type: 'symbol',
		role: `tl-held ${tone}${length.about ? ' tl-hollow' : ''}`,
		symbol: 'circle',
		x: at,
		y,
		radius: 4.5,
	});
	return { shape: { type: 'group', role: '', point, shapes }, right };
}

/** Right end of the scale: as far as the words behind every mark leave room, but never less than a third of the drawing. */
function endOfScale(groups: readonly Group[], left: number, top: number, size: Size): number {
	const ends = groups.flatMap(({ members }) =>
		members.flatMap((ceasefire): readonly number[] => {
			const length = held(ceasefire);
			if (length.type === 'open') return [];
			const most = Math.max(length.days, reach(ceasefire)?.[1] ?? 0);
			const share = Math.log10(Math.max(1, most)) / top;
			const room = size.width - left - 14 - textWidth(heldWords(ceasefire), size.text);
			return share > 0 ? [left + room / share] : [];
		}),
	);
	return Math.max(left + size.width / 3, Math.min(size.width - 60, ...ends));
}

/** The line of the median, broken where words stand: a rule behind words is hard to read through. */
function medianLine(x: number, top: number, bottom: number, shapes: readonly Shape[]): Shape {
	const taken = flatten(shapes)
		.flatMap((shape) => (shape.type === 'text' ? [boxOf(shape)] : []))
		.filter((box) => box.x - 2 < x && x < box.x + box.width + 2)
		.sort((a, b) => a.y - b.y);
	let y = top;
	let d = '';
	for (const box of taken) {
		if (box.y - 1 > y) d += `M${round(x)},${round(y)}V${round(box.y - 1)}`;
		y = Math.max(y, box.y + box.height + 1);
	}
	if (bottom > y) d += `M${round(x)},${round(y)}V${round(bottom)}`;
	return { type: 'path', role: 'tl-median', d };
}

/** Too many for a row each: their lengths on one line, one dot for all that fall on the same spot, and how many. */
function together(members: readonly Ceasefire[], top: number, scale: Scale, size: Size): readonly Shape[] {
	const known = heldKnown(members);
	const spots = new Set(known.map(([, { days }]) => Math.round(scale.x(days))));
	const open = members.length - known.length;
	const words = `${exact(members.length)} ceasefires${open > 0 ? `, ${exact(open)} with no known end` : ''}`;
	const y = top + size.lineHeight + 12;
	return [
		label('tl-note', 0, top + size.text, words, size),
		...[...spots].map((x): Shape => ({ type: 'symbol', role: 'tl-held tl-yes', symbol: 'circle', x, y, radius: 4.5 })),
	];
}

function draw(id: string, groups: readonly Group[], longest: number, median: Median | undefined, size: Size): string {
	const wideLayout = size.layout === 'wide';
	const names = groups.flatMap(({ members }) => members.map(({ short }) => short));
	const left = wideLayout ? labelWidth(names, size) + 18 : 8;
	const top = Math.log10(Math.max(31, longest * 1.15));
	const right = wideLayout ? endOfScale(groups, left, top, size) : size.width - 12;
	const scale: Scale = {
		left,
		right,
		x: (days) => left + (Math.log10(Math.max(1, days)) / top) * (right - left),
	};
	const ticks = TICKS.filter(({ days }) => Math.log10(days) <= top);
	const shapes: Shape[] = [];
	const crowded = names.length > MOST_ROWS;
	const axisTop = size.lineHeight * (median ? 2 : 1) + 6;
	let y = axisTop;
	for (const { heading, members } of groups) {
		y += size.lineHeight + 8;
		shapes.push(label('tl-heading', 0, y, heading, size, { weight: 'bold' }));
		y += 6;
		if (crowded) {
			shapes.push(...together(members, y, scale, size));
			y += 2 * size.lineHeight + 12;
			continue;
		}
		for (const ceasefire of members) {
			const words = heldWords(ceasefire);
			const width = textWidth(words, size.text);
			const row: Shape[] = [];
			if (wideLayout) {
				const lines = wrap(ceasefire.short, left - 14, size.text);
				const height = Math.max(24, lines.length * size.lineHeight + 8);
				const middle = y + height / 2;
				const { shape, right: end } = mark(ceasefire, middle, scale);
				const baseline = middle + size.text * DROP;
				const fits = end + 8 + width <= size.width;
				// Where the words do not fit behind the mark they stand before it, in a gap of its stem.
				const before = scale.x(lowest(ceasefire)) - 12;
				row.push(
					label('tl-label', 0, baseline - ((lines.length - 1) * size.lineHeight) / 2, lines, size),
					fits ? shape : mark(ceasefire, middle, scale, before - width - 6).shape,
					fits
						? label('tl-note', end + 8, baseline, words, size)
						: label('tl-note', before, baseline, words, size, { anchor: 'end' }),
				);
				y += height;
			} else {
				const beside = wrap(ceasefire.short, size.width - width - 12, size.text);
				const lines = beside.length === 1 ? beside : [...wrap(ceasefire.short, size.width, size.text), ''];
				const first = y + 4 + size.text;
				const last = first + (lines.length - 1) * size.lineHeight;
				const { shape } = mark(ceasefire, last + 14, scale);
				row.push(
					label('tl-label', 0, first, lines.filter(Boolean), size),
					label('tl-note', size.width, last, words, size, { anchor: 'end' }),
					shape,
				);
				y = last + 22;
			}
			shapes.push({ type: 'group', role: 'tl-row', series: ceasefire.id, shapes: row });
		}
	}
	const bottom = y + 4;
	const rules: Shape[] = [];
	let clear = Number.NEGATIVE_INFINITY;
	for (const tick of ticks) {
		const at = scale.x(tick.days);
		const half = textWidth(tick.label, size.text) / 2;
		rules.push({ type: 'line', role: 'tl-rule', x1: at, y1: axisTop + 4, x2: at, y2: bottom });
		const centre = Math.min(size.width - half, Math.max(half, at));
		if (centre - half < clear) continue;
		clear = centre + half + 6;
		rules.push(label('tl-tick', centre, axisTop, tick.label, size, { anchor: 'middle' }));
	}
	if (median) {
		const at = scale.x(median.days);
		const words = `half were over within ${medianWords(median)}`;
		const half = textWidth(words, size.text) / 2;
		const centre = Math.min(size.width - half, Math.max(half, at));
		rules.push(
			medianLine(at, axisTop + 4, bottom, shapes),
			label('tl-warm', centre, size.text + 1, words, size, { anchor: 'middle' }),
		);
	}
	return writeDrawing(
		{ width: size.width, height: Math.ceil(bottom + 4), layout: size.layout, shapes: [...rules, ...shapes] },
		id,
	);
}

/** One row a ceasefire, shortest first: its dates, how long it held, its type. */
function lengthTable(ledger: Ledger, shown: readonly Ceasefire[]): Table {
	return {
		caption: 'Ceasefires, by how long they held, shortest first',
		columns: [
			{ key: 'name', label: 'Ceasefire', type: 'text' },
			{ key: 'type', label: 'Type', type: 'text' },
			{ key: 'date', label: 'In force', type: 'date' },
			{ key: 'ended', label: 'Ended', type: 'date' },
			{ key: 'value', label: 'Held', type: 'number', unit: 'days' },
			sourceColumn,
		],
		points: shown.map(pointId),
		rows: shown.map((ceasefire) => [
			{ value: ceasefire.name, text: ceasefire.name },
			{ value: ceasefire.type, text: capital(ceasefire.type) },
			{ value: ceasefire.inForce, text: formatDate(ceasefire.inForce) },
			{ value: ceasefire.ended ?? null, text: endWords(ceasefire) },
			heldCell(ceasefire),
			sourceCell(ledger, ceasefire.sources[0]),
		]),
	};
}

const medianWords = ({ days, about }: Median): string => knownWords({ days, about, min: days, max: days });

/** How long each ceasefire was in force, shortest first, on a logarithmic scale of days. */
export function drawHeld(ledger: Ledger): Figure {
	const id = 'ceasefires-how-long';
	const all = [...ledger.ceasefires.values()];
	const groups = groupsOf(all);
	const shown = groups.flatMap(({ members }) => members);
	const known = heldKnown(all);
	const longest = known.at(-1)?.[1].max ?? 31;
	const median = medianHeld(all);
	const crowded = all.length > MOST_ROWS;
	const week = overWithin(all, 7);
	const grouped = crowded ? ` The drawing groups ${exact(all.length)} of them by how long they held.` : '';
	return {
		id,
		title:
			known.length > 0 ? 'Half were over within <Value of="held-median" as="words"/>' : 'How long each ceasefire held',
		summary:
			known.length > 0
				? `Of the ceasefires whose end is known, half were over within <Value of="held-median" as="words"/>. The shortest was in force for <Value of="held-shortest" as="words"/>, the longest for <Value of="held-longest" as="words"/>.${week.possible.length > 0 ? ` <Value of="ended-within" days="7"/> of them ${week.text === '1' ? 'was' : 'were'} over within a week.` : ''}${grouped}`
				: 'No end is known of any.',
		subtitle:
			'Time in force, shortest first. The scale is squeezed: every label stands for several times the one before',
		drawings: { wide: draw(id, groups, longest, median, wide), narrow: draw(id, groups, longest, median, narrow) },
		table: lengthTable(ledger, shown),
		points: crowded ? [] : shown.map(pointOf),
		sources: sourcesOf(shown),
		licences: licencesOf(ledger),
		notes: [
			{
				heading: 'The scale',
				text: 'The step from one day to one week is as wide as that from two months to fourteen: both make the time seven times as long (a logarithmic scale). On an even scale the short truces would lie on top of each other. A full dot is a length known to the day; a hollow dot is one known roughly, with dashes over all that the dates allow.',
			},
			{
				heading: 'The groups',
				text: 'Each stands under the shortest time within which it was surely over. One whose end is known only to the month may have been over sooner.',
			},
			...notes(shown).filter(({ heading }) => heading !== 'Ends that are only roughly known'),
		],
	};
}
