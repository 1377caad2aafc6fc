import { scaleLinear } from 'd3';
import { formatQuantity } from '../../ledger/quantity.ts';
import type { AccountChart, SpeakerDatum, SpeakerRow } from '../accounts.ts';
import { type Stretch, slot } from '../free-interval.ts';
import { type KeyItem, keyRows } from '../key.ts';
import { marker } from '../marks.ts';
import { tickWords } from '../number.ts';
import { ARROW, arrow, interval, openSide } from '../open-end.ts';
import { boxOf, label, linesWidth } from '../plot.ts';
import { beside, type Columns, columnsFor, fromNought, heading, rowOf } from '../rows.ts';
import { round, type Scene, type Shape } from '../scene.ts';
import type { Size } from '../size.ts';
import { DROP, textWidth } from '../text.ts';
import { quantityOf } from '../words.ts';
import { rangeBand, rangeHead } from './accountrange.ts';

/** Half of the width of a mark that stands, and of one that was replaced. */
const [STANDING, REPLACED] = [6, 3.2];
/** Height of the strip of marks; of one with numbers over its marks. */
const [STRIP, STEPS] = [26, 34];

type At = (value: number) => number;
const wordsOf = ({ datum }: SpeakerDatum): string => formatQuantity(quantityOf(datum));

/**
 * Draws who says what about the same thing: one row for each speaker, all on one scale.
 * @param counted what the numbers count: "people killed"
 */
export function accountsScene(chart: AccountChart, counted: string, size: Size): Scene {
	const data = chart.rows.flatMap(({ said }) => said.map(({ datum }) => datum));
	const names = chart.rows.flatMap(({ name, detail }) => [name, detail]);
	const columns = fromNought(columnsFor(names, size, size.layout === 'wide' ? 320 : 190, size.width - 4));
	const { left, right } = columns;
	const most = Math.max(1, ...data.map(({ upper, value }) => upper ?? value ?? 0));
	// The scale ends on a tick beyond the largest number.
	const x = scaleLinear()
		.domain([0, most * 1.02])
		.nice(5);
	const largest = x.domain()[1] ?? most;
	x.range([left, scaleEnd(chart.rows, largest, columns)]);
	const at: At = (value) => round(x(value));
	const ticks = x.ticks(5).filter(Number.isInteger);
	const head = rangeHead(chart, counted, at, size, 0, right);
	const axisY = head.bottom + size.text;
	const top = axisY + 6;
	let y = top;
	const numbers: Shape[] = [];
	for (const row of chart.rows.filter(({ value }) => value)) {
		const steps = stepsOf(row, at, size);
		// In words what has no number may need a line of its own, and so may a long figure.
		const long = textWidth(row.figure, size.text, 'bold') > size.width * 0.4;
		const more = steps && (long || row.said.some(({ datum }) => datum.value === null)) ? size.lineHeight : 0;
		const height = steps ? STEPS + steps.under + steps.split : STRIP;
		const placed = rowOf({ ...row, strong: true }, columns, y, height + more);
		const level = steps ? placed.y - (height + more) / 2 + 21 : placed.y;
		numbers.push(...held(row, [...placed.words], speakerMarks(row, level, at, columns, steps)));
		y = placed.bottom;
	}
	const bottom = y + 4;
	const silent = chart.rows.filter(({ value }) => !value);
	const silentHead = silent.length > 0 ? heading('Gave no number', size, bottom + 22) : undefined;
	y = silentHead?.bottom ?? bottom + 20;
	const words: Shape[] = [];
	for (const row of silent) {
		const placed = rowOf({ ...row, detail: '', name: row.name }, columns, y, columns.names ? STRIP : 4);
		words.push(...held(row, [...placed.words], silentMarks(row, placed.y, columns)));
		y = placed.bottom;
	}
	const tickTexts = tickWords(ticks);
	const grid = ticks.flatMap((tick, index): readonly Shape[] => [
		{
			type: 'line',
			role: tick === 0 ? 'ch-axis' : 'ch-grid',
			x1: at(tick),
			y1: round(top),
			x2: at(tick),
			y2: round(bottom),
		},
		...[axisY, bottom + size.lineHeight].map((base) => {
			const text = tickTexts[index] ?? '';
			const half = textWidth(text, size.text) / 2;
			return label('ch-tick', size, [text], { x: Math.max(half, at(tick)), y: base }, 'middle');
		}),
	]);
	const key = keyRows(markKey(chart), size, y + 10);
	return {
		width: size.width,
		height: Math.ceil(key.bottom),
		layout: size.layout,
		shapes: [
			...rangeBand(chart, at, top, bottom, right),
			...grid,
			...head.shapes,
			...numbers,
			...(silentHead ? [silentHead.shape] : []),
			...words,
			...key.shapes,
		],
	};
}

