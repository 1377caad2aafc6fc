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

/** Half of the width of a mark that stands, of one that was replaced, and of one more report of the same number. */
const [STANDING, REPLACED, AGAIN] = [6, 3.2, 1.7];
/** Height of the strip of marks; of one with numbers over its steps. */
const [STRIP, STEPS] = [26, 34];

type At = (value: number) => number;
const wordsOf = ({ datum }: SpeakerDatum): string => formatQuantity(quantityOf(datum));

/** Draws who says what about the same thing: one row for each speaker, all on one scale. */
export function accountsScene(chart: AccountChart, size: Size): Scene {
	const data = chart.rows.flatMap(({ said }) => said.map(({ datum }) => datum));
	const names = chart.rows.flatMap(({ name, detail }) => [name, detail]);
	const columns = fromNought(columnsFor(names, size, size.layout === 'wide' ? 320 : 190, size.width - 4));
	const { left, right } = columns;
	const largest = Math.max(0, ...data.map(({ upper, value }) => upper ?? value ?? 0));
	const end = scaleEnd(chart.rows, largest, columns);
	const x = scaleLinear()
		.domain([0, largest > 0 ? largest : 1])
		.range([left, end]);
	const at: At = (value) => round(x(value));
	const ticks = x.ticks(size.layout === 'wide' ? 6 : 4).filter(Number.isInteger);

	const head = rangeHead(chart, at, size, 0, right);
	const axisY = head.bottom + size.text;
	const top = axisY + 6;
	let y = top;
	const numbers: Shape[] = [];
	for (const row of chart.rows.filter(({ value }) => value)) {
		const steps = hasSteps(row);
		// In words what has no number may need a line of its own, and so may a long figure.
		const long = textWidth(row.figure, size.text, 'bold') > size.width * 0.4;
		const more = steps && (long || row.said.some(({ datum }) => datum.value === null)) ? size.lineHeight : 0;
		const placed = rowOf({ ...row, strong: true }, columns, y, (steps ? STEPS : STRIP) + more);
		const level = steps ? placed.y + 4 - more / 2 : placed.y;
		numbers.push(...held(row, [...placed.words], speakerMarks(row, level, at, columns)));
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
	const dot = (words: string, superseded: boolean, radius: number, when: boolean): readonly KeyItem[] => {
		const role = superseded ? 'ch-replaced' : 'ch-series-1';
		const sample: KeyItem['sample'] = (x, y) => [
			{ type: 'group', role, shapes: [marker(undefined, x + 6, y, 'circle', false, radius)] },
		];
		return when ? [{ words, lead: 12, sample }] : [];
	};
	const more = numbers.some(({ datum, superseded }) => !superseded && openSide(datum.qualifier) === 'right');
	return [
		...dot(
			'what the same speaker said before',
			true,
			REPLACED,
			numbers.some(({ superseded }) => superseded),
		),
		...dot('one more report of the number above it', false, AGAIN, rows.some(repeats)),
		...(more
			? [
					{
						words: `or more${range ? ': a bare minimum may stand below the range' : ''}`,
						lead: ARROW + 6,
						sample: (x: number, y: number) => [
							{ type: 'group', role: 'ch-series-1', shapes: [arrow(x + 4, y, 'right')] } as const,
						],
					},
				]
			: []),
	];
}

/** Whether a speaker gave one number in several reports. */
const repeats = ({ said }: SpeakerRow): boolean => {
	const numbers = said.filter(({ datum }) => datum.value !== null);
	return new Set(numbers.map(({ datum, superseded }) => `${datum.value} ${superseded}`)).size < numbers.length;
};

const hasSteps = ({ said }: SpeakerRow): boolean =>
	said.some(({ superseded, datum }) => superseded && datum.value !== null);

/** Right end of the scale: room for the arrow of an open end, and behind the marks of one who took steps for the figure. */
function scaleEnd(rows: readonly SpeakerRow[], largest: number, { size, left, right }: Columns): number {
	const ends = rows.filter(hasSteps).flatMap(({ figure, said }) => {
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

/** Marks of one account of a number; reports that repeat it are dots below. */
function numberMarks(said: readonly SpeakerDatum[], y: number, at: At): readonly Shape[] {
	const [first, ...again] = said;
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
				...(side && !superseded ? [arrow(from, y, side)] : []),
				datum.upper === undefined
					? marker(datum, from, y, 'circle', datum.qualifier === 'about' && !superseded, radius)
					: interval(from, to, y, datum.id),
				...again.map((other, index) =>
					marker(other.datum, from + (index - (again.length - 1) / 2) * 6, y + radius + 5, 'circle', false, AGAIN),
				),
			],
		},
	];
}

/** The marks of a speaker who gave numbers: what stands large, its steps small on one line, in words what has no number. */
function speakerMarks({ said, figure }: SpeakerRow, y: number, at: At, columns: Columns): readonly Shape[] {
	const { size } = columns;
	const numbers = said.filter(({ datum }) => datum.value !== null);
	const spots = numbers.flatMap(({ datum }) => [at(datum.value ?? 0), at(datum.upper ?? datum.value ?? 0)]);
	const [least, most] = [Math.min(...spots), Math.max(...spots)];
	const byValue = (superseded: boolean) => [
		...Map.groupBy(
			numbers.filter((one) => one.superseded === superseded),
			({ datum }) => `${datum.value} ${datum.upper}`,
		).values(),
	];
	const [before, standing] = [byValue(true), byValue(false)];
	const open = (side: 'left' | 'right') =>
		standing.some(([one]) => one && openSide(one.datum.qualifier) === side) ? ARROW : STANDING;
	const extent = { left: least - (before.length > 0 ? REPLACED : open('left')), right: most + open('right') };
	const under = { x: size.width, y: y + size.text * DROP + size.lineHeight };
	const near = beside('ch-value', figure, extent, y, columns, 'bold');
	const value = near ?? label('ch-value', size, [figure], under, 'end', 'bold');
	const taken: Stretch[] = [{ from: boxOf(value).x, to: boxOf(value).x + boxOf(value).width }];
	const shapes: Shape[] = [];
	if (before.length > 0)
		shapes.push({ type: 'line', role: 'ch-chain', x1: least, y1: round(y), x2: most, y2: round(y) });
	shapes.push(...[...before, ...standing].flatMap((group) => numberMarks(group, y, at)));
	// Numbers over the steps, as many as there is room for: the first of them before all.
	let clear = Number.NEGATIVE_INFINITY;
	for (const [one] of before.toSorted(([a], [b]) => (a?.datum.value ?? 0) - (b?.datum.value ?? 0))) {
		if (!one || one.datum.value === null) continue;
		const text = `${one.datum.value}`;
		const half = textWidth(text, size.text) / 2;
		const spot = at(one.datum.value);
		if (spot - half < clear) continue;
		clear = spot + half + 5;
		shapes.push(label('ch-detail', size, [text], { x: spot, y: y - 9 }, 'middle'));
	}
	shapes.push(value);
	for (const one of said.filter(({ datum }) => datum.value === null)) {
		const words = one.datum.qualifier === 'not given' ? 'also: no number' : `also: “${wordsOf(one)}”`;
		const width = textWidth(words, size.text);
		const room = { from: columns.names ? columns.left : 0, to: size.width };
		const start = slot(width, { from: extent.left, to: extent.right }, taken, room);
		if (start !== undefined) taken.push({ from: start, to: start + width });
		const place = {
			x: start ?? (near ? room.to - width : room.from),
			y: y + size.text * DROP + (start === undefined ? size.lineHeight : 0),
		};
		const text = label('ch-detail', size, [words], place);
		shapes.push({ ...text, point: one.datum.id });
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
