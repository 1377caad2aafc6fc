import type { PointDate } from '../../ledger/date.ts';
import { hatch } from '../hatch.ts';
import type { KeyItem } from '../key.ts';
import { round, type Shape } from '../scene.ts';
import type { Window } from '../windows.ts';

/** Height of every bar of a chart of windows. */
export const BAR = 12;

const rough = (date: PointDate): boolean => date.precision !== 'day' || date.approximate || date.uncertain;

/** Whether a period begins or ends on a day that its source does not give. */
export const roughly = ({ from, to }: Window): boolean => rough(from) || rough(to);

/**
 * A period as one bar over the whole span that the words of its source can cover. Where the source gives a month and no
 * day, that month is hatched inside the bar: the period begins or ends somewhere in it.
 */
export function periodBar(window: Window, at: (time: number) => number, y: number): readonly Shape[] {
	const [a, d] = [at(window.from.min), Math.max(at(window.from.min) + 3, at(window.to.max))];
	const b = rough(window.from) ? at(window.from.max) : a;
	const c = rough(window.to) ? at(window.to.min) : d;
	// A period within one month or two neighbouring ones has no part that is certain.
	const ends = c <= b ? [[a, d] as const] : [[a, b] as const, [c, d] as const];
	return [
		frame(a, d, y, window.datum.id),
		...ends.flatMap(([from, to]) => strokes(from, to, y)),
		...(c > b ? [filled(b, c, y)] : []),
	];
}

const box = (from: number, to: number, y: number) => ({
	x: round(from),
	y: round(y - BAR / 2),
	width: round(to - from),
	height: BAR,
});

const frame = (from: number, to: number, y: number, point?: string): Shape => ({
	type: 'rect',
	role: 'ch-frame',
	...box(from, to, y),
	...(point === undefined ? {} : { point }),
});

const filled = (from: number, to: number, y: number): Shape => ({ type: 'rect', role: 'ch-bar', ...box(from, to, y) });

function strokes(from: number, to: number, y: number): readonly Shape[] {
	const d = hatch(box(from, to, y));
	return d ? [{ type: 'path', role: 'ch-hatch', d }] : [];
}

const WIDTH = 34;
const sample = (shapes: readonly Shape[]): readonly Shape[] => [{ type: 'group', role: 'ch-series-1', shapes }];

/** What the parts of the bars mean. */
export const windowKey: readonly KeyItem[] = [
	{ words: 'the period counted', lead: WIDTH, sample: (x, y) => sample([filled(x + 1, x + WIDTH, y)]) },
	{
		words: 'begins or ends in this month; the day is not given',
		lead: WIDTH,
		sample: (x, y) =>
			sample([
				frame(x + 1, x + WIDTH, y),
				...strokes(x + 1, x + 13, y),
				filled(x + 13, x + WIDTH - 12, y),
				...strokes(x + WIDTH - 12, x + WIDTH, y),
			]),
	},
];