/** What the small marks mean, and why a row may stand outside the band. */
function markKey({ rows, range }: AccountChart): readonly KeyItem[] {
	const numbers = rows.flatMap(({ said }) => said.filter(({ datum }) => datum.value !== null));
	const dot = (words: string, when: boolean): readonly KeyItem[] => {
		const sample: KeyItem['sample'] = (x, y) => [
			{ type: 'group', role: 'ch-replaced', shapes: [marker(undefined, x + 6, y, 'circle', false, REPLACED)] },
		];
		return when ? [{ words, lead: 12, sample }] : [];
	};
	const more = numbers.some(({ datum, superseded }) => !superseded && openSide(datum.qualifier) === 'right');
	return [
		...dot(
			'what the same speaker said before',
			numbers.some(({ superseded }) => superseded),
		),
		...(more
			? [
					{
						words: `or more${range ? '. Rows that give only a minimum do not set the low end of the range' : ''}`,
						lead: ARROW + 6,
						sample: (x: number, y: number) => [
							{ type: 'group', role: 'ch-series-1', shapes: [arrow(x + 4, y, 'right')] } as const,
						],
					},
				]
			: []),
	];
}

const hasSteps = ({ said }: SpeakerRow): boolean =>
	said.some(({ superseded, datum }) => superseded && datum.value !== null);

/** Right end of the scale: room for the arrow of an open end, and behind the marks of one who took steps for the figure. */
function scaleEnd(rows: readonly SpeakerRow[], largest: number, { size, left, right }: Columns): number {
	// Several numbers that stand have a line for their words below, except where the drawing is wide.
	const bound = rows.filter((row) => hasSteps(row) && (size.layout === 'wide' || byValue(row, false).length < 2));
	const ends = bound.flatMap(({ figure, said }) => {
		const most = Math.max(...said.map(({ datum }) => datum.upper ?? datum.value ?? 0));
		const room = size.width - ARROW - 10 - textWidth(figure, size.text, 'bold') - left;
		return most > 0 ? [left + (room * largest) / most] : [];
	});
	return Math.max(left + (right - left) * 0.45, Math.min(right - ARROW - 4, ...ends));
}

/** A row with its marks, under the kind of source that most of its accounts are of: a reader can ask for one kind alone. */
function held({ said }: SpeakerRow, words: readonly Shape[], marks: readonly Shape[]): readonly Shape[] {
	const [first] = said;
	return [{ type: 'group', role: 'ch-row', series: first?.datum.group ?? '', shapes: [...words, ...marks] }];
}

/** The numbers of a speaker, one group for each, the least first. */
const byValue = ({ said }: SpeakerRow, replaced: boolean): readonly (readonly SpeakerDatum[])[] =>
	[
		...Map.groupBy(
			said.filter(({ datum, superseded }) => datum.value !== null && superseded === replaced),
			({ datum }) => `${datum.value} ${datum.upper}`,
		).values(),
	].toSorted(([a], [b]) => (a?.datum.value ?? 0) - (b?.datum.value ?? 0));

/** How the marks of a speaker who took steps stand. */
interface Steps {
	/** Numbers over the small dots, then those below, where they would run into one another. */
	readonly over: readonly number[];
	readonly below: readonly number[];
	/** Height of the line of numbers below. */
	readonly under: number;
	/** How far below the small dots the others stand: with several numbers that stand they have a line of their own. */
	readonly split: number;
}

function stepsOf(row: SpeakerRow, at: At, size: Size): Steps | undefined {
	if (!hasSteps(row)) return undefined;
	const values = byValue(row, true).flatMap(([one]) => one?.datum.value ?? []);
	const spread = (all: readonly number[]) => {
		let clear = Number.NEGATIVE_INFINITY;
		return all.filter((value) => {
			const half = textWidth(`${value}`, size.text) / 2;
			if (at(value) - half < clear) return false;
			clear = at(value) + half + 4;
			return true;
		});
	};
	const over = spread(values);
	const below = spread(values.filter((value) => !over.includes(value)));
	const under = below.length > 0 ? size.lineHeight - 6 : 0;
	return { over, below, under, split: byValue(row, false).length > 1 ? STEPS + under : 0 };
}

/** Marks of one number, as many as there are reports of it, one over the other. */
function numberMarks(said: readonly SpeakerDatum[], y: number, at: At, sided: boolean): readonly Shape[] {
	const [first] = said;
	if (!first || first.datum.value === null) return [];
	const { datum, superseded } = first;
	const radius = superseded ? REPLACED : STANDING;
	const [from, to] = [at(first.datum.value), at(datum.upper ?? first.datum.value)];
	const side = openSide(datum.qualifier);
	return [
		{
			type: 'group',
			role: superseded ? 'ch-replaced' : 'ch-series-1',
			shapes: [
				...(side && sided ? [arrow(from, y, side)] : []),
				...said.map((one) =>
					datum.upper === undefined
						? marker(one.datum, from, y, 'circle', false, radius)
						: interval(from, to, y, one.datum.id),
				),
			],
		},
	];
}

/** The marks of a speaker who gave numbers: what stands large, its steps small on one line, in words what has no number. */
function speakerMarks(
	row: SpeakerRow,
	level: number,
	at: At,
	columns: Columns,
	steps: Steps | undefined,
): readonly Shape[] {
	const { said, figure } = row;
	const { size } = columns;
	const y = level + (steps?.split ?? 0);
	const [before, standing] = [byValue(row, true), byValue(row, false)];
	const ends = (groups: typeof before) => {
		const spots = groups.flat().flatMap(({ datum }) => [at(datum.value ?? 0), at(datum.upper ?? datum.value ?? 0)]);
		return [Math.min(...spots), Math.max(...spots)] as const;
	};
	const [least, most] = ends(steps?.split ? standing : [...before, ...standing]);
	const last = standing.length - 1;
	const open = (side: 'left' | 'right') =>
		standing.some(([one]) => one && openSide(one.datum.qualifier) === side) ? ARROW : STANDING;
	const extent = {
		left: least - (before.length > 0 && !steps?.split ? REPLACED : last > 0 ? STANDING : open('left')),
		right: most + open('right'),
	};
	const under = { x: size.width, y: y + size.text * DROP + size.lineHeight };
	const near = beside('ch-value', figure, extent, y, columns, 'bold');
	const value = near ?? label('ch-value', size, [figure], under, 'end', 'bold');
	const taken: Stretch[] = [{ from: boxOf(value).x, to: boxOf(value).x + boxOf(value).width }];
	const chain = (from: number, to: number, y1: number): Shape => {
		return { type: 'line', role: 'ch-chain', x1: from, y1: round(y1), x2: to, y2: round(y1) };
	};
	const [from, to] = ends(steps?.split ? before : [...before, ...standing]);
	const over = (one: number, base: number) => label('ch-detail', size, [`${one}`], { x: at(one), y: base }, 'middle');
	const shapes: Shape[] = [
		...(steps ? [chain(from, to, level)] : []),
		...(steps?.split ? [chain(least, most, y)] : []),
		...before.flatMap((group) => numberMarks(group, level, at, false)),
		...standing.flatMap((group, index) => numberMarks(group, y, at, index === last)),
		...(steps?.over ?? []).map((one) => over(one, level - 8)),
		...(steps?.below ?? []).map((one) => over(one, level + 6 + size.text)),
		value,
	];
	const silent = said.filter(({ datum }) => datum.value === null);
	const words = silent.map((one, index) => {
		const said = one.datum.qualifier === 'not given' ? 'no number' : `“${wordsOf(one)}”`;
		return `${index === 0 ? 'also: ' : ''}${said}${index < silent.length - 1 ? ',' : ''}`;
	});
	const width = textWidth(words.join(' '), size.text);
	const room = { from: columns.names ? columns.left : 0, to: size.width };
	const start = slot(width, { from: extent.left, to: extent.right }, taken, room);
	const base = y + size.text * DROP + (start === undefined ? size.lineHeight : 0);
	for (const [index, one] of silent.entries()) {
		const lead = textWidth(`${words.slice(0, index).join(' ')} `, size.text);
		const x = (start ?? (near ? room.to - width : room.from)) + (index > 0 ? lead : 0);
		shapes.push({ ...label('ch-detail', size, [words[index] ?? ''], { x, y: base }), point: one.datum.id });
	}
	return shapes;
}

/** What those say who gave no number, each in its own words. */
function silentMarks({ said }: SpeakerRow, y: number, columns: Columns): readonly Shape[] {
	const { size } = columns;
	let right = size.width;
	let left = columns.left;
	return said.map((one) => {
		const words = [one.datum.qualifier === 'not given' ? 'no number given' : `“${wordsOf(one)}”`];
		const width = linesWidth(words, size);
		const at = columns.names ? { x: left, y: y + size.text * DROP } : { x: right, y: y - 2 - 8 };
		left += width + 12;
		right -= width + 12;
		return { ...label('ch-value', size, words, at, columns.names ? 'start' : 'end'), point: one.datum.id };
	});
}
